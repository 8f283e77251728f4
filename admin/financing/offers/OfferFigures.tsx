import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Offer } from '../../generated/schema';
import { useSayings } from '../../products/terms/useSayings';
import { useVocabulary } from '../../products/useVocabulary';
import { capitalised, formatAmount, formatRate, formatTerm } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { costOfTenThousandFen, totalCostFen } from './comparison/comparison';

/** The annualised rate, larger than every other figure (PBoC Notice 2021 No. 3), with what it counts. */
export function AnnualisedRate({ offer }: { offer: Pick<Offer, 'annualisedRateBps' | 'effectiveRateBps'> }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.${key}`, values);
  return (
    <Box>
      <Typography variant="body2" color="text.secondary">
        {word('annualised')}
      </Typography>
      <Typography component="p" color="primary" sx={{ fontWeight: 700, fontSize: '1.9rem', lineHeight: 1.25 }}>
        {formatRate(offer.annualisedRateBps)}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ maxWidth: 320 }}>
        {word('annualisedHelp')} {word('effective', { rate: formatRate(offer.effectiveRateBps) })}
      </Typography>
    </Box>
  );
}

/** Every figure of an offer as a phrase in the reader's language, by its name under `rongqiao.financing.offers.figures`. */
export function useOfferFigures() {
  const locale = useLocale();
  const translate = useTranslate();
  const { labelOf } = useVocabulary();
  const say = useSayings();
  const pricing = ({ pricing: { kind, spreadBps, ...agreed } }: Offer): string =>
    kind === 'fixed'
      ? word('fixedPricing')
      : [
          say.pricing({ ...agreed, kind, spreadBpsMin: spreadBps, spreadBpsMax: spreadBps, rateBpsMin: null, rateBpsMax: null }),
          say.quotation({ ...agreed, rateBpsMin: null, rateBpsMax: null }),
        ].join(' ');
  const word = (key: string) => translate(`rongqiao.financing.offers.${key}`);
  return (offer: Offer) => ({
    amount: formatAmount(offer.amountFen, locale),
    term: formatTerm(offer.termMonths, locale),
    rate: formatRate(offer.rateBps),
    repaymentMethod: capitalised(labelOf('repaymentMethods', offer.repaymentMethod)),
    dayBasis: translate(`rongqiao.financing.offers.dayBases.${offer.dayBasis}`),
    securities: capitalised(
      offer.securities.map(code => labelOf('securities', code)).join(locale === 'zh' ? '、' : ', ') || word('unsecured'),
    ),
    totalInterest: formatAmount(offer.totalInterestFen, locale),
    totalFees: formatAmount(offer.totalFeesFen, locale),
    totalCost: formatAmount(totalCostFen(offer), locale),
    costOfTenThousand: formatAmount(costOfTenThousandFen(offer), locale),
    validUntil: offer.validUntil,
    pricing: pricing(offer),
  });
}
