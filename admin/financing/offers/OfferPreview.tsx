import { Alert, Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Application, OfferPreview as Preview } from '../../generated/schema';
import { formatAmount, formatRate } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { useSettled } from '../../shared/useSettled';
import { offerPreviewDocument } from '../operations';
import { CostTable } from './CostTable';
import { Fold } from './Fold';
import { AnnualisedRate } from './OfferFigures';
import { type OfferForm, offerInputOf } from './offerForm';
import { ScheduleTable } from './ScheduleTable';

/** What the offer being written comes to, reckoned by the platform as the firm will read it, whenever the typing rests. */
export function OfferPreview({ application }: { application: Application }) {
  const translate = useTranslate();
  const written = JSON.stringify(offerInputOf(useWatch() as OfferForm));
  const settled = useSettled(written, 400);
  const input = JSON.parse(settled) as object | null;
  const query = useAsk<{ offerPreview: Preview }>(
    offerPreviewDocument,
    { applicationId: application.id, input },
    { enabled: input !== null },
  );
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.${key}`, values);
  const isStale = written !== settled || query.isFetching;
  return (
    <Paper component="section" sx={{ p: 2 }} aria-busy={isStale} aria-live="polite">
      <Typography variant="h6" component="h2" gutterBottom>
        {word('form.preview')}
      </Typography>
      {input === null ? (
        <Typography color="text.secondary">{word('form.previewEmpty')}</Typography>
      ) : query.error ? (
        <Alert severity="error">{translate(query.error.message, { _: query.error.message })}</Alert>
      ) : query.data ? (
        <Box sx={{ opacity: isStale ? 0.6 : 1, transition: 'opacity 120ms' }}>
          <Reckoned preview={query.data.offerPreview} highestRateBps={application.demand.highestRateBps} />
        </Box>
      ) : null}
    </Paper>
  );
}

function Reckoned({ preview, highestRateBps }: { preview: Preview; highestRateBps: number | null }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.${key}`, values);
  const figures = [
    ['rate', formatRate(preview.rateBps)],
    ['totalInterest', formatAmount(preview.totalInterestFen, locale)],
    ['totalFees', formatAmount(preview.totalFeesFen, locale)],
    ['totalCost', formatAmount(preview.totalInterestFen + preview.totalFeesFen, locale)],
  ] as const;
  return (
    <Stack spacing={2}>
      <AnnualisedRate offer={preview} />
      {highestRateBps !== null && preview.annualisedRateBps > highestRateBps ? (
        <Alert severity="warning">{word('form.above', { rate: formatRate(highestRateBps) })}</Alert>
      ) : null}
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        {figures.map(([name, value]) => (
          <Box key={name}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {word(`figures.${name}`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0 }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
      <div>
        <Fold heading="h3" title={word('schedule.show', { smart_count: preview.schedule.rows.length })}>
          <ScheduleTable
            isNarrow
            schedule={preview.schedule}
            hint={word('schedule.hint', { day: preview.schedule.disbursedOn })}
          />
        </Fold>
        <Fold heading="h3" title={word('cost.title')}>
          <CostTable sheet={preview.costSheet} />
        </Fold>
      </div>
    </Stack>
  );
}
