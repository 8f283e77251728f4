import type { ActorContext } from '../context';
import { changeProduct, type ProductChange } from './changeProduct';
import type { Product } from './tables';
import { freezeVersion } from './versions';

/** Puts the reviewed draft in force: it never changes again, and the version before it ends at the same moment. */
export async function publishProduct(context: ActorContext, change: ProductChange): Promise<Product> {
  return changeProduct(context, { ...change, verb: 'publish' }, async (tx, product) => {
    const draftId = product.draftVersionId;
    if (draftId === null) throw new Error(`product ${product.id} has no draft`);
    await freezeVersion(tx, context, { draftId, replacedId: product.currentVersionId });
    return {
      currentVersionId: draftId,
      draftVersionId: null,
      stateReason: null,
      suspendedBy: null,
      firstPublishedOn: product.firstPublishedOn ?? context.today,
    };
  });
}
