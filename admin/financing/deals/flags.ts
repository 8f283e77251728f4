import { useTranslate } from 'react-admin';
import type { MatchedTransaction } from '../../generated/schema';

const flags = ['isFirstLoan', 'isUnsecured', 'isInclusive'] as const;

/** A function that names what a loan counts as in statistics; what is not known counts as no. */
export function useFlagWords() {
  const translate = useTranslate();
  return (transaction: Pick<MatchedTransaction, (typeof flags)[number]>): string[] =>
    flags.filter(flag => transaction[flag] === true).map(flag => translate(`rongqiao.financing.deals.flags.${flag}`));
}
