import { and, eq, gte, lte, sql, sum } from 'drizzle-orm';
import type { Context } from '../../context';
import { products, productTraits } from '../../products/tables';
import type { ProductLabel } from '../../products/vocabulary';
import { type CalendarMonth, monthOf } from '../../shared/dates';
import type { Contributions } from '../disclosure/contributions';
import { type DisclosedFigure, disclosedParts } from '../disclosure/disclosedFigure';
import { insuranceContracts } from '../insurance/tables';
import { contributionFields, contributionsIn, placeBy } from '../measures/contributionQuery';
import { closingDay, readMonth } from '../measures/period';
import { productsOnShelf } from './productsOnShelf';

/** What insurance (红色保险 where the label is red) stands for at the end of a month. */
export type InsuranceFigures = {
  readonly label: ProductLabel | null;
  readonly month: CalendarMonth;
  /** Insurance products that are published now. */
  readonly products: number;
  /** Firms with a contract that has begun, each counted once; and the cover of all those contracts. */
  readonly clients: DisclosedFigure;
  readonly cover: DisclosedFigure;
  /** The same of contracts that have not ended. */
  readonly clientsInForce: DisclosedFigure;
  readonly coverInForce: DisclosedFigure;
};

/** Insurance at the end of `month` (`YYYY-MM`, by default the present one), of products with `label` or of all. */
export async function insuranceFigures(
  { db, today }: Pick<Context, 'db' | 'today'>,
  { label, month: asked }: { label?: ProductLabel | null; month?: string | null },
): Promise<InsuranceFigures> {
  const month = readMonth('month', asked ?? monthOf(today));
  const day = closingDay(month, today);
  const isInForce = gte(insuranceContracts.endsOn, day);
  const coverFen = sum(insuranceContracts.coverFen);
  const inForceFen = sql<number>`sum(case when ${isInForce} then ${insuranceContracts.coverFen} else 0 end)`;
  const endedFen = sql<number>`sum(case when ${isInForce} then 0 else ${insuranceContracts.coverFen} end)`;
  const firms = db.read
    .select({
      coverFen: coverFen.as('cover_fen'),
      coverPlace: placeBy(coverFen).as('cover_place'),
      inForceFen: inForceFen.as('in_force_fen'),
      inForcePlace: placeBy(inForceFen).as('in_force_place'),
      endedFen: endedFen.as('ended_fen'),
      endedPlace: placeBy(endedFen).as('ended_place'),
    })
    .from(insuranceContracts)
    .innerJoin(products, eq(products.id, insuranceContracts.productId))
    .where(and(lte(insuranceContracts.startsOn, day), label ? carries(label) : undefined))
    .groupBy(insuranceContracts.enterpriseId)
    .as('firms');
  const [found] = await db.read
    .select({
      cover: contributionFields(firms.coverFen, firms.coverPlace),
      inForce: contributionFields(firms.inForceFen, firms.inForcePlace),
      ended: contributionFields(firms.endedFen, firms.endedPlace),
    })
    .from(firms);
  if (!found) throw new Error('an aggregate without a row');
  const cover = contributionsIn(found.cover);
  const inForce = contributionsIn(found.inForce);
  const amounts = disclosedParts(cover, { coverInForce: inForce, ended: contributionsIn(found.ended) });
  const clients = disclosedParts(counted(cover.respondents), {
    clientsInForce: counted(inForce.respondents),
    former: counted(cover.respondents - inForce.respondents),
  });
  return {
    label: label ?? null,
    month,
    products: await productsOnShelf(db.read, { kind: 'insurance', label: label ?? null }),
    clients: clients.whole,
    cover: amounts.whole,
    clientsInForce: clients.parts.clientsInForce,
    coverInForce: amounts.parts.coverInForce,
  };
}

const counted = (firms: number): Contributions => ({ sum: firms, respondents: firms, largest: null });

const carries = (label: ProductLabel) =>
  sql`exists (select 1 from ${productTraits} where ${productTraits.versionId} = ${products.currentVersionId} and ${productTraits.kind} = 'label' and ${productTraits.code} = ${label})`;
