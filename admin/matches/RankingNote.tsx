import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Ranking } from '../generated/schema';
import { formatAmount, formatTerm } from '../shared/format';
import { useLocale } from '../shared/useLocale';

/** How the list is ranked, in full: the weight of each part, what it measures, and that no place can be bought. */
export function RankingNote({ ranking }: { ranking: Ranking }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values: Record<string, unknown> = {}) => translate(`rongqiao.matches.score.${key}`, values);
  return (
    <Box component="details" sx={{ color: 'text.secondary' }}>
      <Typography component="summary" variant="body2" sx={{ cursor: 'pointer' }}>
        {word('how')}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 3 }}>
        {ranking.weights.map(({ part, weight, isCounted }) => (
          <Typography key={part} component="li" variant="body2">
            <strong>
              {word(`parts.${part}`)} {weight} %
            </strong>
            {translate('rongqiao.shared.colon')}
            {word(`about.${part}`)}
            {isCounted ? null : word('notCounted')}
          </Typography>
        ))}
      </Box>
      <Typography variant="body2" sx={{ mt: 1, maxWidth: 860 }}>
        {word('fair', {
          amount: formatAmount(ranking.defaultAmountFen, locale),
          term: formatTerm(ranking.defaultTermMonths, locale),
        })}
      </Typography>
    </Box>
  );
}
