import { and, eq, inArray, sql, sum } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { compensations } from '../../financing/compensations/tables';
import { openStates } from '../../financing/deals/lifecycle';
import { matchedTransactions, repayments } from '../../financing/deals/tables';
import { guarantees } from '../../financing/guarantees/tables';
import { schemeParties } from '../../financing/riskSharing/tables';
import type { Contributions } from '../disclosure/contributions';
import { contributionFields, contributionsIn, placeBy } from './contributionQuery';
import type { DimensionName } from './dimensions';
import { expressionsOf, type Grouping, groupingsOf, keysAbove, keysIn, keysOf } from './grouping';

/** The loans of one cell that are or were guaranteed, taken together. */
export type GuaranteedGroup = {
  readonly keys: readonly (string | null)[];
  /** What is still owed and is not the risk of the bank. */
  readonly guaranteed: Contributions;
  readonly lent: Contributions;
  readonly compensated: Contributions;
};

export const guaranteeDimensions: readonly DimensionName[] = ['bank', 'county'];

const columns = { bank: matchedTransactions.institutionId, county: matchedTransactions.countyCode };

/** All guaranteed loans that were paid out, by a grouping and by every total over it. */
export const guaranteedGroups = async (read: Reader, groupBy: readonly DimensionName[]): Promise<GuaranteedGroup[]> =>
  (await Promise.all(groupingsOf(groupBy).map(grouping => groupsBy(read, grouping)))).flat();

async function groupsBy(read: Reader, grouping: Grouping): Promise<GuaranteedGroup[]> {
  const by = expressionsOf(grouping, columns);
  const { amountFen, state } = matchedTransactions;
  const repaid = read
    .select({ id: repayments.transactionId, fen: sum(repayments.principalFen).as('repaid_fen') })
    .from(repayments)
    .groupBy(repayments.transactionId)
    .as('repaid');
  const guaranteedFen = sum(
    sql`case when ${inArray(state, [...openStates])} then ((${amountFen} - coalesce(${repaid.fen}, 0)) * (10000 - ${schemeParties.shareBps})) / 10000 else 0 end`,
  );
  const lentFen = sum(amountFen);
  const compensatedFen = sum(sql`case when ${compensations.state} = 'paid' then ${compensations.lossFen} else 0 end`);
  const firms = read
    .select({
      ...keysOf(by),
      guaranteedFen: guaranteedFen.as('guaranteed_fen'),
      lentFen: lentFen.as('lent_fen'),
      compensatedFen: compensatedFen.as('compensated_fen'),
      guaranteedPlace: placeBy(guaranteedFen, by).as('guaranteed_place'),
      lentPlace: placeBy(lentFen, by).as('lent_place'),
      compensatedPlace: placeBy(compensatedFen, by).as('compensated_place'),
    })
    .from(guarantees)
    .innerJoin(matchedTransactions, eq(matchedTransactions.applicationId, guarantees.id))
    .innerJoin(schemeParties, and(eq(schemeParties.termsId, guarantees.termsId), eq(schemeParties.role, 'bank')))
    .leftJoin(repaid, eq(repaid.id, matchedTransactions.id))
    .leftJoin(compensations, eq(compensations.guaranteeId, guarantees.id))
    .groupBy(...by, matchedTransactions.enterpriseId)
    .as('firms');
  const keys = keysAbove(by);
  const rows = await read
    .select({
      keys: keysOf(keys),
      guaranteed: contributionFields(firms.guaranteedFen, firms.guaranteedPlace),
      lent: contributionFields(firms.lentFen, firms.lentPlace),
      compensated: contributionFields(firms.compensatedFen, firms.compensatedPlace),
    })
    .from(firms)
    .groupBy(...keys);
  return rows
    .filter(({ lent }) => lent.respondents > 0)
    .map(({ keys: found, guaranteed, lent, compensated }) => ({
      keys: keysIn(grouping, found),
      guaranteed: contributionsIn(guaranteed),
      lent: contributionsIn(lent),
      compensated: contributionsIn(compensated),
    }));
}
