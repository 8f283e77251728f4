import type { ActorContext } from '../context';
import { changeProduct, type ProductChange } from './changeProduct';
import type { Product } from './tables';

/** Puts a suspended product back on the shelf, unchanged. */
export const resumeProduct = async (context: ActorContext, change: ProductChange): Promise<Product> =>
  changeProduct(context, { ...change, verb: 'resume' }, async () => ({ suspendedBy: null, stateReason: null }));
