import type { VerbWords } from '../shared/VerbButtons';

const wordsOf = (verb: string, extra: Partial<VerbWords> = {}): VerbWords => ({
  label: `rongqiao.products.verbs.${verb}`,
  consequence: `rongqiao.products.consequences.${verb}`,
  ...extra,
});

/** The reviewer's answers to a draft. */
export const reviewVerbs = {
  publishProduct: wordsOf('publishProduct', { isPrimary: true }),
  returnProduct: wordsOf('returnProduct', { needsReason: true }),
};

/** Every change of state of a product, in the order of its life. */
export const productVerbs = {
  submitProduct: wordsOf('submitProduct', { isPrimary: true }),
  ...reviewVerbs,
  suspendProduct: wordsOf('suspendProduct', { needsReason: true }),
  resumeProduct: wordsOf('resumeProduct', { isPrimary: true }),
  withdrawProduct: wordsOf('withdrawProduct', { needsReason: true, isGrave: true }),
};
