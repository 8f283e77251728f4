import { Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { daysBetween } from '../../enterprises/creditFile/freshness';
import type { Application, Offer } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { StateChip } from '../../shared/StateChip';
import { Said } from '../applications/Said';
import { AboveLimit } from '../signingLimits/AboveLimit';
import { CostTable } from './CostTable';
import { Fold } from './Fold';
import { AnnualisedRate, useOfferFigures } from './OfferFigures';
import { OfferVerbs } from './OfferVerbs';
import { PrintSheet } from './PrintSheet';
import { ScheduleTable } from './ScheduleTable';
import { SupportBox } from './SupportBox';

type Props = { offer: Offer; application: Application };

const shown = ['amount', 'term', 'rate', 'repaymentMethod', 'securities', 'totalInterest', 'totalFees', 'totalCost'] as const;

/** One binding offer: what it costs before all else, its terms, how it is repaid, and what can be done with it. */
export function OfferCard({ offer, application }: Props) {
  const translate = useTranslate();
  const figures = useOfferFigures()(offer);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.${key}`, values);
  const isOpen = offer.state === 'open';
  return (
    <Paper component="article" sx={{ p: 2, ...(isOpen ? { borderColor: 'primary.main' } : {}) }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}>
        <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>
          {word('number', { number: offer.number })}
        </Typography>
        <StateChip
          state={offer.state === 'open' ? 'inReview' : offer.state === 'accepted' ? 'active' : offer.state}
          label={word(`states.${offer.state}`)}
        />
        <Typography variant="body2" color="text.secondary">
          {formatInstant(offer.createdAt)}
        </Typography>
      </Stack>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={{ xs: 2, md: 4 }}>
        <Stack spacing={1.5}>
          <AnnualisedRate offer={offer} />
          {isOpen ? <ValidUntil offer={offer} /> : null}
        </Stack>
        <Box
          component="dl"
          sx={{
            m: 0,
            flex: 1,
            display: 'grid',
            gap: 1.25,
            gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fill, minmax(150px, 1fr))' },
            alignContent: 'start',
          }}
        >
          {shown.map(name => (
            <Box key={name}>
              <Typography component="dt" variant="body2" color="text.secondary">
                {word(`figures.${name}`)}
              </Typography>
              <Typography component="dd" sx={{ m: 0, fontWeight: name === 'amount' || name === 'totalCost' ? 600 : 400 }}>
                {figures[name]}
              </Typography>
            </Box>
          ))}
        </Box>
      </Stack>
      {offer.conditions ? <Said name={word('conditions')} text={offer.conditions} sx={{ mt: 1.5 }} /> : null}
      {offer.stateReason ? <Said name={word('stateReason')} text={offer.stateReason} sx={{ mt: 1.5 }} /> : null}
      <SupportBox offer={offer} />
      <OfferVerbs offer={offer} application={application} />
      {offer.state === 'open' ? <AboveLimit amountFen={offer.amountFen} /> : null}
      <Box sx={{ mt: 1.5 }}>
        <Fold heading="h4" title={word('schedule.show', { smart_count: offer.schedule.rows.length })}>
          <ScheduleTable schedule={offer.schedule} hint={word('schedule.hint', { day: offer.schedule.disbursedOn })} />
        </Fold>
        <Fold heading="h4" title={word('cost.title')}>
          <CostTable sheet={offer.costSheet} />
        </Fold>
      </Box>
      <Box sx={{ mt: 1.5 }}>
        <PrintSheet of={{ offer: offer.id }} />
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {figures.pricing} {figures.dayBasis} · {word('hash', { hash: offer.termsHash.slice(0, 16) })}
      </Typography>
    </Paper>
  );
}

function ValidUntil({ offer }: { offer: Offer }) {
  const translate = useTranslate();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const days = daysBetween(today, offer.validUntil);
  return (
    <Typography variant="body2" color={days <= 3 ? 'warning.main' : 'text.primary'} sx={{ fontWeight: 600 }}>
      {translate('rongqiao.financing.offers.figures.validUntil')} {offer.validUntil}
      {days >= 0
        ? `（${translate(days === 0 ? 'rongqiao.financing.offers.today' : 'rongqiao.financing.offers.daysLeft', { smart_count: days })}）`
        : ''}
    </Typography>
  );
}
