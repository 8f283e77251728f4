import { choiceOf } from '../graphql/choice';
import { purposes, repaymentMethods, securityKinds } from '../matching/attributes';
import { productKinds } from './kind';
import { productStates, revisions } from './lifecycle';
import {
  codesOf,
  feeChargers,
  feeKinds,
  feePayers,
  feeTimings,
  productCategories,
  productLabels,
  repricings,
} from './vocabulary';

export const ProductKindWord = choiceOf('ProductKind', productKinds);
export const ProductStateWord = choiceOf('ProductState', productStates);
export const RevisionWord = choiceOf('ProductRevision', revisions, 'Where the work on the next version stands.');
export const ProductCategoryWord = choiceOf('ProductCategory', codesOf(productCategories));
export const ProductLabelWord = choiceOf('ProductLabel', codesOf(productLabels));
export const SecurityKindWord = choiceOf('SecurityKind', codesOf(securityKinds));
export const RepaymentMethodWord = choiceOf('RepaymentMethod', codesOf(repaymentMethods));
export const PurposeWord = choiceOf('Purpose', codesOf(purposes));
export const FeeKindWord = choiceOf('FeeKind', codesOf(feeKinds));
export const FeeChargerWord = choiceOf('FeeCharger', codesOf(feeChargers));
export const FeePayerWord = choiceOf('FeePayer', codesOf(feePayers));
export const FeeTimingWord = choiceOf('FeeTiming', codesOf(feeTimings));
export const RepricingWord = choiceOf('Repricing', codesOf(repricings));
export const pricingKinds = ['fixed', 'lpr'] as const;
export const PricingKindWord = choiceOf('PricingKind', pricingKinds);
