import { and, count, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { products, productTraits } from '../../products/tables';
import type { DimensionName } from './dimensions';
import { expressionsOf, type Grouping, groupingsOf, keysIn, keysOf } from './grouping';
import type { Figure } from './measure';

const expressions = {
  month: sql`substr(cast(${products.firstPublishedOn} as text), 1, 7)`,
  bank: products.institutionId,
  label: productTraits.code,
};

/** How many loan products `where` keeps, by the grouping and by every total over it. Labels are those now in force. */
export async function productCounts(read: Reader, groupBy: readonly DimensionName[], where: SQL | undefined): Promise<Figure[]> {
  const figures = await Promise.all(groupingsOf(groupBy).map(grouping => countsBy(read, grouping, where)));
  return figures.flat();
}

async function countsBy(read: Reader, grouping: Grouping, where: SQL | undefined): Promise<Figure[]> {
  const by = expressionsOf(grouping, expressions);
  const isByLabel = grouping.includes('label');
  const labelsOf = eq(productTraits.versionId, isByLabel ? products.currentVersionId : noVersion);
  const rows = await read
    .select({ keys: keysOf(by), products: count() })
    .from(products)
    .leftJoin(productTraits, and(labelsOf, eq(productTraits.kind, 'label')))
    .where(and(eq(products.kind, 'loan'), where, isByLabel ? isNotNull(productTraits.code) : undefined))
    .groupBy(...by);
  return rows.map(row => ({
    keys: keysIn(grouping, row.keys),
    value: row.products,
    behind: [{ sum: row.products, respondents: row.products, largest: null }],
  }));
}

/** Whose labels are joined when none are asked for: found at once to be none, by the key. */
const noVersion = '';
