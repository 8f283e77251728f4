import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aConsent, aFirm, type Firm } from '../../../tests/support/enterprises';
import { actorOf, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import type { Organisation } from '../../identity/tables';
import { messages } from '../../messages/tables';
import type { Actor } from '../../shared/actor';
import { revokeConsent } from '../consents/revokeConsent';
import { listConsentRequests } from './queries';
import { refuseConsentRequest } from './refuseConsentRequest';
import { type RequestConsentInput, requestConsent } from './requestConsent';
import { withdrawConsentRequest } from './withdrawConsentRequest';

let world: World;
let bank: Organisation;
let banker: Actor;
let firm: Firm;
beforeAll(async () => {
  world = await openWorld();
  bank = await anOrganisation(world, { kind: 'bank', name: '旌湖银行' });
  banker = actorOf(bank, await aUser(world, bank));
});
beforeEach(async () => {
  world.setNow(worldBegins);
  firm = await aFirm(world);
  await aConsent(world, firm, bank, { dataClasses: ['TAX_PAID'] });
});
afterAll(() => world.close());

const ask = (values: Partial<RequestConsentInput> = {}, actor: Actor = banker) =>
  requestConsent(world.contextFor(actor), {
    enterpriseId: firm.id,
    purpose: 'creditAssessment',
    dataClasses: ['SOCIAL_INSURANCE', 'ELECTRICITY'],
    reason: '核对参保人数与用电量，评估授信额度。',
    ...values,
  });
const kindsTo = async (organisationId: string) =>
  (await world.db.read.select({ kind: messages.kind }).from(messages).where(eq(messages.recipientId, organisationId))).map(
    ({ kind }) => kind,
  );
const stateOf = async (id: string) =>
  (await listConsentRequests(world.contextFor(firm.actor), { page: 1, perPage: 9 })).items.find(each => each.id === id)?.state;
const onDay = (day: string) => world.setNow(new Date(`${day}T02:00:00Z`));

describe('an institution that asks for a consent', () => {
  it('is answered by the consent itself, whichever of the classes it gives', async () => {
    const request = await ask();
    expect(request).toMatchObject({ state: 'open', dataClasses: ['SOCIAL_INSURANCE', 'ELECTRICITY'] });
    expect(await kindsTo(firm.id)).toContain('consentRequested');
    await aConsent(world, firm, bank, { purpose: 'postLoan', dataClasses: ['ELECTRICITY'] });
    expect(await stateOf(request.id)).toBe('open');
    await aConsent(world, firm, bank, { dataClasses: ['ELECTRICITY'] });
    expect(await stateOf(request.id)).toBe('granted');
    expect(await ask()).toMatchObject({ state: 'open' });
  });

  it('asks nobody who never gave it a consent, once at a time, with a reason, for classes that need it', async () => {
    const stranger = await aFirm(world);
    await expect(ask({ enterpriseId: stranger.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask({ reason: '需要' })).rejects.toMatchObject({ details: { field: 'reason' } });
    await expect(ask({ dataClasses: ['ADMIN_PENALTY'] })).rejects.toMatchObject({ details: { rule: 'dataClasses.open' } });
    await expect(ask({ dataClasses: [] })).rejects.toMatchObject({ details: { field: 'dataClasses' } });
    await expect(ask({ purpose: 'matching' })).rejects.toMatchObject({ details: { rule: 'purpose.kind' } });
    const outcomes = await Promise.allSettled([ask(), ask()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(ask()).rejects.toMatchObject({ details: { rule: 'consentRequest.open' } });
  });

  it('withdraws what it asked for and may ask again at once; the firm cannot answer it any more', async () => {
    const request = await ask();
    const withdrawn = await withdrawConsentRequest(world.contextFor(banker), request);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', version: 2 });
    await expect(refuseConsentRequest(world.contextFor(firm.actor), withdrawn)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await ask()).toMatchObject({ state: 'open' });
  });
});

describe('a firm that says no', () => {
  it('is not asked for the same purpose for 90 days, and for another at once', async () => {
    await refuseConsentRequest(world.contextFor(firm.actor), await ask());
    expect(await kindsTo(bank.id)).toContain('consentRequestRefused');
    await expect(ask()).rejects.toMatchObject({ details: { rule: 'consentRequest.coolDown', again: '2027-02-21' } });
    expect(await ask({ purpose: 'postLoan' })).toMatchObject({ state: 'open' });
    onDay('2027-02-20');
    await expect(ask()).rejects.toMatchObject({ code: 'CONFLICT' });
    onDay('2027-02-21');
    expect(await ask()).toMatchObject({ state: 'open' });
  });

  it('has said no too when it takes a consent back', async () => {
    await revokeConsent(world.contextFor(firm.actor), await aConsent(world, firm, bank, { dataClasses: ['TAX_PAID'] }));
    await expect(ask()).rejects.toMatchObject({ details: { rule: 'consentRequest.coolDown' } });
  });

  it('says so of its own requests alone, once, and of the version it read', async () => {
    const request = await ask();
    const other = await aFirm(world);
    await expect(refuseConsentRequest(world.contextFor(other.actor), request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(refuseConsentRequest(world.contextFor(banker), request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(refuseConsentRequest(world.contextFor(firm.actor), { ...request, version: 2 })).rejects.toMatchObject({
      details: { rule: 'staleVersion' },
    });
    const refused = await refuseConsentRequest(world.contextFor(firm.actor), request);
    await expect(refuseConsentRequest(world.contextFor(firm.actor), refused)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
