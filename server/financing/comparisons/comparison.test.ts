import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aLoanProduct, anOffer, type Sides } from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { type Running, serve } from '../../../tests/support/http';
import { anActor } from '../../../tests/support/identity';
import { feeOf, loanTermsOf } from '../../../tests/support/loanTerms';
import { openWorld, type World } from '../../../tests/support/world';
import { acceptOffer } from '../offers/acceptOffer';
import { repaymentSchedule } from '../repayment/schedule';
import { offerMonths } from './months';
import { comparedRows } from './rows';

const monthsOf = (values: Parameters<typeof loanTermsOf>[0]) => offerMonths(repaymentSchedule(loanTermsOf(values)));

describe('a schedule month by month', () => {
  it('begins with the day of disbursement and ends with nothing owed and the whole cost paid', () => {
    const schedule = repaymentSchedule(loanTermsOf({ termMonths: 12, fees: [feeOf()] }));
    const months = offerMonths(schedule);
    expect(months).toHaveLength(13);
    expect(months[0]).toMatchObject({
      dueFen: schedule.feeAtDisbursementFen,
      balanceFen: 100_000_000,
      costFen: schedule.feeAtDisbursementFen,
    });
    expect(months.at(-1)).toMatchObject({
      month: 12,
      balanceFen: 0,
      costFen: schedule.totals.interestFen + schedule.totals.feeFen + schedule.feeAtDisbursementFen,
    });
  });

  it('owes nothing in the months between two quarters, and the principal stays', () => {
    const months = monthsOf({ method: 'QUARTERLY_INTEREST', termMonths: 12 });
    expect(months.some(({ month, dueFen, dueOn }) => month > 0 && dueFen === 0 && dueOn === null)).toBe(true);
    expect(months.at(-2)?.balanceFen).toBe(100_000_000);
  });

  it('counts a due day within a month to that month, not to the one before', () => {
    const months = monthsOf({ termMonths: 12, dueDay: 20 });
    expect(months.every(({ month, dueOn }) => month === 0 || dueOn !== null)).toBe(true);
    expect(months.reduce((sum, { dueFen }) => sum + dueFen, 0)).toBeGreaterThan(100_000_000);
  });
});

describe('schedules beside each other in few rows', () => {
  const spans = (terms: readonly number[], rowsMax: number) =>
    comparedRows(
      terms.map(termMonths => monthsOf({ termMonths })),
      rowsMax,
    ).map(({ firstMonth, lastMonth }) => [firstMonth, lastMonth]);

  it.each([
    [[12], 12, 12, [1, 1]],
    [[12, 13], 12, 5, [1, 3]],
    [[12, 60], 13, 10, [1, 6]],
    [[600], 13, 10, [1, 60]],
    [[600], 4, 1, [1, 600]],
  ])('of %j months in at most %i rows are %i, the first %j', (terms, rowsMax, count, first) => {
    expect([spans(terms, rowsMax).length, spans(terms, rowsMax)[0]]).toEqual([count, first]);
  });

  it('sum up to everything that is due, and say nothing of an offer that is paid off', () => {
    const offers = [monthsOf({ termMonths: 12 }), monthsOf({ termMonths: 24, fees: [feeOf()] })];
    const rows = comparedRows(offers, 13);
    offers.forEach((months, place) => {
      expect(rows.reduce((sum, { dueFen }) => sum + (dueFen[place] ?? 0), 0)).toBe(
        months.reduce((sum, { dueFen }) => sum + dueFen, 0),
      );
    });
    expect(rows[0]).toMatchObject({ firstMonth: 0, lastMonth: 0 });
    expect(rows.at(-1)?.dueFen[0]).toBeNull();
  });
});

describe('the offers on a demand side by side', () => {
  let world: World;
  let api: Running;
  let firm: Firm;
  let demandId: string;

  beforeEach(async () => {
    world = await openWorld();
    api = await serve(world, {}, { withoutSocket: true });
    firm = await aFirm(world);
  });
  afterEach(async () => {
    await api.close();
    await world.close();
  });

  async function sides(): Promise<Sides> {
    const bank = await anActor(world, 'bank');
    const demand = demandId ? { id: demandId } : await aDemand(world, firm);
    demandId = demand.id;
    return { firm, bank, product: await aLoanProduct(world, bank), demand: demand as Sides['demand'] };
  }

  const document = `query Compared($id: ID!) {
    offerComparison(demandId: $id) {
      differences
      offers {
        offer { id annualisedRateBps state support { netAnnualisedRatePpm } application { institution { name } productVersion { name } } }
        parts { item amountFen }
        months { month dueOn dueFen balanceFen costFen aboveCheapestFen }
      }
    }
  }`;
  type Compared = {
    offerComparison: {
      differences: string[];
      offers: {
        offer: { id: string; annualisedRateBps: number; state: string };
        parts: { item: string; amountFen: number }[];
        months: { month: number; dueFen: number; aboveCheapestFen: number | null }[];
      }[];
    };
  };
  const compared = async () => (await (await api.as(firm.actor)).data<Compared>(document, { id: demandId })).offerComparison;

  it('come cheapest first, say in what they differ and how far each month is from the cheapest', async () => {
    demandId = '';
    await anOffer(world, await sides(), { pricing: { kind: 'fixed', rateBps: 460 }, fees: [] });
    const shorter = await anOffer(world, await sides(), { pricing: { kind: 'fixed', rateBps: 400 }, fees: [], termMonths: 6 });
    const { differences, offers } = await compared();
    expect(differences).toEqual(['term']);
    expect(offers[0]?.offer.id).toBe(shorter.id);
    expect(offers[0]?.months.every(({ aboveCheapestFen }) => aboveCheapestFen === null)).toBe(true);
    const [first = [], second = []] = offers.map(({ months }) => months);
    expect(second[1]?.aboveCheapestFen).toBe((second[1]?.dueFen ?? 0) - (first[1]?.dueFen ?? 0));
    expect(second.at(-1)?.aboveCheapestFen).toBe(second.at(-1)?.dueFen);
    expect(offers[1]?.parts[0]?.item).toBe('interest');
  });

  it('are read in as many statements however many they are', async () => {
    demandId = '';
    for (let count = 0; count < 2; count += 1) await anOffer(world, await sides());
    await compared();
    const few = await world.counting(compared);
    for (let count = 0; count < 3; count += 1) await anOffer(world, await sides());
    const many = await world.counting(compared);
    expect([few.result.offers.length, many.result.offers.length]).toEqual([2, 5]);
    expect(many.statements.length).toBe(few.statements.length);
  });

  it('are none before the first, keep what was accepted in part, and are not there for another firm', async () => {
    demandId = (await aDemand(world, firm)).id;
    expect(await compared()).toEqual({ differences: [], offers: [] });
    const half = await anOffer(world, await sides(), { amountFen: 50_000_000 });
    await anOffer(world, await sides(), { amountFen: 50_000_000 });
    await acceptOffer(world.contextFor(firm.actor), { id: half.id, version: half.version });
    expect((await compared()).offers.map(({ offer }) => offer.state).sort()).toEqual(['accepted', 'open']);
    const other = await aFirm(world);
    const answer = await (await api.as(other.actor)).ask(document, { id: demandId });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
