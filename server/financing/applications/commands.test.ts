import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aDemand,
  aKey,
  aLoanProduct,
  anAcceptedApplication,
  anAcceptedOffer,
  anOffer,
  applicationNow,
  aSubmittedApplication,
  demandNow,
  offerNow,
  organisationOf,
  type Sides,
  submission,
} from '../../../tests/support/deals';
import { aConsent, aFirm, aRecord, type Firm, keep } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { accessLog } from '../../enterprises/accessLog/tables';
import { revokeConsent } from '../../enterprises/consents/revokeConsent';
import { suspendProduct } from '../../products/suspendProduct';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import type { RefusalCode } from '../../shared/refusals';
import { acceptApplication } from './acceptApplication';
import { declineApplication } from './declineApplication';
import { applicationById, authorisedPairs, findingsOf, historiesOf, listApplications } from './queries';
import { rejectApplication } from './rejectApplication';
import { submitApplication } from './submitApplication';
import { withdrawApplication } from './withdrawApplication';

let world: World;
let firm: Firm;
let other: Firm;
let bank: Actor;
let rival: Actor;
let sides: Sides;

beforeEach(async () => {
  world = await openWorld();
  [firm, other] = [await aFirm(world), await aFirm(world)];
  [bank, rival] = [await anActor(world, 'bank'), await anActor(world, 'bank')];
  sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
const submit = (actor: Actor, values: object = {}, idempotencyKey = aKey()) =>
  submitApplication(as(actor), { input: { ...submission(sides), ...values }, idempotencyKey });
const authorise = async (dataClasses?: Parameters<typeof aConsent>[3]) =>
  aConsent(world, firm, await organisationOf(world, bank), dataClasses);

describe('submitApplication', () => {
  it('freezes the version, the verdict and the consent, and takes the demand up', async () => {
    const consent = await authorise();
    const application = await submit(firm.actor);
    expect(application).toMatchObject({
      enterpriseId: firm.id,
      institutionId: bank.organisationId,
      productVersionId: sides.product.currentVersionId,
      consentId: consent.id,
      channel: 'governmentData',
      amountFen: 100_000_000,
      termMonths: 12,
      state: 'submitted',
      version: 1,
    });
    expect(application.matchDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(await demandNow(world, sides.demand.id)).toMatchObject({ state: 'inProgress', version: 2 });
    const [events] = await historiesOf(world.db.read, [application]);
    expect(events).toMatchObject([{ verb: 'submitApplication', party: 'enterprise', at: world.now() }]);
  });

  it('judges by what the firm lets the bank read, and logs the read as the bank’s', async () => {
    await keep(world, [aRecord(firm, { dataClass: 'TAX_CREDIT_GRADE', period: '2025', value: { grade: 'B', year: 2025 } })]);
    await authorise({ dataClasses: ['SOCIAL_INSURANCE'] });
    const blind = await submit(firm.actor);
    expect(blind).toMatchObject({ matchVerdict: 'possible' });
    const [findings] = await findingsOf(world.db.read, [blind.id]);
    expect(findings?.find(({ path }) => path === '/all/0')).toMatchObject({
      verdict: 'unknown',
      authorise: ['TAX_CREDIT_GRADE'],
    });
    const log = await world.db.read.select().from(accessLog).where(eq(accessLog.dataClass, 'SOCIAL_INSURANCE'));
    expect(log).toMatchObject([
      { enterpriseId: firm.id, readerOrganisationId: bank.organisationId, readerUserId: firm.actor.userId, reason: 'consented' },
    ]);
  });

  it.each([
    ['closed classes of government data', 'governmentData', ['TAX_PAID', 'CASH_FLOW']],
    ['the cash-flow record alone', 'direct', ['CASH_FLOW']],
    ['published classes alone', 'direct', ['REGISTRATION', 'ANNUAL_REPORT']],
  ] as const)('calls it %s: %s', async (_, channel, dataClasses) => {
    await authorise({ dataClasses });
    expect((await submit(firm.actor)).channel).toBe(channel);
  });

  it('asks for less than the demand, never for more', async () => {
    await authorise();
    await expect(submit(firm.actor, { amountFen: 100_000_001 })).rejects.toMatchObject(
      refused('INVALID_INPUT', { rule: 'amountFen.aboveDemand' }),
    );
    expect(await submit(firm.actor, { amountFen: 40_000_000, termMonths: 6, securities: ['PATENT_PLEDGE'] })).toMatchObject({
      amountFen: 40_000_000,
      termMonths: 6,
      securities: ['PATENT_PLEDGE'],
    });
  });

  it('names the bank and the purpose of a missing authorisation, and reads nothing meanwhile', async () => {
    await aConsent(world, firm, await organisationOf(world, bank), { purpose: 'postLoan' });
    await aConsent(world, firm, await organisationOf(world, rival));
    await expect(submit(firm.actor)).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'consent.missing', recipientId: bank.organisationId, purpose: 'creditAssessment' }),
    );
    expect(await world.db.read.select().from(accessLog)).toEqual([]);
  });

  it('takes no authorisation that was withdrawn, nor one whose last day has passed', async () => {
    const consent = await authorise({ months: 1 });
    world.setNow(new Date('2026-12-24T02:00:00Z'));
    await expect(submit(firm.actor)).rejects.toMatchObject(refused('CONFLICT', { rule: 'consent.missing' }));
    world.setNow(new Date('2026-12-23T02:00:00Z'));
    await revokeConsent(as(firm.actor), at(consent));
    await expect(submit(firm.actor)).rejects.toMatchObject(refused('CONFLICT', { rule: 'consent.missing' }));
  });

  it('refuses terms that were replaced, and a product off the shelf', async () => {
    await authorise();
    await expect(submit(firm.actor, { productVersionId: world.newId() })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'productVersion.replaced', current: sides.product.currentVersionId }),
    );
    await suspendProduct(as(bank), { ...at(sides.product), reason: '额度已满' });
    await expect(submit(firm.actor)).rejects.toMatchObject(refused('NOT_FOUND'));
  });

  it('refuses another firm’s demand (as not found), an auditor, and a bank', async () => {
    await authorise();
    await expect(submit(other.actor)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(submit(bank)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(submit({ ...firm.actor, role: 'auditor' })).rejects.toMatchObject(refused('NOT_ALLOWED'));
  });

  it('refuses a second application for the product while the first is under way, and takes one afterwards', async () => {
    const first = await aSubmittedApplication(world, sides);
    await expect(submit(firm.actor)).rejects.toMatchObject(refused('CONFLICT', { rule: 'application.duplicate' }));
    await declineApplication(as(bank), { ...at(first), reasonCode: 'R20' });
    expect(await submit(firm.actor)).toMatchObject({ state: 'submitted' });
  });

  it('refuses a demand that a loan is on its way for', async () => {
    await anAcceptedOffer(world, sides);
    const product = await aLoanProduct(world, bank);
    const more = { productId: product.id, productVersionId: product.currentVersionId };
    await expect(submit(firm.actor, more)).rejects.toMatchObject(refused('CONFLICT', { rule: 'demand.offerAccepted' }));
  });

  it('answers the same key with the same application, and refuses it with other content', async () => {
    const consent = await authorise();
    const first = await submit(firm.actor, {}, 'apply-0001');
    await revokeConsent(as(firm.actor), at(consent));
    expect(await submit(firm.actor, {}, 'apply-0001')).toEqual(first);
    await expect(submit(firm.actor, { termMonths: 6 }, 'apply-0001')).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'idempotencyKey.otherContent' }),
    );
  });

  it('keeps one application when the same key comes twice at once', async () => {
    await authorise();
    const [a, b] = await Promise.all([submit(firm.actor, {}, 'apply-0002'), submit(firm.actor, {}, 'apply-0002')]);
    expect(a).toEqual(b);
    expect((await listApplications(as(bank), { page: 1, perPage: 10 })).total).toBe(1);
  });
});

describe('the bank', () => {
  it('takes an application up, once', async () => {
    const application = await aSubmittedApplication(world, sides);
    const accepted = await acceptApplication(as(bank), at(application));
    expect(accepted).toMatchObject({ state: 'accepted', version: 2, decidedAt: null });
    await expect(acceptApplication(as(bank), at(accepted))).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
    await expect(acceptApplication(as(bank), at(application))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'staleVersion' }),
    );
  });

  it.each([
    ['declines', 'declined', aSubmittedApplication, declineApplication],
    ['rejects', 'rejected', anAcceptedApplication, rejectApplication],
  ] as const)('%s with a coded reason, which sets the demand free', async (_, state, prepared, command) => {
    const application = await prepared(world, sides);
    const ended = await command(as(bank), { ...at(application), reasonCode: 'R05', reasonText: ' 现值 82 %，目标 70 % 以下 ' });
    expect(ended).toMatchObject({ state, reasonCode: 'R05', reasonText: '现值 82 %，目标 70 % 以下', decidedAt: world.now() });
    expect((await demandNow(world, sides.demand.id)).state).toBe('published');
    const [events = []] = await historiesOf(world.db.read, [ended]);
    expect(events.at(-1)).toMatchObject({ party: 'institution', reason: '现值 82 %，目标 70 % 以下' });
  });

  it.each([
    ['a code nobody knows', { reasonCode: 'R77' }, 'reasonCode'],
    ['another reason without words', { reasonCode: 'R99' }, 'reasonText'],
    ['nine characters where ten are asked', { reasonCode: 'R99', reasonText: '一二三四五六七八九' }, 'reasonText'],
  ])('is refused %s', async (_, reason, field) => {
    const application = await aSubmittedApplication(world, sides);
    await expect(declineApplication(as(bank), { ...at(application), ...reason })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field }),
    );
  });

  it.each([
    ['accept', (context: ReturnType<typeof as>, change: { id: string; version: number }) => acceptApplication(context, change)],
    [
      'decline',
      (context: ReturnType<typeof as>, change: { id: string; version: number }) =>
        declineApplication(context, { ...change, reasonCode: 'R20' }),
    ],
    [
      'reject',
      (context: ReturnType<typeof as>, change: { id: string; version: number }) =>
        rejectApplication(context, { ...change, reasonCode: 'R20' }),
    ],
  ])('alone may %s: not another bank, not the firm, not its own auditor', async (_, command) => {
    const application = await aSubmittedApplication(world, sides);
    await expect(command(as(rival), at(application))).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(command(as(firm.actor), at(application))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(command(as({ ...bank, role: 'auditor' }), at(application))).rejects.toMatchObject(refused('NOT_ALLOWED'));
  });
});

describe('withdrawApplication', () => {
  it.each([
    ['submitted', aSubmittedApplication],
    ['accepted', anAcceptedApplication],
  ] as const)('ends an application that is %s', async (_, prepared) => {
    const application = await prepared(world, sides);
    expect(await withdrawApplication(as(firm.actor), at(application))).toMatchObject({ state: 'withdrawn' });
    expect((await demandNow(world, sides.demand.id)).state).toBe('published');
  });

  it('takes the open offer with it', async () => {
    const { applicationId } = await anOffer(world, sides);
    await withdrawApplication(as(firm.actor), at(await applicationNow(world, applicationId)));
    expect(await offerNow(world, applicationId, 'lapsed')).toMatchObject({ answeredAt: world.now() });
  });

  it('is possible until the money is paid out', async () => {
    const { applicationId } = await anAcceptedOffer(world, sides);
    const withdrawn = await withdrawApplication(as(firm.actor), at(await applicationNow(world, applicationId)));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', offerValidUntil: null });
  });

  it('refuses the bank, another firm (as not found), a stale version and a second time', async () => {
    const application = await aSubmittedApplication(world, sides);
    await expect(withdrawApplication(as(bank), at(application))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(withdrawApplication(as(other.actor), at(application))).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(withdrawApplication(as(firm.actor), { ...at(application), version: 5 })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'staleVersion' }),
    );
    const withdrawn = await withdrawApplication(as(firm.actor), at(application));
    await expect(withdrawApplication(as(firm.actor), at(withdrawn))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'illegalVerb' }),
    );
  });
});

describe('lists of applications', () => {
  const list = { page: 1, perPage: 10 };

  it('show each side its own, and nobody else any', async () => {
    const application = await aSubmittedApplication(world, sides);
    for (const actor of [firm.actor, bank]) {
      expect((await listApplications(as(actor), list)).items).toEqual([application]);
      expect(await applicationById(as(actor), application.id)).toEqual(application);
    }
    for (const actor of [other.actor, rival, await anActor(world, 'operator'), await anActor(world, 'regulator')]) {
      expect((await listApplications(as(actor), list)).total).toBe(0);
      await expect(applicationById(as(actor), application.id)).rejects.toMatchObject(refused('NOT_FOUND'));
    }
  });

  it('count an application whose offer ran out as lapsed from the day after on', async () => {
    await anOffer(world, sides, { validUntil: calendarDate('2026-11-30') });
    const count = async (state: 'offered' | 'lapsed') =>
      (await listApplications(as(bank), { ...list, filter: { states: [state] } })).total;
    world.setNow(new Date('2026-11-30T02:00:00Z'));
    expect([await count('offered'), await count('lapsed')]).toEqual([1, 0]);
    world.setNow(new Date('2026-12-01T02:00:00Z'));
    expect([await count('offered'), await count('lapsed')]).toEqual([0, 1]);
  });

  it('find by firm, bank or product, and by demand', async () => {
    const application = await aSubmittedApplication(world, sides);
    const { name } = await organisationOf(world, firm.actor);
    for (const q of [name, '德税', 'nothing like it'])
      expect((await listApplications(as(bank), { ...list, q })).total).toBe(q === 'nothing like it' ? 0 : 1);
    for (const demandId of [application.demandId, world.newId()])
      expect((await listApplications(as(firm.actor), { ...list, filter: { demandId } })).total).toBe(
        demandId === application.demandId ? 1 : 0,
      );
  });

  it('say whether the bank may read the file today', async () => {
    const consent = await authorise();
    const application = await submit(firm.actor);
    expect(await authorisedPairs(world.db.read, [application], as(bank).today)).toEqual([true]);
    await revokeConsent(as(firm.actor), at(consent));
    expect(await authorisedPairs(world.db.read, [application], as(bank).today)).toEqual([false]);
  });
});
