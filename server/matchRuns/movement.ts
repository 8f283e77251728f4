import { type Bits, bitsUpTo, without } from './bits';

/** What a run knows of one product: the version that was judged, and who was eligible. */
export type ProductFirms = { readonly versionId: string; readonly eligible: Bits };

/** What happened to one product from one run to the next. */
export type ProductMovement = {
  readonly productId: string;
  readonly isInForce: boolean;
  /** Now; of a product that is no longer in force, before. */
  readonly versionId: string;
  readonly entered: Bits;
  readonly left: Bits;
};

const nobody = bitsUpTo(0);

/**
 * Who became eligible for each product and who no longer is, by product and not by version: of a new product everybody
 * entered, of one that is no longer in force everybody left. Without a run before, nobody did either. In the order of
 * the products, those no longer in force last.
 */
export function movementsOf(
  before: ReadonlyMap<string, ProductFirms> | null,
  now: ReadonlyMap<string, ProductFirms>,
): ProductMovement[] {
  const present = [...now].map(([productId, { versionId, eligible }]) => {
    const eligibleBefore = before?.get(productId)?.eligible ?? nobody;
    return {
      productId,
      isInForce: true,
      versionId,
      entered: before ? without(eligible, eligibleBefore) : nobody,
      left: without(eligibleBefore, eligible),
    };
  });
  const gone = [...(before ?? [])]
    .filter(([productId]) => !now.has(productId))
    .map(([productId, { versionId, eligible }]) => ({
      productId,
      isInForce: false,
      versionId,
      entered: nobody,
      left: eligible,
    }));
  return [...present, ...gone];
}
