import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Terms and their values, one below the other where the page is narrow. */
export const Figures = ({ figures }: { figures: readonly { term: string; value: ReactNode }[] }) => (
  <Box
    component="dl"
    sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(240px, 1fr))' } }}
  >
    {figures.map(({ term, value }) => (
      <Box key={term} sx={{ minWidth: 0 }}>
        <Typography component="dt" variant="body2" color="text.secondary">
          {term}
        </Typography>
        <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
          {value}
        </Typography>
      </Box>
    ))}
  </Box>
);
