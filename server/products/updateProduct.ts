import type { ActorContext } from '../context';
import { changeProduct, type ProductChange } from './changeProduct';
import { checkTermsOfKind } from './kind';
import { readTerms } from './readTerms';
import type { Product } from './tables';
import type { TermsInput } from './termsShape';
import { openVersion, rewriteVersion } from './versions';

/**
 * Saves the terms as the product's draft, replacing all of them. Where none is open, the next version is opened and the
 * published one stays in force. Refuses terms that break a rule, and a product in review (return it first) or withdrawn.
 */
export async function updateProduct(context: ActorContext, change: ProductChange & { terms: TermsInput }): Promise<Product> {
  const terms = readTerms(change.terms);
  return changeProduct(context, { id: change.id, version: change.version, verb: 'update' }, async (tx, product) => {
    checkTermsOfKind(product.kind, terms);
    if (product.revision === 'draft' && product.draftVersionId !== null) {
      await rewriteVersion(tx, product.draftVersionId, terms);
      return {};
    }
    const opened = await openVersion(tx, context, { id: context.newId(), productId: product.id, terms, reading: null });
    return { draftVersionId: opened.id };
  });
}
