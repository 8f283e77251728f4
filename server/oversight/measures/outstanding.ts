import { and, eq, inArray, isNotNull, sql, sum } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { nonPerforming } from '../../financing/deals/classification';
import { openStates } from '../../financing/deals/lifecycle';
import { matchedTransactions, repayments, transactionLabels } from '../../financing/deals/tables';
import type { Contributions } from '../disclosure/contributions';
import { contributionFields, contributionsIn, placeBy } from './contributionQuery';
import type { DimensionName } from './dimensions';
import { expressionsOf, type Grouping, groupingsOf, keysAbove, keysIn, keysOf } from './grouping';

/** What is owed now of the loans of one cell, and what of it is non-performing. */
export type OutstandingGroup = {
  readonly keys: readonly (string | null)[];
  readonly balance: Contributions;
  readonly nonPerforming: Contributions;
};

export const outstandingDimensions: readonly DimensionName[] = ['bank', 'county', 'label', 'channel'];

const columns = {
  bank: matchedTransactions.institutionId,
  county: matchedTransactions.countyCode,
  label: transactionLabels.label,
  channel: matchedTransactions.channel,
};

/**
 * The principal owed of every loan that runs, by the grouping and by every total over it. What was renewed, compensated, settled
 * or written off is owed no more: a renewed loan counts once, in the loan that took its place.
 */
export async function outstandingGroups(read: Reader, groupBy: readonly DimensionName[]): Promise<OutstandingGroup[]> {
  const groups = await Promise.all(groupingsOf(groupBy).map(grouping => groupsBy(read, grouping)));
  return groups.flat();
}

async function groupsBy(read: Reader, grouping: Grouping): Promise<OutstandingGroup[]> {
  const by = expressionsOf(grouping, columns);
  const isByLabel = grouping.includes('label');
  const repaid = read
    .select({ transactionId: repayments.transactionId, fen: sum(repayments.principalFen).as('repaid_fen') })
    .from(repayments)
    .groupBy(repayments.transactionId)
    .as('repaid');
  const balanceFen = sql`sum(${matchedTransactions.amountFen} - coalesce(${repaid.fen}, 0))`;
  const badFen = sql`sum(case when ${inArray(matchedTransactions.riskClass, [...nonPerforming])} then ${matchedTransactions.amountFen} - coalesce(${repaid.fen}, 0) else 0 end)`;
  const firms = read
    .select({
      ...keysOf(by),
      balanceFen: balanceFen.as('balance_fen'),
      badFen: badFen.as('bad_fen'),
      place: placeBy(balanceFen, by).as('place'),
      badPlace: placeBy(badFen, by).as('bad_place'),
    })
    .from(matchedTransactions)
    .leftJoin(repaid, eq(repaid.transactionId, matchedTransactions.id))
    .leftJoin(transactionLabels, eq(transactionLabels.transactionId, isByLabel ? matchedTransactions.id : noTransaction))
    .where(and(inArray(matchedTransactions.state, [...openStates]), isByLabel ? isNotNull(transactionLabels.label) : undefined))
    .groupBy(...by, matchedTransactions.enterpriseId)
    .as('firms');
  const keys = keysAbove(by);
  const rows = await read
    .select({
      keys: keysOf(keys),
      balance: contributionFields(firms.balanceFen, firms.place),
      bad: contributionFields(firms.badFen, firms.badPlace),
    })
    .from(firms)
    .groupBy(...keys);
  return rows
    .filter(({ balance }) => balance.respondents > 0)
    .map(row => ({
      keys: keysIn(grouping, row.keys),
      balance: contributionsIn(row.balance),
      nonPerforming: contributionsIn(row.bad),
    }));
}

/** Whose labels are joined when none are asked for: found at once to be none, by the index. */
const noTransaction = '';
