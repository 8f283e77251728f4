import type { ActorContext } from '../context';
import { partyOf } from './access';
import { changeProduct, checkReason, type ProductChange } from './changeProduct';
import type { Product } from './tables';

/** Takes a published product off the shelf for a time, with the reason; who did so decides who may resume it. */
export const suspendProduct = async (context: ActorContext, change: ProductChange & { reason: string }): Promise<Product> =>
  changeProduct(context, { ...change, verb: 'suspend', reason: checkReason(change.reason) }, async (_tx, product) => ({
    suspendedBy: partyOf(context.actor, product),
  }));
