import { and, between, count, eq, isNotNull, sql, sum } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { matchedTransactions, transactionLabels } from '../../financing/deals/tables';
import { productVersions } from '../../products/tables';
import type { Contributions } from '../disclosure/contributions';
import { contributionFields, contributionsIn, placeBy } from './contributionQuery';
import type { DimensionName } from './dimensions';
import { expressionsOf, type Grouping, groupingsOf, keysAbove, keysIn, keysOf } from './grouping';
import type { MeasureRequest } from './measure';

/** The matched transactions of one cell, taken together. */
export type TransactionGroup = {
  readonly keys: readonly (string | null)[];
  readonly count: number;
  /** Σ amount × rate. */
  readonly weightedRateFenBps: number;
  readonly amount: Contributions;
};

export const transactionDimensions: readonly DimensionName[] = ['month', 'bank', 'county', 'category', 'label', 'channel'];

const columns = {
  month: matchedTransactions.month,
  bank: matchedTransactions.institutionId,
  county: matchedTransactions.countyCode,
  category: productVersions.category,
  label: transactionLabels.label,
  channel: matchedTransactions.channel,
};

/**
 * The transactions disbursed in the months of the request, by its grouping and by every total over it. A page asks for
 * count, amount, firms and rate of the same cells at once: they share one answer while it is under way.
 */
export function transactionGroups(read: Reader, request: MeasureRequest): Promise<TransactionGroup[]> {
  const asked = underWay.get(read) ?? new Map<string, Promise<TransactionGroup[]>>();
  underWay.set(read, asked);
  const question = JSON.stringify([request.groupBy, request.from, request.to]);
  const shared = asked.get(question);
  if (shared) return shared;
  const answer = allGroups(read, request).finally(() => asked.delete(question));
  asked.set(question, answer);
  return answer;
}

const underWay = new WeakMap<Reader, Map<string, Promise<TransactionGroup[]>>>();

async function allGroups(read: Reader, request: MeasureRequest): Promise<TransactionGroup[]> {
  const groups = await Promise.all(groupingsOf(request.groupBy).map(grouping => groupsBy(read, grouping, request)));
  return groups.flat();
}

async function groupsBy(read: Reader, grouping: Grouping, { from, to }: MeasureRequest): Promise<TransactionGroup[]> {
  const by = expressionsOf(grouping, columns);
  const isByLabel = grouping.includes('label');
  const isByCategory = grouping.includes('category');
  const amountFen = sum(matchedTransactions.amountFen);
  const firms = read
    .select({
      ...keysOf(by),
      deals: count().as('deals'),
      amountFen: amountFen.as('amount_fen'),
      weightedRate: sum(sql`${matchedTransactions.amountFen} * ${matchedTransactions.rateBps}`).as('weighted_rate'),
      place: placeBy(amountFen, by).as('place'),
    })
    .from(matchedTransactions)
    .leftJoin(transactionLabels, eq(transactionLabels.transactionId, isByLabel ? matchedTransactions.id : nothing))
    .leftJoin(productVersions, eq(productVersions.id, isByCategory ? matchedTransactions.productVersionId : nothing))
    .where(and(between(matchedTransactions.month, from, to), isByLabel ? isNotNull(transactionLabels.label) : undefined))
    .groupBy(...by, matchedTransactions.enterpriseId)
    .as('firms');
  const keys = keysAbove(by);
  const rows = await read
    .select({
      keys: keysOf(keys),
      count: sum(firms.deals).mapWith(Number),
      weightedRateFenBps: sum(firms.weightedRate).mapWith(Number),
      amount: contributionFields(firms.amountFen, firms.place),
    })
    .from(firms)
    .groupBy(...keys);
  return rows
    .filter(({ amount }) => amount.respondents > 0)
    .map(group => ({ ...group, keys: keysIn(grouping, group.keys), amount: contributionsIn(group.amount) }));
}

/** What is joined when it is not asked for: found at once to be nothing, by the index. */
const nothing = '';

/** What stands behind a count of deals: nobody's share of a count is a secret, only who is counted. */
export const countBehind = ({ count: sum, amount: { respondents } }: TransactionGroup): Contributions => ({
  sum,
  respondents,
  largest: null,
});
