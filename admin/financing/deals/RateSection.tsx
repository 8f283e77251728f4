import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction, NextRepricing } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { formatRate, formatYuan } from '../../shared/format';
import { Section } from '../applications/Section';

/** The rate of a loan over time: as paid out, and from which day what changed it. */
export function RateSection({
  transaction: { rateBps, disbursedOn, revisions, nextRepricing },
}: {
  transaction: MatchedTransaction;
}) {
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
    <Section title={word('title')} lead={nextRepricing ? sayNext(nextRepricing, word) : undefined}>
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

function sayNext(
  { on, rateBps, dueOn, dueFen, previousFen }: NextRepricing,
  word: (key: string, values: Record<string, unknown>) => string,
): string {
  const reset = word('next', { day: on, rate: formatRate(rateBps) });
  if (dueFen === null || previousFen === null || dueFen === previousFen) return reset;
  return `${reset}${word('nextDue', { due: dueOn, before: formatYuan(previousFen), after: formatYuan(dueFen) })}`;
}
