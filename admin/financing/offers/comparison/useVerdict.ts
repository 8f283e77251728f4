import { useTranslate } from 'react-admin';
import type { ComparedTerm, OfferComparison } from '../../../generated/schema';
import { formatAmount, formatRate, formatTerm } from '../../../shared/format';
import { useLocale } from '../../../shared/useLocale';
import { leastPlaces, nameOf, netRatePpm } from './comparison';

/** In a sentence each: which offer is the cheapest and by how much, and in what the offers differ, if in anything. */
export function useVerdict({ offers, differences }: OfferComparison): { cheapest: string; different: string | null } {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.compare.${key}`, values);
  const comma = locale === 'zh' ? '、' : ', ';
  const names = (places: readonly number[]) =>
    offers.flatMap((each, place) => (places.includes(place) ? [nameOf(each, place)] : [])).join(comma);
  const rates = offers.map(({ offer }) => offer.annualisedRateBps);
  const [least = 0] = rates;
  const above = Math.min(...rates.filter(rate => rate > least)) - least;
  const cheapest = Number.isFinite(above)
    ? word('cheapest', { names: names(leastPlaces(rates)), rate: formatRate(least), above: (above / 100).toFixed(2) })
    : word('alike', { rate: formatRate(least) });
  const netRates = offers.map(({ offer }) => netRatePpm(offer));
  const netPlaces = leastPlaces(netRates);
  const net =
    netPlaces.length === 0 || netPlaces.join() === leastPlaces(rates).join()
      ? ''
      : word('netCheapest', { names: names(netPlaces), rate: formatRate(Math.min(...netRates) / 100) });
  const range = (figures: readonly number[], write: (figure: number) => string) => ({
    least: write(Math.min(...figures)),
    most: write(Math.max(...figures)),
  });
  const ranges: Readonly<Record<ComparedTerm, Record<string, string>>> = {
    amount: range(
      offers.map(({ offer }) => offer.amountFen),
      fen => formatAmount(fen, locale),
    ),
    term: range(
      offers.map(({ offer }) => offer.termMonths),
      months => formatTerm(months, locale),
    ),
    repaymentMethod: {},
  };
  return {
    cheapest: [cheapest, net].filter(Boolean).join(locale === 'zh' ? '' : ' '),
    different:
      differences.length === 0
        ? null
        : word('different', { terms: differences.map(term => word(`terms.${term}`, ranges[term])).join(comma) }),
  };
}
