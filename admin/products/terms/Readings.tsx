import { Box, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Reading } from '../../generated/schema';
import { useText } from '../../shared/useLocale';

const colours = { term: 'success', rule: 'success', text: 'default', conflict: 'warning' } as const;

/** How each published phrase of an imported product was read, so that a person can hold it against the original. */
export function Readings({ readings }: { readings: readonly Reading[] }) {
  const translate = useTranslate();
  const text = useText();
  return (
    <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {readings.map(reading => (
        <Box
          component="li"
          key={`${reading.column} ${reading.quote} ${reading.became.join()}`}
          sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.5 }}
        >
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Chip
              size="small"
              color={colours[reading.outcome]}
              label={translate(`rongqiao.products.readings.${reading.outcome}`)}
            />
            <Typography variant="body2" color="text.secondary">
              {translate(`rongqiao.products.readings.columns.${reading.column}`, { _: reading.column })}
            </Typography>
          </Stack>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{reading.quote}</Typography>
          {reading.note ? (
            <Typography variant="body2" color="text.secondary">
              {text(reading.note)}
            </Typography>
          ) : null}
        </Box>
      ))}
    </Stack>
  );
}
