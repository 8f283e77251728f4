import { and, count, eq } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import type { ProductKind } from '../../products/kind';
import { products, productTraits } from '../../products/tables';
import type { ProductLabel } from '../../products/vocabulary';

/** How many products of a kind are published now, of those with `label` if one is given. Everybody may count them. */
export async function productsOnShelf(
  read: Reader,
  { kind, label }: { kind: ProductKind; label: ProductLabel | null },
): Promise<number> {
  const isOnShelf = and(eq(products.listing, 'published'), eq(products.kind, kind));
  const [found] =
    label === null
      ? await read.select({ products: count() }).from(products).where(isOnShelf)
      : await read
          .select({ products: count() })
          .from(products)
          .innerJoin(productTraits, and(eq(productTraits.versionId, products.currentVersionId), eq(productTraits.kind, 'label')))
          .where(and(isOnShelf, eq(productTraits.code, label)));
  return found?.products ?? 0;
}
