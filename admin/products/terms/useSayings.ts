import { useTranslate } from 'react-admin';
import type { AnnualRates, Fee, Pricing, ProductVersion, PromisedDays } from '../../generated/schema';
import { formatAmount, formatRate, formatTerm } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { useVocabulary } from '../useVocabulary';

type Figure = number | null | undefined;

export const promisedSteps = ['accept', 'contact', 'decide', 'disburse'] as const satisfies readonly (keyof PromisedDays)[];

/** The parts of a product's terms as phrases in the reader's language; an empty phrase says that it is not stated. */
export function useSayings() {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const word = (key: string, options = {}) => translate(`rongqiao.products.say.${key}`, options);
  const range = (low: Figure, high: Figure, format: (value: number) => string): string => {
    const [from, to] = [low ?? null, high ?? null];
    if (from !== null && to !== null) return from === to ? format(from) : word('range', { low: format(from), high: format(to) });
    if (to !== null) return word('upTo', { value: format(to) });
    return from === null ? '' : word('from', { value: format(from) });
  };
  const list = (words: readonly string[]): string => words.join(word('comma'));
  const points = (low: Figure, high: Figure): string => {
    const [from, to] = [low ?? 0, high ?? 0];
    if (from < 0 !== to < 0) return word('pointsAcross', { low: signed(from), high: signed(to) });
    const [least, most] = from < 0 ? [-to, -from] : [from, to];
    const size = least === most ? String(least) : word('range', { low: least, high: most });
    return word(from < 0 ? 'minusPoints' : 'plusPoints', { points: size });
  };

  return {
    list,
    /** What an empty list of divisions and of industries means. */
    anywhere: word('anywhere'),
    anyIndustry: word('anyIndustry'),
    amount: ({ amountFenMin, amountFenMax }: Pick<ProductVersion, 'amountFenMin' | 'amountFenMax'>) =>
      range(amountFenMin, amountFenMax, fen => formatAmount(fen, locale)),
    term: ({ termMonthsMin, termMonthsMax }: Pick<ProductVersion, 'termMonthsMin' | 'termMonthsMax'>) =>
      range(termMonthsMin, termMonthsMax, months => formatTerm(months, locale)),
    rate: ({ rateBpsMin, rateBpsMax }: Pick<AnnualRates, 'rateBpsMin' | 'rateBpsMax'>) =>
      range(rateBpsMin, rateBpsMax, formatRate),
    securities: ({ isUnsecured, securities }: Pick<ProductVersion, 'isUnsecured' | 'securities'>): string =>
      list([...(isUnsecured ? [word('unsecured')] : []), ...securities.map(code => labelOf('securities', code))]),
    /** How the rate is set: a fixed range, or the LPR and the points on it. */
    pricing: (pricing: Pricing | null): string => {
      if (!pricing) return '';
      if (pricing.kind === 'fixed') return word('fixed', { rate: range(pricing.rateBpsMin, pricing.rateBpsMax, formatRate) });
      return word('lpr', {
        lpr: labelOf('lprTenors', pricing.tenor ?? ''),
        points: points(pricing.spreadBpsMin, pricing.spreadBpsMax),
        repricing: labelOf('repricings', pricing.repricing ?? ''),
      });
    },
    /** The quotation that today's rate rests on. */
    quotation: ({ lprPublishedOn, lprRateBps }: AnnualRates): string =>
      lprPublishedOn ? word('quotation', { day: lprPublishedOn, rate: formatRate(lprRateBps) }) : '',
    feeSize: ({ amountFen, rateBps, timing }: Fee): string => {
      if (amountFen !== null) return formatAmount(amountFen, locale);
      if (rateBps === null) return '';
      return word(timing === 'once' || timing === 'onEvent' ? 'ofLoan' : 'ofLoanYearly', { rate: formatRate(rateBps) });
    },
    promise: (step: (typeof promisedSteps)[number], days: number): string =>
      word('promise', { step: translate(`rongqiao.products.steps.${step}`), smart_count: days }),
  };
}

const signed = (bps: number): string => (bps < 0 ? `−${-bps}` : `+${bps}`);
