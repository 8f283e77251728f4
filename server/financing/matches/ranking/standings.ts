import type { ActorContext } from '../../../context';
import { type Cases, type Chance, chanceOf, firmsMin, priorCases, type Standing } from '../../../matching/rank';
import type { OfferedLoan } from '../../../products/queries';
import type { CalendarDate } from '../../../shared/dates';
import { remembered } from '../../../shared/remembered';
import { type ExpectedCost, expectedCost, type WantedLoan } from './expectedCost';
import { type ProductCases, trackRecord } from './trackRecord';

export type Speed = {
  /** Calendar days from application to decision, to one decimal. */
  readonly days: number;
  /** measured: on average, once there are enough decisions; promised: the product's working days for its decision. */
  readonly basis: 'measured' | 'promised';
  readonly workingDaysPromised: number | null;
};

/** Where a product stands for a wanted loan, with what each measure was drawn from. */
export type ProductStanding = Standing & {
  readonly cost: ExpectedCost;
  readonly chance: Chance | null;
  readonly speed: Speed | null;
};

/** Where loan products in force stand today for the loan that a firm wants, by product id. */
export async function standingsFor(
  context: Pick<ActorContext, 'db' | 'now' | 'today'>,
  loans: readonly OfferedLoan[],
  wanted: WantedLoan,
): Promise<ReadonlyMap<string, ProductStanding>> {
  return standingsOf(loans, await trackRecord(context), { wanted, today: context.today });
}

/** `standingsFor` from the products and the decisions as they were read. */
export function standingsOf(
  loans: readonly OfferedLoan[],
  cases: readonly ProductCases[],
  { wanted, today }: { readonly wanted: WantedLoan; readonly today: CalendarDate },
): ReadonlyMap<string, ProductStanding> {
  const costs = new Map(loans.map(loan => [loan.productId, expectedCost(loan, wanted, today)]));
  const highestBps = Math.max(0, ...[...costs.values()].map(({ costBpsMin, costBpsMax }) => costBpsMax ?? costBpsMin ?? 0));
  const record = recordsBy(cases);
  return new Map(
    loans.map(loan => {
      const cost = costs.get(loan.productId) as ExpectedCost;
      const { chance, speed, approvalBps, days } = record(loan);
      const costBps = costToRankBy(cost, highestBps);
      return [loan.productId, { cost, chance, speed, costBps, approvalBps, days, amountFenMax: loan.amountFenMax }];
    }),
  );
}

type TrackRecord = Pick<ProductStanding, 'chance' | 'speed' | 'approvalBps' | 'days'>;

/** What the decisions say of a loan product: the same whatever is wanted, so it is drawn once from the same decisions. */
const recordsBy = remembered((cases: readonly ProductCases[]) => {
  const all = sumOf(cases);
  const families = grouped(cases, ({ category }) => category);
  const byProduct = grouped(cases, ({ productId }) => productId);
  return remembered(({ productId, category, promisedDays }: OfferedLoan): TrackRecord => {
    const own = byProduct.get(productId) ?? [];
    const chance = chanceOf({ product: sumOf(own), family: sumOf(families.get(category) ?? []), all });
    const speed = speedOf(own, promisedDays.decide);
    return { chance, speed, approvalBps: chance?.approvalBps ?? null, days: speed?.days ?? null };
  });
});

/**
 * The cost in the middle of the stated range. An upper end that is not stated is taken for the highest that any product
 * states, and a lower end that is not stated for the upper one: so leaving a rate out never makes a product look cheaper.
 */
export function costToRankBy({ costBpsMin, costBpsMax }: ExpectedCost, highestBps: number): number | null {
  if (costBpsMin === null && costBpsMax === null) return null;
  const high = costBpsMax ?? highestBps;
  return Math.round(((costBpsMin ?? high) + high) / 2);
}

function speedOf(own: readonly ProductCases[], workingDaysPromised: number | null): Speed | null {
  const { firms, decided } = sumOf(own);
  if (firms >= firmsMin && decided >= priorCases) {
    const days = own.reduce((sum, cases) => sum + cases.daysToDecision * cases.decided, 0) / decided;
    return { days: Math.round(days * 10) / 10, basis: 'measured', workingDaysPromised };
  }
  if (workingDaysPromised === null) return null;
  return { days: Math.round(workingDaysPromised * 14) / 10, basis: 'promised', workingDaysPromised };
}

function grouped<Key>(
  cases: readonly ProductCases[],
  keyOf: (of: ProductCases) => Key,
): ReadonlyMap<Key, readonly ProductCases[]> {
  const groups = new Map<Key, ProductCases[]>();
  for (const each of cases) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

/** All cases together. Firms may have asked for several products, so those of the most asked one stand for all: never too many. */
const sumOf = (cases: readonly Cases[]): Cases =>
  cases.reduce(
    (sum, { firms, decided, approved }) => ({
      firms: Math.max(sum.firms, firms),
      decided: sum.decided + decided,
      approved: sum.approved + approved,
    }),
    { firms: 0, decided: 0, approved: 0 },
  );
