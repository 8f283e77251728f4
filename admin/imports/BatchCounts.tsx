import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportBatch } from '../generated/schema';
import { formatCount } from '../shared/format';

const figures = [
  { name: 'rowsRead', unit: 'rows', colour: 'text.primary' },
  { name: 'rowsNew', unit: 'rows', colour: 'success.main' },
  { name: 'rowsKnown', unit: 'rows', colour: 'text.primary' },
  { name: 'problemCount', unit: 'places', colour: 'error.main' },
] as const;

/** What was found in the file, in four figures. */
export function BatchCounts({ batch }: { batch: ImportBatch }) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
      }}
    >
      {figures.map(({ name, unit, colour }) => (
        <Paper key={name} sx={{ p: 2 }}>
          <Typography variant="body2" color="text.secondary">
            {translate(`rongqiao.imports.batch.${name}`)}
          </Typography>
          <Typography variant="h5" component="p" sx={{ color: batch[name] > 0 ? colour : 'text.secondary' }}>
            {translate(`rongqiao.imports.batch.${unit}`, { smart_count: batch[name], count: formatCount(batch[name]) })}
          </Typography>
        </Paper>
      ))}
    </Box>
  );
}
