import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { TermRow } from './useTermRows';

/** What a version says, field by field: beside each other where there is room, below each other on a phone. */
export function TermsTable({ rows }: { rows: readonly TermRow[] }) {
  const translate = useTranslate();
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '150px 1fr' },
        columnGap: 2,
        rowGap: { xs: 0.25, sm: 1 },
      }}
    >
      {rows.map(({ field, lines }) => (
        <Box key={field} sx={{ display: 'contents' }}>
          <Typography component="dt" color="text.secondary" variant="body2" sx={{ pt: '2px' }}>
            {translate(`rongqiao.products.fields.${field}`)}
          </Typography>
          <Box component="dd" sx={{ m: 0, mb: { xs: 1, sm: 0 }, minWidth: 0, overflowWrap: 'anywhere' }}>
            {lines.length === 0 ? (
              <Typography color="text.secondary">{translate('rongqiao.shared.notStated')}</Typography>
            ) : (
              <Lines lines={lines} />
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <Stack spacing={0.25}>
    {lines.map(line => (
      <Typography key={line} sx={{ whiteSpace: 'pre-line' }}>
        {line}
      </Typography>
    ))}
  </Stack>
);
