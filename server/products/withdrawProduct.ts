import type { ActorContext } from '../context';
import { changeProduct, checkReason, type ProductChange } from './changeProduct';
import type { Product } from './tables';

/** Ends a product for good, with the reason. Its versions stay readable for those who dealt with it. */
export const withdrawProduct = async (context: ActorContext, change: ProductChange & { reason: string }): Promise<Product> =>
  changeProduct(context, { ...change, verb: 'withdraw', reason: checkReason(change.reason) }, async () => ({
    suspendedBy: null,
  }));
