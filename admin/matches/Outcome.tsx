import { Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MovedProducts, WhatIf } from '../generated/schema';
import { placeOfValue } from './Imagined';
import { ProductNames } from './ProductNames';

const verdicts = ['eligible', 'possible', 'notEligible'] as const;

type Props = { answer: WhatIf; value: Parameters<typeof placeOfValue>[1]; isFetching: boolean };

/** How many products of each verdict there would be, against today, and which would come and go. */
export function Outcome({ answer, value, isFetching }: Props) {
  const translate = useTranslate();
  const place = placeOfValue(answer.points, value);
  const point = place === null ? undefined : answer.points[place];
  const counts = point?.counts ?? answer.counts;
  return (
    <Paper sx={{ p: 2, opacity: isFetching ? 0.6 : 1 }} aria-busy={isFetching}>
      <Typography variant="h6" component="h2" gutterBottom>
        {translate('rongqiao.matches.whatIf.outcome')}
      </Typography>
      <Stack direction="row" spacing={3}>
        {verdicts.map(verdict => (
          <Box key={verdict}>
            <Typography variant="body2" color="text.secondary">
              {translate(`rongqiao.matches.verdicts.${verdict}`)}
            </Typography>
            <Typography variant="h5" component="p" data-testid={`outcome-${verdict}`}>
              {counts[verdict]}
              <Typography component="span" color="text.secondary" sx={{ ml: 1 }}>
                {differenceOf(counts[verdict] - answer.counts[verdict])}
              </Typography>
            </Typography>
          </Box>
        ))}
      </Stack>
      {point ? (
        <Stack spacing={1.5} sx={{ mt: 2 }}>
          <Moved word="enters" moved={point.enters} />
          <Moved word="leaves" moved={point.leaves} />
        </Stack>
      ) : null}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
        {translate('rongqiao.matches.whatIf.note')}
      </Typography>
    </Paper>
  );
}

const differenceOf = (difference: number): string => {
  if (difference === 0) return '';
  return difference > 0 ? `+${difference}` : `−${-difference}`;
};

function Moved({ word, moved }: { word: 'enters' | 'leaves'; moved: MovedProducts }) {
  const translate = useTranslate();
  if (moved.total === 0)
    return (
      <Typography variant="body2" color="text.secondary">
        {translate(`rongqiao.matches.whatIf.none.${word}`)}
      </Typography>
    );
  return (
    <Box>
      <Typography sx={{ fontWeight: 600 }} color={word === 'enters' ? 'success.main' : 'error.main'}>
        {translate(`rongqiao.matches.whatIf.${word}`, { smart_count: moved.total })}
      </Typography>
      <ProductNames products={moved.products} total={moved.total} />
    </Box>
  );
}
