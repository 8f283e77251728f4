import { Box, Chip, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { FinancingDemand } from '../../generated/schema';
import { percentScale, spokenOf, wanScale } from '../../products/figures';
import { useVocabulary } from '../../products/useVocabulary';
import { formatAmount, formatInstant, formatRate, formatTerm } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { DemandStateChip } from './DemandStateChip';

/** What a firm needs, in one look; `children` are what can be done with it. */
export function DemandCard({ demand, children }: { demand: FinancingDemand; children?: ReactNode }) {
  const translate = useTranslate();
  const phrases = useDemandPhrases()(demand);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.demands.${key}`, values);
  const applicationCount = demand.applicationCount ?? 0;
  const openOfferCount = demand.openOfferCount ?? 0;
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={2} sx={{ alignItems: { md: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h2">
              {phrases.amount} · {phrases.term} · {phrases.purpose}
            </Typography>
            {demand.state ? <DemandStateChip state={demand.state} /> : null}
            {demand.route === 'direct' ? null : (
              <Chip size="small" variant="outlined" label={word(`routes.names.${demand.route}`)} />
            )}
            {openOfferCount > 0 ? (
              <Chip size="small" color="warning" label={word('counts.offers', { smart_count: openOfferCount })} />
            ) : null}
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {[
              phrases.securities,
              phrases.highestRate,
              applicationCount > 0 ? word('counts.applications', { smart_count: applicationCount }) : word('counts.none'),
              word('createdOn', { day: formatInstant(demand.createdAt).slice(0, 10) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          <Market demand={demand} />
          {demand.note ? <Typography sx={{ mt: 0.5, whiteSpace: 'pre-line' }}>{demand.note}</Typography> : null}
        </Box>
        {children}
      </Stack>
    </Paper>
  );
}

/** How much of the sum is open, and with how many more banks until when. */
function Market({ demand }: { demand: FinancingDemand }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.demands.${key}`, values);
  const { restFen, lentFen, placesLeft, validUntil, offersUntil, route, amountFen } = demand;
  const isPartly = restFen !== null && restFen > 0 && restFen < amountFen;
  const said = [
    isPartly ? word('market.rest', { rest: formatAmount(restFen, locale), lent: formatAmount(lentFen, locale) }) : '',
    route !== 'direct' && placesLeft !== null ? word('market.places', { smart_count: placesLeft }) : '',
    offersUntil ? word('market.offersUntil', { day: offersUntil }) : '',
    validUntil ? word('market.validUntil', { day: validUntil }) : '',
  ].filter(Boolean);
  return said.length > 0 ? <Typography sx={{ mt: 0.5 }}>{said.join(' · ')}</Typography> : null;
}

type Said = Pick<FinancingDemand, 'amountFen' | 'termMonths' | 'purpose' | 'securities' | 'highestRateBps' | 'repaymentMethods'>;

/** A function that says the parts of a demand in the reader's language; empty where any will do. */
export function useDemandPhrases() {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const list = (words: readonly string[]) => words.join(translate('rongqiao.products.say.comma'));
  return (demand: Said) => ({
    amount: formatAmount(demand.amountFen, locale),
    term: formatTerm(demand.termMonths, locale),
    purpose: labelOf('purposes', demand.purpose),
    securities:
      list(demand.securities.map(code => labelOf('securities', code))) ||
      translate('rongqiao.financing.applications.request.noSecurity'),
    highestRate:
      demand.highestRateBps === null
        ? ''
        : `${translate('rongqiao.financing.applications.request.highestRate')} ${formatRate(demand.highestRateBps)}`,
    repaymentMethods: list(demand.repaymentMethods.map(code => labelOf('repaymentMethods', code))),
  });
}

/** The request for matches that a demand amounts to, as the address of the match page holds it. */
export function matchAddress(demand: FinancingDemand): string {
  const parameters = new URLSearchParams({
    demand: demand.id,
    amount: spokenOf(demand.amountFen, wanScale),
    term: String(demand.termMonths),
    purpose: demand.purpose,
  });
  for (const security of demand.securities) parameters.append('security', security);
  if (demand.securities.length === 0) parameters.set('unsecured', '1');
  if (demand.highestRateBps !== null) parameters.set('rate', spokenOf(demand.highestRateBps, percentScale));
  return `/matches?${parameters}`;
}
