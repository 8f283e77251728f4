import { invalidInput } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import type { Offer } from './tables';

/** What is compared: the terms, and what they come to all in. */
export type ComparedTerms = Pick<
  Offer,
  | 'amountFen'
  | 'termMonths'
  | 'rateBps'
  | 'pricing'
  | 'repaymentMethod'
  | 'dueDay'
  | 'dayBasis'
  | 'securities'
  | 'conditions'
  | 'annualisedRateBps'
>;

type Term = { readonly field: keyof ComparedTerms; readonly isWorse: boolean; readonly isBetter: boolean; readonly label: Text };

/**
 * What of an amended approval is not at least as good for the firm as it was `before`: less money, a higher rate, more cost all
 * in, more security, a new condition, and any change of what is neither better nor worse by itself (term, method, due day, day
 * count, how the rate is priced). Empty: all of it is in the firm's favour. Refuses terms that change nothing.
 */
export function worseTerms(after: ComparedTerms, before: ComparedTerms): WorseTerm[] {
  const terms = compared(after, before);
  if (!terms.some(({ isBetter, isWorse }) => isBetter || isWorse))
    throw invalidInput('input', null, 'approval.same', {
      zh: '调整后的条件与批准的相同：请至少改动一项。',
      en: 'These terms are those approved: change one of them at least.',
    });
  return terms.filter(({ isWorse }) => isWorse).map(({ field, label }) => ({ field, label }));
}

export type WorseTerm = Pick<Term, 'field' | 'label'>;

function compared(after: ComparedTerms, before: ComparedTerms): Term[] {
  const rises = (field: 'amountFen', zh: string, en: string): Term => ({
    field,
    isWorse: after[field] < before[field],
    isBetter: after[field] > before[field],
    label: { zh, en },
  });
  const falls = (field: 'rateBps' | 'annualisedRateBps', zh: string, en: string): Term => ({
    field,
    isWorse: after[field] > before[field],
    isBetter: after[field] < before[field],
    label: { zh, en },
  });
  const stays = (field: keyof ComparedTerms, zh: string, en: string, isSame = after[field] === before[field]): Term => ({
    field,
    isWorse: !isSame,
    isBetter: false,
    label: { zh, en },
  });
  return [
    rises('amountFen', '金额', 'amount'),
    falls('rateBps', '利率', 'rate'),
    falls('annualisedRateBps', '综合年化成本', 'annualised cost'),
    stays('termMonths', '期限', 'term'),
    stays('repaymentMethod', '还款方式', 'repayment method'),
    stays('dueDay', '还款日', 'due day'),
    stays('dayBasis', '计息基础', 'day count'),
    stays('pricing', '定价方式', 'pricing', pricedAlike(after.pricing, before.pricing)),
    {
      field: 'securities',
      isWorse: after.securities.some(kind => !before.securities.includes(kind)),
      isBetter: after.securities.length < before.securities.length,
      label: { zh: '担保', en: 'security' },
    },
    {
      field: 'conditions',
      isWorse: after.conditions !== null && after.conditions !== before.conditions,
      isBetter: after.conditions === null && before.conditions !== null,
      label: { zh: '放款条件', en: 'conditions' },
    },
  ];
}

/** A fixed rate stays fixed, one on the LPR on the same quotation, repriced as often. */
const pricedAlike = (after: Offer['pricing'], before: Offer['pricing']): boolean =>
  after.kind === 'lpr' && before.kind === 'lpr'
    ? after.tenor === before.tenor && after.repricing === before.repricing
    : after.kind === before.kind;
