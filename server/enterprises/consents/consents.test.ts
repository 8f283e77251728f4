import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aConsent, aFirm, type Firm } from '../../../tests/support/enterprises';
import { actorOf, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import type { Organisation } from '../../identity/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { verbsOnConsent } from './access';
import { type GrantConsentInput, grantConsent } from './grantConsent';
import { consentById, listConsents, recipientsFor, termsFor } from './queries';
import { revokeConsent } from './revokeConsent';
import { consentTerms } from './terms';

let world: World;
let firm: Firm;
let bank: Organisation;
let banker: Actor;
let operator: Organisation;

beforeAll(async () => {
  world = await openWorld();
  bank = await anOrganisation(world, { kind: 'bank', name: '旌湖银行' });
  banker = actorOf(bank, await aUser(world, bank));
  operator = await anOrganisation(world, { kind: 'operator', name: '融桥运营' });
});
beforeEach(async () => {
  firm = await aFirm(world);
});
afterAll(() => world.close());

const page = { page: 1, perPage: 25 };
const input = (values: Partial<GrantConsentInput> = {}): GrantConsentInput => ({
  recipientId: bank.id,
  purpose: 'creditAssessment',
  dataClasses: ['TAX_PAID', 'VAT_INVOICE_SUMMARY'],
  validTo: '2027-11-23',
  textHash: consentTerms('creditAssessment', bank).hash,
  ...values,
});
const grant = (values: Partial<GrantConsentInput> = {}, actor: Actor = firm.actor) =>
  grantConsent(world.contextFor(actor), input(values));

describe('grantConsent', () => {
  it('signs the classes in catalogue order, from today to the last day, and records it', async () => {
    const consent = await grant({ dataClasses: ['VAT_INVOICE_SUMMARY', 'TAX_PAID', 'TAX_PAID'] });
    expect(consent).toMatchObject({
      enterpriseId: firm.id,
      recipientId: bank.id,
      dataClasses: ['TAX_PAID', 'VAT_INVOICE_SUMMARY'],
      validFrom: '2026-11-23',
      validTo: '2027-11-23',
      status: 'active',
      signedBy: firm.actor.userId,
    });
    const [entry] = await world.db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, consent.id));
    expect(entry).toMatchObject({ verb: 'grantConsent', actorId: firm.actor.userId });
  });

  type Refusal = { name: string; values: () => Partial<GrantConsentInput>; code: string; rule?: string; field?: string };
  const refusals: Refusal[] = [
    { name: 'no class', values: () => ({ dataClasses: [] }), code: 'INVALID_INPUT', field: 'dataClasses' },
    {
      name: 'a class outside the catalogue',
      values: () => ({ dataClasses: ['TAXES'] }),
      code: 'INVALID_INPUT',
      field: 'dataClasses.0',
    },
    { name: 'a last day in the past', values: () => ({ validTo: '2026-11-22' }), code: 'INVALID_INPUT', rule: 'validTo.range' },
    {
      name: 'a day more than two years',
      values: () => ({ validTo: '2028-11-24' }),
      code: 'INVALID_INPUT',
      rule: 'validTo.range',
    },
    { name: 'a day that does not exist', values: () => ({ validTo: '2027-02-30' }), code: 'INVALID_INPUT', rule: 'date' },
    {
      name: 'a window of days that ends before it begins',
      values: () => ({ dataFrom: '2026-02-01', dataTo: '2026-01-31' }),
      code: 'INVALID_INPUT',
      rule: 'dataTo.beforeFrom',
    },
    {
      name: 'days of reading of matching, which goes on every day',
      values: () => ({
        purpose: 'matching',
        recipientId: operator.id,
        textHash: consentTerms('matching', operator).hash,
        readDaysMax: 1,
      }),
      code: 'INVALID_INPUT',
      rule: 'readDaysMax.matching',
    },
    { name: 'no day of reading', values: () => ({ readDaysMax: 0 }), code: 'INVALID_INPUT', field: 'readDaysMax' },
    {
      name: 'keeping for more than five years',
      values: () => ({ dataLifeDays: 1826 }),
      code: 'INVALID_INPUT',
      field: 'dataLifeDays',
    },
    { name: 'an unknown recipient', values: () => ({ recipientId: 'nobody' }), code: 'NOT_FOUND' },
    {
      name: 'a recipient that the purpose is not meant for',
      values: () => ({ recipientId: operator.id, textHash: consentTerms('creditAssessment', operator).hash }),
      code: 'INVALID_INPUT',
      rule: 'recipientId.kind',
    },
    {
      name: 'a text that is not the present one',
      values: () => ({ textHash: 'old' }),
      code: 'CONFLICT',
      rule: 'textHash.changed',
    },
  ];
  it.each(refusals)('refuses $name', async ({ values, code, rule, field }) => {
    const refusal = await grant(values()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code, details: { ...(rule ? { rule } : {}), ...(field ? { field } : {}) } });
    expect((await listConsents(world.contextFor(firm.actor), page)).total).toBe(0);
  });

  it('takes the last day itself and the day two years from now', async () => {
    expect((await grant({ validTo: '2026-11-23' })).validTo).toBe('2026-11-23');
    expect((await grant({ validTo: '2028-11-23' })).validTo).toBe('2028-11-23');
  });

  it('is not for a bank', async () => {
    await expect(grant({}, banker)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is not for an auditor of the firm', async () => {
    await expect(grant({}, { ...firm.actor, role: 'auditor' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      details: { rule: 'role' },
    });
  });

  it('says of another firm as a recipient what it says of none', async () => {
    const { id } = await aFirm(world);
    const answer = (recipientId: string) => grant({ recipientId }).catch(({ code, text }) => JSON.stringify({ code, text }));
    expect(await answer(id)).toEqual((await answer('nobody'))?.toString().replaceAll('nobody', id));
    expect(await answer(id)).toContain('NOT_FOUND');
  });

  it('replaces an earlier consent that it covers, and only that', async () => {
    const covered = await grant({ dataClasses: ['TAX_PAID'] });
    const other = await grant({ dataClasses: ['ELECTRICITY'] });
    const otherPurpose = await grant({ purpose: 'postLoan', textHash: consentTerms('postLoan', bank).hash });
    await grant({ dataClasses: ['TAX_PAID', 'TAX_CREDIT_GRADE'] });
    const standing = async (id: string) => consentById(world.contextFor(firm.actor), id).then(({ status }) => status);
    expect(await standing(covered.id)).toBe('replaced');
    expect(await standing(other.id)).toBe('active');
    expect(await standing(otherPurpose.id)).toBe('active');
  });
});

describe('revokeConsent', () => {
  it('ends the consent, without a reason if the firm gives none, and records it', async () => {
    const { id, version } = await grant();
    const revoked = await revokeConsent(world.contextFor(firm.actor), { id, version });
    expect(revoked).toMatchObject({ status: 'revoked', revokedAt: worldBegins, revokeReason: null, version: 2 });
    const entries = await world.db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    expect(entries.map(({ verb }) => verb)).toEqual(['grantConsent', 'revokeConsent']);
  });

  it('is refused a second time, by a stale version, and with an endless reason', async () => {
    const { id } = await grant();
    const revoke = (version: number, reason?: string) => revokeConsent(world.contextFor(firm.actor), { id, version, reason });
    await expect(revoke(7)).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'staleVersion' } });
    await expect(revoke(1, '长'.repeat(501))).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'reason' } });
    await revoke(1, '不再需要');
    await expect(revoke(2)).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'illegalVerb' } });
  });

  it('is refused once the last day has passed, as the page shows it', async () => {
    const { id, version } = await grant({ validTo: '2026-11-24' });
    const began = world.now();
    world.setNow(new Date('2026-11-25T02:00:00Z'));
    const late = revokeConsent(world.contextFor(firm.actor), { id, version });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'illegalVerb', state: 'expired' } });
    world.setNow(began);
  });

  it("does not find another firm's consent, nor may the recipient end it", async () => {
    const { id, version } = await grant();
    const stranger = await aFirm(world);
    for (const actor of [stranger.actor, banker])
      await expect(revokeConsent(world.contextFor(actor), { id, version })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('reading consents', () => {
  it('shows a consent to the firm and its recipient, and the verb to the firm alone', async () => {
    const consent = await grant();
    const stranger = await aFirm(world);
    expect(await consentById(world.contextFor(banker), consent.id)).toEqual(consent);
    await expect(consentById(world.contextFor(stranger.actor), consent.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(verbsOnConsent(firm.actor, consent, calendarDate('2026-11-23'))).toEqual(['revokeConsent']);
    expect(verbsOnConsent(banker, consent, calendarDate('2026-11-23'))).toEqual([]);
  });

  it('tells those in force from those that have ended', async () => {
    const running = await grant();
    const { id, version } = await aConsent(world, firm, bank, { purpose: 'postLoan' });
    await revokeConsent(world.contextFor(firm.actor), { id, version });
    const idsOf = async (standing: 'inForce' | 'ended') =>
      (await listConsents(world.contextFor(firm.actor), { ...page, filter: { standing } })).items.map(consent => consent.id);
    expect(await idsOf('inForce')).toEqual([running.id]);
    expect(await idsOf('ended')).toEqual([id]);
  });

  it('names the organisations a purpose is meant for, and the text that binds one of them', async () => {
    expect((await recipientsFor(world.db.read, 'matching')).map(({ id }) => id)).toEqual([operator.id]);
    const terms = await termsFor(world.db.read, 'matching', operator.id);
    expect(terms.text.zh).toContain('融桥运营');
    expect(terms.text.en).toContain('融桥运营');
    expect(terms.hash).not.toBe(consentTerms('creditAssessment', operator).hash);
    await expect(termsFor(world.db.read, 'matching', bank.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
