import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { formatRate } from '../../shared/format';
import { Section } from '../applications/Section';

/** The rate of a loan over time: as paid out, and from which day what changed it. */
export function RateSection({ transaction: { rateBps, disbursedOn, revisions } }: { transaction: MatchedTransaction }) {
  const translate = useTranslate();
  const { labelOf } = useVocabulary();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.deals.rates.${key}`, values);
  const lines = [
    { id: 'agreed', text: word('agreed', { day: disbursedOn, rate: formatRate(rateBps) }) },
    ...revisions.map(({ id, from, kind, rateBps: rate, lprRateBps, lprPublishedOn, repaymentMethod, maturesOn }) => ({
      id,
      text: word(kind, {
        day: from,
        rate: formatRate(rate),
        lpr: formatRate(lprRateBps ?? 0),
        published: lprPublishedOn,
        method: repaymentMethod ? labelOf('repaymentMethods', repaymentMethod) : '',
        maturesOn,
      }),
    })),
  ];
  return (
    <Section title={word('title')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {lines.map(({ id, text }) => (
          <Typography component="li" variant="body2" key={id} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
            {text}
          </Typography>
        ))}
      </Box>
    </Section>
  );
}
