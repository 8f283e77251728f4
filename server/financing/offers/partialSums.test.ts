import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  aDemand,
  aLoanProduct,
  anOffer,
  applicationNow,
  aSubmittedApplication,
  demandNow,
  type Sides,
  signed,
} from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { cancelApplication } from '../applications/cancelApplication';
import { disburse } from '../deals/disburse';
import { demandById } from '../demands/queries';
import { withdrawDemand } from '../demands/withdrawDemand';
import { acceptOffer } from './acceptOffer';
import type { Offer } from './tables';

let world: World;
let firm: Firm;
let sides: Sides;
/** 600,000, 400,000 and 500,000 yuan, all under one demand for 1,000,000. */
let [most, rest, rival]: [Offer, Offer, Offer] = [] as never;
let lenders: Sides[];

beforeEach(async () => {
  world = await openWorld();
  firm = await aFirm(world);
  const bank = await anActor(world, 'bank');
  sides = { firm, bank, product: await aLoanProduct(world, bank), demand: await aDemand(world, firm) };
  lenders = [];
  for (let place = 0; place < 3; place += 1) {
    const lender = await anActor(world, 'bank');
    lenders.push({ ...sides, bank: lender, product: await aLoanProduct(world, lender) });
  }
  const [a, b, c] = lenders as [Sides, Sides, Sides];
  most = await anOffer(world, a, { amountFen: 60_000_000 });
  rest = await anOffer(world, b, { amountFen: 40_000_000 });
  rival = await anOffer(world, c, { amountFen: 50_000_000 });
});
afterEach(() => world.close());

const asFirm = () => world.contextFor(firm.actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const stateOf = async ({ applicationId }: Offer) => (await applicationNow(world, applicationId)).state;
const standing = async () => {
  const { demand, course } = await demandById(asFirm(), sides.demand.id);
  return { state: demand.state, committedFen: course.committedFen, lentFen: course.lentFen };
};

/** The loan of an accepted offer, paid out. */
async function paid(lender: Sides | undefined, { applicationId }: Offer) {
  if (!lender) throw new Error('a lender');
  const { id, version } = await signed(world, lender, applicationId);
  const context = world.contextFor(lender.bank);
  return disburse(context, { id, version, input: { disbursedOn: context.today } });
}

it('14: takes several offers while they fit the need together; the others stay until it is met, and lapse when it is', async () => {
  await acceptOffer(asFirm(), at(most));
  expect([await stateOf(rest), await stateOf(rival)]).toEqual(['offered', 'offered']);
  await acceptOffer(asFirm(), at(rest));
  expect([await stateOf(most), await stateOf(rest), await stateOf(rival)]).toEqual(['offerAccepted', 'offerAccepted', 'lapsed']);
  expect(await standing()).toEqual({ state: 'inProgress', committedFen: 100_000_000, lentFen: 0 });
});

it('14: refuses an offer above what is open, and says how much is', async () => {
  await acceptOffer(asFirm(), at(most));
  await expect(acceptOffer(asFirm(), at(rival))).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { rule: 'offer.aboveRest', restFen: 40_000_000 },
  });
  expect(await stateOf(rival)).toBe('offered');
});

it('14: never takes more than the need when two are accepted at once', async () => {
  const outcomes = await Promise.allSettled([acceptOffer(asFirm(), at(most)), acceptOffer(asFirm(), at(rival))]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('20: fulfils the demand in part and then whole, and asks for no more than is open', async () => {
  await acceptOffer(asFirm(), at(most));
  await acceptOffer(asFirm(), at(rest));
  await paid(lenders[0], most);
  expect(await standing()).toEqual({ state: 'inProgress', committedFen: 40_000_000, lentFen: 60_000_000 });
  await expect(aSubmittedApplication(world, sides)).rejects.toMatchObject({ details: { rule: 'demand.offerAccepted' } });
  await paid(lenders[1], rest);
  expect(await demandNow(world, sides.demand.id)).toMatchObject({ state: 'fulfilled', closedAt: world.now() });
});

it('26: a credit that is cancelled opens its part again; the firm may ask elsewhere for it, or close the rest', async () => {
  await acceptOffer(asFirm(), at(most));
  await acceptOffer(asFirm(), at(rest));
  await paid(lenders[0], most);
  const context = world.contextFor((lenders[1] as Sides).bank);
  const { applicationId } = rest;
  await signed(world, lenders[1] as Sides, applicationId);
  await cancelApplication(context, { ...at(await applicationNow(world, applicationId)), reason: '额度调整' });
  const open = await demandNow(world, sides.demand.id);
  expect(open).toMatchObject({ state: 'partiallyFulfilled', closedAt: null });
  const further = await aSubmittedApplication(world, sides);
  expect(further.amountFen).toBe(40_000_000);
  await expect(withdrawDemand(asFirm(), at(await demandNow(world, open.id)))).rejects.toMatchObject({
    details: { rule: 'demand.liveApplications' },
  });
});

it('a firm closes the rest of a demand that was lent in part', async () => {
  await acceptOffer(asFirm(), at(most));
  await paid(lenders[0], most);
  world.setNow(new Date('2027-01-10T02:00:00Z'));
  const now = await demandNow(world, sides.demand.id);
  expect(await withdrawDemand(asFirm(), at(now))).toMatchObject({ state: 'partiallyFulfilled', closedAt: world.now() });
  const closed = await demandNow(world, sides.demand.id);
  await expect(withdrawDemand(asFirm(), at(closed))).rejects.toMatchObject({ details: { rule: 'demand.ended' } });
});
