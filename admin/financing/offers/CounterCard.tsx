import { Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CounterOffer, Offer } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { capitalised, formatAmount, formatInstant, formatRate, formatTerm } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { Said } from '../applications/Said';
import { roundsMax } from './CounterDialog';
import { useOfferFigures } from './OfferFigures';

/** A counter-offer: what the firm would take, and beside each change what was offered. */
export function CounterCard({ counter, offer }: { counter: CounterOffer; offer: Offer }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const offered = useOfferFigures()(offer);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.${key}`, values);
  const wanted = {
    amount: formatAmount(counter.amountFen, locale),
    term: formatTerm(counter.termMonths, locale),
    rate: formatRate(counter.rateBps),
    repaymentMethod: capitalised(labelOf('repaymentMethods', counter.repaymentMethod)),
    securities: capitalised(
      counter.securities.map(code => labelOf('securities', code)).join(locale === 'zh' ? '、' : ', ') || word('unsecured'),
    ),
  };
  return (
    <Paper component="article" sx={{ p: 2, ml: { sm: 4 }, bgcolor: 'action.hover' }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}>
        <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>
          {word('counter.number', { round: counter.round, most: roundsMax })}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {word('counter.fromFirm')} · {formatInstant(counter.createdAt)}
        </Typography>
      </Stack>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gap: 1.25,
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(5, minmax(0, 1fr))' },
        }}
      >
        {(Object.keys(wanted) as (keyof typeof wanted)[]).map(name => (
          <Box key={name}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {word(`figures.${name}`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontWeight: wanted[name] === offered[name] ? 400 : 600 }}>
              {wanted[name]}
              {wanted[name] === offered[name] ? null : (
                <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
                  {word('counter.was', { value: offered[name] })}
                </Typography>
              )}
            </Typography>
          </Box>
        ))}
      </Box>
      {counter.note ? (
        <Said name={translate('rongqiao.financing.applications.request.note')} text={counter.note} sx={{ mt: 1.5 }} />
      ) : null}
    </Paper>
  );
}
