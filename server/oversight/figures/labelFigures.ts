import { and, count, eq, lte, sql, sum } from 'drizzle-orm';
import type { Context } from '../../context';
import { matchedTransactions, repayments, transactionLabels } from '../../financing/deals/tables';
import type { ProductLabel } from '../../products/vocabulary';
import { type CalendarMonth, monthOf } from '../../shared/dates';
import { type DisclosedFigure, disclosedCount, disclosedParts } from '../disclosure/disclosedFigure';
import { contributionFields, contributionsIn, placeBy } from '../measures/contributionQuery';
import { closingDay, readMonth } from '../measures/period';
import { productsOnShelf } from './productsOnShelf';

/** What a label such as red credit (红色信贷) stands for at the end of a month. */
export type LabelFigures = {
  readonly label: ProductLabel;
  readonly month: CalendarMonth;
  /** Loan products that are published now and carry the label. */
  readonly products: number;
  readonly transactions: DisclosedFigure;
  readonly firms: DisclosedFigure;
  /** Everything disbursed so far. */
  readonly cumulative: DisclosedFigure;
  /** What of it has not been paid back. */
  readonly balance: DisclosedFigure;
};

/** The figures of one label at the end of `month` (`YYYY-MM`, by default the present one). Refuses what is no month. */
export async function labelFigures(
  { db, today }: Pick<Context, 'db' | 'today'>,
  { label, month: asked }: { label: ProductLabel; month?: string | null },
): Promise<LabelFigures> {
  const month = readMonth('month', asked ?? monthOf(today));
  const day = closingDay(month, today);
  const repaid = db.read
    .select({ transactionId: repayments.transactionId, principalFen: sum(repayments.principalFen).as('principal_fen') })
    .from(repayments)
    .where(lte(repayments.paidOn, day))
    .groupBy(repayments.transactionId)
    .as('repaid');
  const lentFen = sum(matchedTransactions.amountFen);
  const repaidFen = sql<number>`sum(coalesce(${repaid.principalFen}, 0))`;
  const balanceFen = sql<number>`${lentFen} - ${repaidFen}`;
  const firms = db.read
    .select({
      deals: count().as('deals'),
      lentFen: lentFen.as('lent_fen'),
      lentPlace: placeBy(lentFen).as('lent_place'),
      repaidFen: repaidFen.as('repaid_fen'),
      repaidPlace: placeBy(repaidFen).as('repaid_place'),
      balanceFen: balanceFen.as('balance_fen'),
      balancePlace: placeBy(balanceFen).as('balance_place'),
    })
    .from(matchedTransactions)
    .innerJoin(
      transactionLabels,
      and(eq(transactionLabels.transactionId, matchedTransactions.id), eq(transactionLabels.label, label)),
    )
    .leftJoin(repaid, eq(repaid.transactionId, matchedTransactions.id))
    .where(lte(matchedTransactions.disbursedOn, day))
    .groupBy(matchedTransactions.enterpriseId)
    .as('firms');
  const [found] = await db.read
    .select({
      deals: sum(firms.deals).mapWith(Number),
      lent: contributionFields(firms.lentFen, firms.lentPlace),
      repaid: contributionFields(firms.repaidFen, firms.repaidPlace),
      balance: contributionFields(firms.balanceFen, firms.balancePlace),
    })
    .from(firms);
  if (!found) throw new Error('an aggregate without a row');
  const lent = contributionsIn(found.lent);
  const { whole, parts } = disclosedParts(lent, {
    balance: contributionsIn(found.balance),
    repaid: contributionsIn(found.repaid),
  });
  return {
    label,
    month,
    products: await productsOnShelf(db.read, { kind: 'loan', label }),
    transactions: disclosedCount(found.deals ?? 0, lent.respondents),
    firms: disclosedCount(lent.respondents, lent.respondents),
    cumulative: whole,
    balance: parts.balance,
  };
}
