import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Change } from './changes';

/** What one version says otherwise than another: what goes is struck out, what comes is marked, both said in words too. */
export function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const translate = useTranslate();
  const line = (kind: 'removed' | 'added', text: string, index: number) => (
    <Typography
      key={`${kind}-${index}`}
      component={kind === 'removed' ? 'del' : 'ins'}
      sx={{
        display: 'block',
        whiteSpace: 'pre-line',
        overflowWrap: 'anywhere',
        px: 1,
        py: 0.25,
        borderLeft: 3,
        borderColor: kind === 'removed' ? 'error.main' : 'success.main',
        bgcolor: kind === 'removed' ? '#fdf1f0' : '#eff8f2',
        textDecoration: kind === 'removed' ? 'line-through' : 'none',
      }}
    >
      <Box component="span" sx={{ color: 'text.secondary', mr: 1, display: 'inline-block' }}>
        {translate(`rongqiao.products.review.${kind}`)}
      </Box>
      {text}
    </Typography>
  );
  return (
    <Stack component="dl" spacing={1.5} sx={{ m: 0 }}>
      {changes.map(({ field, removed, added }) => (
        <div key={field}>
          <Typography component="dt" variant="body2" color="text.secondary" sx={{ mb: 0.5 }}>
            {translate(`rongqiao.products.fields.${field}`)}
          </Typography>
          <Stack component="dd" spacing={0.5} sx={{ m: 0 }}>
            {removed.map((text, index) => line('removed', text, index))}
            {added.map((text, index) => line('added', text, index))}
          </Stack>
        </div>
      ))}
    </Stack>
  );
}
