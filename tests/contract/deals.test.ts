import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptApplication } from '../../server/financing/applications/acceptApplication';
import { listApplications } from '../../server/financing/applications/queries';
import { startDueDiligence } from '../../server/financing/applications/startDueDiligence';
import { submitApplication } from '../../server/financing/applications/submitApplication';
import { disburse } from '../../server/financing/deals/disburse';
import { listTransactions } from '../../server/financing/deals/queries';
import { recordRepayment } from '../../server/financing/deals/recordRepayment';
import { matchedTransactions, transactionLabels } from '../../server/financing/deals/tables';
import { openDemand } from '../../server/financing/demands/openDemand';
import { listDemands } from '../../server/financing/demands/queries';
import { requestDrawdown } from '../../server/financing/lines/drawdown';
import { lineById } from '../../server/financing/lines/queries';
import { acceptOffer } from '../../server/financing/offers/acceptOffer';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import type { Actor } from '../../server/shared/actor';
import { calendarDate } from '../../server/shared/dates';
import {
  aDemand,
  aKey,
  aLine,
  aLoanProduct,
  anOffer,
  applicationNow,
  aSignedContract,
  aSubmittedApplication,
  demandInput,
  demandNow,
  offerInput,
  organisationOf,
  type Sides,
  signed,
  submission,
} from '../support/deals';
import { aConsent, aFirm, type Firm } from '../support/enterprises';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let firm: Firm;
let bank: Actor;
let rival: Actor;
let sides: Sides;
const today = calendarDate('2026-11-23');
const list = { page: 1, perPage: 10 };

beforeEach(async () => {
  world = await openWorld();
  firm = await aFirm(world);
  [bank, rival] = [await anActor(world, 'bank'), await anActor(world, 'bank')];
  sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const nowAt = async (applicationId: string) => at(await applicationNow(world, applicationId));

describe('a deal', () => {
  it('goes from a demand to a loan that is repaid, and every row says what the other says', async () => {
    const demand = await openDemand(as(firm.actor), { input: demandInput({ highestRateBps: 450 }), idempotencyKey: aKey() });
    await aConsent(world, firm, await organisationOf(world, bank));
    const submitted = await submitApplication(as(firm.actor), {
      input: submission({ ...sides, demand }),
      idempotencyKey: aKey(),
    });
    const accepted = await acceptApplication(as(bank), at(submitted));
    const assessed = await startDueDiligence(as(bank), at(accepted));
    const offer = await makeOffer(as(bank), { ...at(assessed), input: offerInput(world) });
    await acceptOffer(as(firm.actor), at(offer));
    await signed(world, sides, submitted.id);
    const loan = await disburse(as(bank), {
      ...(await nowAt(submitted.id)),
      input: { disbursedOn: today, householdCreditFen: 200_000_000, isAttestedFirst: true },
    });
    await recordRepayment(as(bank), { ...at(loan), input: { paidOn: today, principalFen: 40_000_000, interestFen: 0 } });

    const [stored] = await world.db.read.select().from(matchedTransactions).where(eq(matchedTransactions.id, loan.id));
    expect(stored).toEqual({ ...loan, version: 2, reportedMonth: '2026-11' });
    expect(await world.db.read.select().from(transactionLabels)).toHaveLength(2);
    expect(await demandNow(world, demand.id)).toMatchObject({ state: 'fulfilled', version: 3 });
    expect((await listTransactions(as(firm.actor), list)).items).toEqual([{ transaction: stored, balanceFen: 60_000_000 }]);
  });

  it('is looked for by state, words and day alike', async () => {
    await anOffer(world, sides, { validUntil: calendarDate('2026-11-30') });
    const q = '德税';
    const seen = async (states: ('offered' | 'lapsed')[]) =>
      (await listApplications(as(bank), { ...list, q, sort: 'offerValidUntil', order: 'ASC', filter: { states } })).total;
    expect([await seen(['offered']), await seen(['lapsed']), await seen(['offered', 'lapsed'])]).toEqual([1, 0, 1]);
    world.setNow(new Date('2026-12-01T02:00:00Z'));
    expect([await seen(['offered']), await seen(['lapsed'])]).toEqual([0, 1]);
    const { items } = await listDemands(as(firm.actor), { ...list, filter: { state: 'published' } });
    expect(items).toMatchObject([{ course: { applications: 1, liveApplications: 0, openOffers: 0, committedFen: 0 } }]);
  });
});

describe('at the same moment', () => {
  it('two submissions under one key make one application', async () => {
    await aConsent(world, firm, await organisationOf(world, bank));
    const given = { input: submission(sides), idempotencyKey: aKey() };
    const [a, b] = await Promise.all([submitApplication(as(firm.actor), given), submitApplication(as(firm.actor), given)]);
    expect(a).toEqual(b);
    expect((await listApplications(as(bank), list)).total).toBe(1);
  });

  it('one of two rival offers is accepted', async () => {
    const offers = [
      await anOffer(world, sides),
      await anOffer(world, { ...sides, bank: rival, product: await aLoanProduct(world, rival) }),
    ];
    const outcomes = await Promise.allSettled(offers.map(offer => acceptOffer(as(firm.actor), at(offer))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
    const states = await Promise.all(offers.map(async offer => (await applicationNow(world, offer.applicationId)).state));
    expect(states.sort()).toEqual(['lapsed', 'offerAccepted']);
  });

  it('an offer is accepted or another application joins the demand, never both', async () => {
    const offer = await anOffer(world, sides);
    const product = await aLoanProduct(world, bank);
    const [accepted, joined] = await Promise.allSettled([
      acceptOffer(as(firm.actor), at(offer)),
      aSubmittedApplication(world, { ...sides, product }),
    ]);
    expect(accepted.status).toBe('fulfilled');
    const live = await listApplications(as(firm.actor), {
      ...list,
      filter: { states: ['submitted', 'accepted', 'dueDiligence', 'offered'] },
    });
    expect(live.total).toBe(0);
    if (joined.status === 'rejected') expect(joined.reason).toMatchObject({ details: { rule: 'demand.offerAccepted' } });
  });

  it('two banks that pay one firm lend it its first loan once', async () => {
    const another = { ...sides, bank: rival, demand: await aDemand(world, firm), product: await aLoanProduct(world, rival) };
    const deals = await Promise.all(
      [sides, another].map(async each => ({ each, applicationId: (await aSignedContract(world, each)).id })),
    );
    const input = { disbursedOn: today, isAttestedFirst: true };
    const versions = await Promise.all(deals.map(({ applicationId }) => nowAt(applicationId)));
    await Promise.all(
      deals.map(({ each }, place) => disburse(as(each.bank), { ...(versions[place] ?? at({ id: '', version: 0 })), input })),
    );
    const loans = await world.db.read.select().from(matchedTransactions);
    expect(loans.map(({ isFirstLoan }) => isFirstLoan).sort()).toEqual([false, true]);
  });

  it('of eight who draw from one line at once only what fits within the limit is taken', async () => {
    const { id } = await aLine(world, sides);
    const draw = async (): Promise<unknown> => {
      const { version } = (await lineById(as(firm.actor), id)).line;
      return requestDrawdown(as(firm.actor), { id, version, input: { amountFen: 30_000_000, termMonths: 6 } });
    };
    // Each reads the version anew when it has been overtaken, as a person would.
    for (let round = 0; round < 4; round += 1) await Promise.allSettled(Array.from({ length: 8 }, draw));
    const { standing, drawdowns } = await lineById(as(firm.actor), id);
    expect(drawdowns.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(standing).toMatchObject({ askedFen: 90_000_000, availableFen: 10_000_000 });
  });
});
