import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { title: string; lead?: string; actions?: ReactNode; children: ReactNode };

/** A part of the page under its own heading. */
export const Section = ({ title, lead, actions, children }: Props) => (
  <Box component="section" aria-label={title}>
    <Stack
      direction="row"
      useFlexGap
      sx={{ mb: 1, columnGap: 1.5, rowGap: 1, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="h5" component="h2">
          {title}
        </Typography>
        {lead ? (
          <Typography variant="body2" color="text.secondary">
            {lead}
          </Typography>
        ) : null}
      </Box>
      {actions}
    </Stack>
    {children}
  </Box>
);
