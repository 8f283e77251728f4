import { useTranslate } from 'react-admin';
import type { OfferComparison } from '../../../generated/schema';
import { formatRate } from '../../../shared/format';
import { useOfferFigures } from '../OfferFigures';
import { costOfTenThousandFen, leastPlaces, netRatePpm, totalCostFen } from './comparison';

/** A figure of every offer, and at which of them it is the least. */
export type Row = {
  readonly name: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly best: readonly number[];
};

/** The figures of the offers row by row; the least of a sum is marked only where sums compare. */
export function useComparedRows({ offers: compared, differences }: OfferComparison): Row[] {
  const translate = useTranslate();
  const figuresOf = useOfferFigures();
  const offers = compared.map(({ offer }) => offer);
  const figures = offers.map(figuresOf);
  type Name = keyof ReturnType<typeof figuresOf>;
  const plain = (name: Name): Row => ({
    name,
    label: translate(`rongqiao.financing.offers.figures.${name}`),
    cells: figures.map(each => each[name]),
    best: [],
  });
  const sum = (name: Name, costs: readonly number[]): Row => ({
    ...plain(name),
    best: differences.length === 0 ? leastPlaces(costs) : [],
  });
  const rates = offers.map(({ annualisedRateBps }) => annualisedRateBps);
  const netRates = offers.map(netRatePpm);
  const net: Row = {
    name: 'net',
    label: translate('rongqiao.policies.support.net'),
    cells: netRates.map(ratePpm => formatRate(ratePpm / 100)),
    best: leastPlaces(netRates),
  };
  return [
    {
      name: 'annualised',
      label: translate('rongqiao.financing.offers.annualised'),
      cells: rates.map(formatRate),
      best: leastPlaces(rates),
    },
    ...(offers.some(({ support }) => support.netAnnualisedRatePpm !== null) ? [net] : []),
    sum('costOfTenThousand', offers.map(costOfTenThousandFen)),
    sum('totalCost', offers.map(totalCostFen)),
    plain('amount'),
    plain('term'),
    plain('rate'),
    plain('totalFees'),
    plain('repaymentMethod'),
    plain('securities'),
    plain('validUntil'),
  ];
}
