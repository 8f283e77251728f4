import InboxOutlined from '@mui/icons-material/InboxOutlined';
import { Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Nothing here yet: says why, and what to do next. */
export const Empty = ({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) => (
  <Paper sx={{ p: 4 }}>
    <Stack spacing={1} sx={{ alignItems: 'center', textAlign: 'center' }}>
      <InboxOutlined sx={{ fontSize: 44, color: 'text.secondary', opacity: 0.6 }} />
      <Typography variant="h6" component="p">
        {title}
      </Typography>
      {hint ? (
        <Typography color="text.secondary" sx={{ maxWidth: 520 }}>
          {hint}
        </Typography>
      ) : null}
      {action}
    </Stack>
  </Paper>
);
