import type { ActorContext } from '../context';
import { changeProduct, checkReason, nothingElse, type ProductChange } from './changeProduct';
import type { Product } from './tables';

/** Gives a draft in review back to its institution with the reason; the published version stays in force. */
export const returnProduct = async (context: ActorContext, change: ProductChange & { reason: string }): Promise<Product> =>
  changeProduct(context, { ...change, verb: 'return', reason: checkReason(change.reason) }, nothingElse);
