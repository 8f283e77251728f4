import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aDemand,
  aLoanProduct,
  anAssessedApplication,
  anOffer,
  applicationNow,
  aSubmittedApplication,
  demandNow,
  offerInput,
  offerNow,
  type Sides,
} from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { lprQuotes } from '../../products/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import type { RefusalCode } from '../../shared/refusals';
import { historiesOf } from '../applications/queries';
import { acceptOffer } from './acceptOffer';
import { declineOffer } from './declineOffer';
import { makeOffer } from './makeOffer';
import type { OfferInput } from './offerTerms';
import { previewOffer } from './previewOffer';
import { withdrawOffer } from './withdrawOffer';

let world: World;
let firm: Firm;
let bank: Actor;
let rival: Actor;
let sides: Sides;

beforeEach(async () => {
  world = await openWorld();
  firm = await aFirm(world);
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

describe('makeOffer', () => {
  it('binds the bank with all cost reckoned, to the fen', async () => {
    const offer = await anOffer(world, sides);
    expect(offer).toMatchObject({
      number: 1,
      state: 'open',
      rateBps: 435,
      annualisedRateBps: 623,
      effectiveRateBps: 641,
      totalInterestFen: 2_371_879,
      totalFeesFen: 1_000_000,
      reckonedOn: '2026-11-23',
      validUntil: '2026-12-23',
    });
    expect(offer.termsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await applicationNow(world, offer.applicationId)).toMatchObject({ state: 'offered', offerValidUntil: '2026-12-23' });
  });

  it('prices on the quotation in force and its spread', async () => {
    await world.db.write(tx =>
      tx.insert(lprQuotes).values([
        { id: 'q1', publishedOn: calendarDate('2026-10-20'), tenor: '1Y', rateBps: 300, source: 'test' },
        { id: 'q2', publishedOn: calendarDate('2026-11-20'), tenor: '1Y', rateBps: 290, source: 'test' },
      ]),
    );
    const offer = await anOffer(world, sides, { pricing: { kind: 'lpr', tenor: '1Y', spreadBps: 55, repricing: 'anniversary' } });
    expect(offer).toMatchObject({ rateBps: 345, pricing: { lprRateBps: 290, lprPublishedOn: '2026-11-20', spreadBps: 55 } });
  });

  it('takes an agreed plan by months after disbursement', async () => {
    const plan = [
      { afterMonths: 6, principalFen: 30_000_000 },
      { afterMonths: 12, principalFen: 70_000_000 },
    ];
    expect(await anOffer(world, sides, { repaymentMethod: 'SCHEDULED', plan })).toMatchObject({ plan, totalFeesFen: 1_000_000 });
  });

  it.each<[string, Partial<OfferInput>, string]>([
    ['more than asked for', { amountFen: 100_000_001 }, 'offer.aboveRequest'],
    ['less than the product lends', { amountFen: 9_999_999 }, 'offer.amountFenMin'],
    ['a longer term than the product has', { termMonths: 37 }, 'offer.termMonthsMax'],
    ['a rate above the published one', { pricing: { kind: 'fixed', rateBps: 601 } }, 'offer.abovePublishedRate'],
    ['a method the product does not name', { repaymentMethod: 'LUMP_SUM' }, 'offer.repaymentMethod'],
    ['a security the product does not name', { securities: ['EQUITY_PLEDGE'] }, 'offer.securities'],
    ['a day that has passed', { validUntil: calendarDate('2026-11-22') }, 'validUntil.range'],
    ['91 days', { validUntil: calendarDate('2027-02-22') }, 'validUntil.range'],
    ['a plan for another method', { plan: [{ afterMonths: 12, principalFen: 100_000_000 }] }, 'instalments.ofScheduled'],
    ['a plan of part of it', { repaymentMethod: 'SCHEDULED', plan: [{ afterMonths: 12, principalFen: 1 }] }, 'instalments.sum'],
    [
      'a quotation nobody published',
      { pricing: { kind: 'lpr', tenor: '5Y', spreadBps: 0, repricing: 'fixed' } },
      'lpr.notPublished',
    ],
  ])('refuses %s, and so does its preview', async (_, values, rule) => {
    await world.db.write(tx => tx.delete(lprQuotes));
    const application = await anAssessedApplication(world, sides);
    const input = offerInput(world, values);
    await expect(makeOffer(as(bank), { ...at(application), input })).rejects.toMatchObject(refused('INVALID_INPUT', { rule }));
    await expect(previewOffer(as(bank), { applicationId: application.id, input })).rejects.toMatchObject(
      refused('INVALID_INPUT', { rule }),
    );
  });

  it('refuses an unsecured offer of a product that needs security', async () => {
    const product = await aLoanProduct(world, bank, { isUnsecured: false });
    const application = await anAssessedApplication(world, { ...sides, product });
    await expect(makeOffer(as(bank), { ...at(application), input: offerInput(world) })).rejects.toMatchObject(
      refused('INVALID_INPUT', { rule: 'offer.securityNeeded' }),
    );
  });

  it('refuses another bank (as not found), the firm, an auditor, a stale version and an application not taken up', async () => {
    const submitted = await aSubmittedApplication(world, sides);
    const given = { ...at(submitted), input: offerInput(world) };
    await expect(makeOffer(as(rival), given)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(makeOffer(as(firm.actor), given)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(makeOffer(as({ ...bank, role: 'auditor' }), given)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(makeOffer(as(bank), { ...given, version: 3 })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'staleVersion' }),
    );
    await expect(makeOffer(as(bank), given)).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
  });

  it('previews for the bank of the application alone what making it then keeps', async () => {
    const application = await anAssessedApplication(world, sides);
    const given = { applicationId: application.id, input: offerInput(world) };
    const { schedule, costSheet, ...figures } = await previewOffer(as(bank), given);
    expect(schedule.rows).toHaveLength(12);
    expect(schedule.rows[0]).toMatchObject({ dueOn: '2026-12-23', dueFen: 8_530_990 });
    expect(costSheet).toMatchObject({ totalRatePpm: 61_972, items: [{ item: 'interest' }, { item: 'processing' }] });
    expect(await makeOffer(as(bank), { ...at(application), input: given.input })).toMatchObject(figures);
    await expect(previewOffer(as(rival), given)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(previewOffer(as(firm.actor), given)).rejects.toMatchObject(refused('NOT_FOUND'));
  });
});

describe('acceptOffer', () => {
  it('closes every rival of the demand in the same unit of work', async () => {
    const offer = await anOffer(world, sides);
    const rivalSides = { ...sides, bank: rival, product: await aLoanProduct(world, rival) };
    const rivalOffer = await anOffer(world, rivalSides);
    const [third, fourth] = [await anActor(world, 'bank'), await anActor(world, 'bank')];
    const waiting = await aSubmittedApplication(world, { ...sides, bank: third, product: await aLoanProduct(world, third) });
    const elsewhere = await aSubmittedApplication(world, {
      firm,
      bank: fourth,
      product: await aLoanProduct(world, fourth),
      demand: await aDemand(world, firm),
    });

    const accepted = await acceptOffer(as(firm.actor), at(offer));
    expect(accepted).toMatchObject({ state: 'accepted', answeredAt: world.now(), version: 2 });
    expect(await applicationNow(world, offer.applicationId)).toMatchObject({ state: 'offerAccepted', offerValidUntil: null });
    expect(await applicationNow(world, rivalOffer.applicationId)).toMatchObject({ state: 'lapsed', decidedAt: world.now() });
    expect(await offerNow(world, rivalOffer.applicationId, 'lapsed')).toMatchObject({ answeredAt: world.now() });
    expect(await applicationNow(world, waiting.id)).toMatchObject({ state: 'lapsed' });
    expect(await applicationNow(world, elsewhere.id)).toMatchObject({ state: 'submitted' });
    expect(await demandNow(world, sides.demand.id)).toMatchObject({ state: 'inProgress' });
    const [events = []] = await historiesOf(world.db.read, [await applicationNow(world, rivalOffer.applicationId)]);
    expect(events.at(-1)).toMatchObject({ verb: 'lapseApplication', party: 'enterprise', reason: null });
  });

  it('lets one of two rivals win when both are accepted at once', async () => {
    const offers = [
      await anOffer(world, sides),
      await anOffer(world, { ...sides, bank: rival, product: await aLoanProduct(world, rival) }),
    ];
    const outcomes = await Promise.allSettled(offers.map(offer => acceptOffer(as(firm.actor), at(offer))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const states = await Promise.all(offers.map(async offer => (await applicationNow(world, offer.applicationId)).state));
    expect(states.sort()).toEqual(['lapsed', 'offerAccepted']);
  });

  it('takes an offer on its last day and not a day later', async () => {
    const offer = await anOffer(world, sides, { validUntil: calendarDate('2026-11-30') });
    world.setNow(new Date('2026-11-30T16:00:00Z'));
    await expect(acceptOffer(as(firm.actor), at(offer))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'offer.expired', validUntil: '2026-11-30' }),
    );
    world.setNow(new Date('2026-11-30T15:59:59Z'));
    expect(await acceptOffer(as(firm.actor), at(offer))).toMatchObject({ state: 'accepted' });
  });

  it('refuses the bank, a stranger (as not found), an auditor, a stale version and a second time', async () => {
    const offer = await anOffer(world, sides);
    await expect(acceptOffer(as(bank), at(offer))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(acceptOffer(as((await aFirm(world)).actor), at(offer))).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(acceptOffer(as({ ...firm.actor, role: 'auditor' }), at(offer))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(acceptOffer(as(firm.actor), { id: offer.id, version: 4 })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'staleVersion' }),
    );
    const accepted = await acceptOffer(as(firm.actor), at(offer));
    await expect(acceptOffer(as(firm.actor), at(accepted))).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
  });
});

describe.each([
  ['declineOffer', declineOffer, () => firm.actor, () => bank, 'declined'],
  ['withdrawOffer', withdrawOffer, () => bank, () => firm.actor, 'withdrawn'],
] as const)('%s', (_, command, side, otherSide, state) => {
  it('ends the offer with the reason, and the bank may make another', async () => {
    const offer = await anOffer(world, sides);
    expect(await command(as(side()), { ...at(offer), reason: ' 利率偏高 ' })).toMatchObject({ state, stateReason: '利率偏高' });
    const application = await applicationNow(world, offer.applicationId);
    expect(application).toMatchObject({ state: 'dueDiligence', offerValidUntil: null });
    const second = await makeOffer(as(bank), {
      ...at(application),
      input: offerInput(world, { pricing: { kind: 'fixed', rateBps: 400 } }),
    });
    expect(second.number).toBe(2);
    expect(second.termsHash).not.toBe(offer.termsHash);
  });

  it('refuses the other side, a stranger, a missing reason, a stale version, and an answered offer', async () => {
    const offer = await anOffer(world, sides);
    const given = { ...at(offer), reason: '不再需要' };
    await expect(command(as(otherSide()), given)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(command(as(rival), given)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(command(as(side()), { ...given, reason: ' ' })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field: 'reason' }),
    );
    await expect(command(as(side()), { ...given, version: 3 })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'staleVersion' }),
    );
    const accepted = await acceptOffer(as(firm.actor), at(offer));
    await expect(command(as(side()), { ...at(accepted), reason: '太晚了' })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'illegalVerb' }),
    );
  });
});
