import { eq } from 'drizzle-orm';
import type { ActorContext } from '../context';
import { invalidInput } from '../shared/refusals';
import { changeProduct, type ProductChange } from './changeProduct';
import { type Product, productVersions } from './tables';

/**
 * Hands the draft to the operator for review. Refuses a draft that says nothing about who may have the loan, neither as
 * a rule nor in words: nobody could review or match it.
 */
export async function submitProduct(context: ActorContext, change: ProductChange): Promise<Product> {
  return changeProduct(context, { ...change, verb: 'submit' }, async (tx, product) => {
    const [draft] = await tx
      .select({
        rule: productVersions.rule,
        conditionsText: productVersions.conditionsText,
        audienceText: productVersions.audienceText,
      })
      .from(productVersions)
      .where(eq(productVersions.id, product.draftVersionId ?? ''));
    if (!draft) throw new Error(`product ${product.id} has no draft`);
    if (draft.rule.all.length === 0 && draft.conditionsText === null && draft.audienceText === null)
      throw invalidInput('rule', null, 'rule.orConditions', {
        zh: '请填写准入条件：至少一条规则，或文字说明适用对象、准入条件。',
        en: 'Say who may have the loan: at least one rule, or the audience or conditions in words.',
      });
    return { stateReason: null };
  });
}
