import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aDemand, aLoan, aLoanProduct, type Sides } from '../../../tests/support/deals';
import { aFirm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import { messages } from '../../messages/tables';
import { recordLprQuote } from '../../products/lpr/recordLprQuote';
import { systemActor } from '../../shared/actor';
import { calendarDate as day } from '../../shared/dates';
import { repricingDays, resetsOf } from '../ledger/repricing';
import type { OfferInput } from '../offers/offerTerms';
import { revisionsOf } from './courses';
import { nextRepricingsOf } from './nextRepricing';
import { repriceLoans } from './repriceLoans';
import { restructureLoan } from './restructureLoan';
import type { MatchedTransaction } from './tables';

let world: World;
let sides: Sides;

beforeEach(async () => {
  world = await openWorld();
  await publish('2026-11-20', 300);
  world.setNow(worldBegins);
  const firm = await aFirm(world);
  const bank = await anActor(world, 'bank');
  const pricing = {
    kind: 'lpr' as const,
    tenor: '1Y' as const,
    spreadBpsMin: 0,
    spreadBpsMax: 300,
    repricing: 'monthly' as const,
  };
  sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank, { pricing }) };
});
afterEach(() => world.close());

/** 3.00 % of the LPR in force on 2026-11-23 and 1.35 points above it: 4.35 %. */
const onLpr = (repricing: 'monthly' | 'yearlyJanuary' | 'fixed'): Partial<OfferInput> => ({
  pricing: { kind: 'lpr', tenor: '1Y', spreadBps: 135, repricing },
  repaymentMethod: 'INTEREST_FIRST',
  dayBasis: 'ACT/360',
});
const loanOn = (repricing: 'monthly' | 'yearlyJanuary' | 'fixed'): Promise<MatchedTransaction> =>
  aLoan(world, sides, onLpr(repricing));
const publish = async (publishedOn: string, rateBps: number) => {
  world.setNow(new Date(`${publishedOn}T02:00:00Z`));
  await recordLprQuote(world.contextFor(await anActor(world, 'operator')), {
    publishedOn,
    tenor: '1Y',
    rateBps,
    source: '全国银行间同业拆借中心',
  });
};
const repriceOn = (date: string): Promise<number> => {
  world.setNow(new Date(`${date}T02:00:00Z`));
  return repriceLoans(world.contextFor(systemActor('test')));
};
const revisionsNow = async ({ id }: MatchedTransaction) => (await revisionsOf(world.db.read, [id]))[0] ?? [];

it.each([
  ['monthly', ['2026-02-28', '2026-03-31', '2026-04-30']],
  ['quarterly', ['2026-04-30']],
  ['yearlyJanuary', []],
  ['fixed', []],
] as const)('a loan from 31 January to 15 May that is repriced %s has these days', (repricing, days) => {
  expect(repricingDays(repricing, day('2026-01-31'), day('2026-05-15'))).toEqual(days);
});

it('golden: every reset of a loan by the published quotations, 3.80 % + 55 bp being 4.35 %', () => {
  const pricing = {
    kind: 'lpr' as const,
    tenor: '1Y' as const,
    spreadBps: 55,
    repricing: 'yearlyJanuary' as const,
    lprRateBps: 380,
    lprPublishedOn: day('2021-12-20'),
  };
  const quotes = [
    { publishedOn: day('2021-12-20'), tenor: '1Y' as const, rateBps: 380 },
    { publishedOn: day('2022-08-22'), tenor: '1Y' as const, rateBps: 365 },
    { publishedOn: day('2023-08-21'), tenor: '1Y' as const, rateBps: 345 },
  ];
  const loan = { pricing, rateBps: 435, disbursedOn: day('2022-01-10'), maturesOn: day('2025-01-10') };
  expect(resetsOf(loan, quotes, day('2024-12-31'))).toEqual([
    { from: '2023-01-01', rateBps: 420, lprRateBps: 365, lprPublishedOn: '2022-08-22' },
    { from: '2024-01-01', rateBps: 400, lprRateBps: 345, lprPublishedOn: '2023-08-21' },
  ]);
});

it('complaint 8: "floating-rate products cannot be configured, used or previewed": it is previewed, reset once on its day, and told', async () => {
  const loan = await loanOn('monthly');
  await publish('2026-12-21', 280);
  const [preview] = await nextRepricingsOf(world.db.read, [loan], day('2026-12-21'));
  expect(preview).toEqual({ on: '2026-12-23', rateBps: 415, dueOn: '2027-01-23', dueFen: 357_361, previousFen: 374_583 });
  expect(await repriceOn('2026-12-22')).toBe(0);
  expect(await repriceOn('2026-12-23')).toBe(1);
  expect(await repriceOn('2026-12-23')).toBe(0);
  expect(await revisionsNow(loan)).toMatchObject([
    { from: '2026-12-23', kind: 'repriced', rateBps: 415, lprRateBps: 280, lprPublishedOn: '2026-12-21' },
  ]);
  const told = await world.db.read.select().from(messages).where(eq(messages.kind, 'loanRepriced'));
  expect(told.map(({ recipientId }) => recipientId).sort()).toEqual([sides.firm.id, sides.bank.organisationId].sort());
});

it('a day passed while no server ran is made good, and two servers write it once', async () => {
  const loan = await loanOn('monthly');
  await publish('2026-12-21', 280);
  world.setNow(new Date('2027-02-10T02:00:00Z'));
  const context = world.contextFor(systemActor('test'));
  const counts = await Promise.all([repriceLoans(context), repriceLoans(context)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await revisionsNow(loan)).toMatchObject([{ from: '2026-12-23' }]);
});

it('leaves alone a fixed rate, a day on which nothing changes, and a loan that was restructured since', async () => {
  const fixed = await loanOn('fixed');
  sides = { ...sides, demand: await aDemand(world, sides.firm) };
  const yearly = await loanOn('yearlyJanuary');
  expect(await repriceOn('2026-12-31')).toBe(0);
  await restructureLoan(world.contextFor(sides.bank), {
    id: yearly.id,
    version: yearly.version,
    reasonCode: 'L11',
    input: { rateBps: 0, repaymentMethod: 'EQUAL_PRINCIPAL', maturesOn: '2028-01-01' },
  });
  await publish('2027-01-04', 250);
  expect(await repriceOn('2028-01-01')).toBe(0);
  expect(await revisionsNow(fixed)).toEqual([]);
  expect(await revisionsNow(yearly)).toMatchObject([{ kind: 'restructured', rateBps: 0 }]);
});
