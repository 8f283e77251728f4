import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** One step of the form under its heading. */
export const Part = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <Box component="section">
    <Typography variant="h6" component="h3" sx={{ mb: 0.5 }}>
      {title}
    </Typography>
    {hint ? (
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {hint}
      </Typography>
    ) : null}
    {children}
  </Box>
);
