import { and, eq } from 'drizzle-orm';
import { record } from '../audit/record';
import { noteChange } from '../changes/noteChange';
import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import { rowById } from '../database/rows';
import { invalidInput, notAllowed, notFound, staleVersion } from '../shared/refusals';
import { canSeeProduct, mayDo } from './access';
import { nextStanding, type ProductVerb } from './lifecycle';
import { type Product, products } from './tables';
import { tellOfProduct } from './tellOfProduct';

/** What every verb of a product takes: which product, and the version of the record the caller has read. */
export type ProductChange = { readonly id: string; readonly version: number };

/** What else a verb writes into the product, beside where it stands. */
export type Effect = (tx: Tx, product: Product) => Promise<Partial<Product>>;

const productWord = { zh: '产品', en: 'product' };

/**
 * Does one verb to one product as a unit of work. Refuses, in this order: a product the actor may not see (as not
 * found), an actor whose verb it is not, a stale version, a verb that the product's state does not allow.
 */
export async function changeProduct(
  context: ActorContext,
  { id, version, verb, reason }: ProductChange & { verb: ProductVerb; reason?: string },
  effect: Effect,
): Promise<Product> {
  return context.db.write(async tx => {
    const product = await rowById(tx, products, id);
    if (!product || !canSeeProduct(context.actor, product)) throw notFound(productWord, id);
    if (!mayDo(context.actor, product, verb)) throw notYours(verb);
    if (product.version !== version) throw staleVersion(productWord, version, product.version);
    const standing = nextStanding(product, verb);
    const changed: Product = {
      ...product,
      ...standing,
      ...(reason === undefined ? {} : { stateReason: reason }),
      ...(await effect(tx, product)),
      version: version + 1,
    };
    const written = await tx
      .update(products)
      .set(changed)
      .where(and(eq(products.id, id), eq(products.version, version)))
      .returning({ id: products.id });
    if (written.length !== 1) throw staleVersion(productWord, version, version + 1);
    if (movesShelf(product, changed)) noteChange(tx, context, 'products', id);
    await tellOfProduct(tx, context, changed, { verb, reason: reason ?? null });
    await record(tx, context, {
      verb: `${verb}Product`,
      subject: { kind: 'product', id },
      reason: reason ?? null,
      details: {
        from: { listing: product.listing, revision: product.revision },
        to: standing,
        currentVersionId: changed.currentVersionId,
        draftVersionId: changed.draftVersionId,
      },
    });
    return changed;
  });
}

const movesShelf = (before: Product, after: Product): boolean =>
  before.listing !== after.listing || before.currentVersionId !== after.currentVersionId;

export const nothingElse: Effect = async () => ({});

const reasonMax = 500;

/** The reason that a verb must give, trimmed; refuses one that is missing or too long. */
export function checkReason(reason: string): string {
  const given = reason.trim();
  if (given.length >= 2 && given.length <= reasonMax) return given;
  throw invalidInput('reason', reason, 'reason.length', {
    zh: `请写明原因（2 至 ${reasonMax} 字），对方会看到。`,
    en: `Give the reason (2 to ${reasonMax} characters): the other side will read it.`,
  });
}

const notYours = (verb: ProductVerb) =>
  notAllowed(
    verb === 'return' || verb === 'publish'
      ? { zh: '产品由平台运营方审核发布。', en: 'Products are reviewed and published by the operator of the platform.' }
      : verb === 'resume'
        ? {
            zh: '该产品由平台运营方暂停，只能由运营方恢复。请联系运营方。',
            en: 'The operator suspended this product and only the operator may resume it. Contact the operator.',
          }
        : { zh: '只有产品所属机构可以执行此操作。', en: 'Only the institution whose product it is may do this.' },
    { rule: 'productParty', verb },
  );
