import { Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { title: string; lead?: string; action?: ReactNode; children?: ReactNode };

/** A part of a page under its heading, with one sentence on what it is and, where there is one, the way on. */
export const Section = ({ title, lead, action, children }: Props) => (
  <Paper component="section" sx={{ p: { xs: 2, sm: 2.5 } }}>
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ mb: 1.5, alignItems: { xs: 'flex-start', sm: 'center' } }}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h6" component="h2">
          {title}
        </Typography>
        {lead ? (
          <Typography variant="body2" color="text.secondary" sx={{ maxWidth: 820 }}>
            {lead}
          </Typography>
        ) : null}
      </div>
      {action}
    </Stack>
    {children}
  </Paper>
);
