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
 * Holds an amended approval to being better for the firm than `before` in one thing at least and worse in none: no less money, no
 * higher rate, no more cost all in, no more security, no new condition. What is neither better nor worse by itself (term, method,
 * due day, day count, how the rate is priced) stays. Refuses by the first field that is worse, and what changes nothing.
 */
export function checkBetter(after: ComparedTerms, before: ComparedTerms): void {
  const terms = compared(after, before);
  const worse = terms.find(({ isWorse }) => isWorse);
  if (worse)
    throw invalidInput(worse.field, null, 'approval.worse', {
      zh: `批准后的调整只能对企业更有利：${worse.label.zh}不能这样改。确需变更的，请取消授信并写明原因，由企业重新申请。`,
      en: `After approval, terms may only change in favour of the firm: the ${worse.label.en} cannot change like this. Otherwise cancel with the reason, and the firm applies anew.`,
    });
  if (!terms.some(({ isBetter }) => isBetter))
    throw invalidInput('input', null, 'approval.same', {
      zh: '调整后的条件与批准的相同：请至少让一项对企业更有利。',
      en: 'These terms are no better than those approved: improve one of them at least.',
    });
}

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
