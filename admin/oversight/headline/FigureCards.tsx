import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export type HeadlineFigure = {
  readonly term: string;
  readonly value: ReactNode;
  /** What is counted, in a sentence, or what stands beside the figure. */
  readonly note?: ReactNode;
};

/** Figures that are read first: large, each with its name and what it says. */
export const FigureCards = ({ figures, widthMin = 190 }: { figures: readonly HeadlineFigure[]; widthMin?: number }) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gap: { xs: 1, sm: 1.5 },
      gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: `repeat(auto-fill, minmax(${widthMin}px, 1fr))` },
    }}
  >
    {figures.map(({ term, value, note }) => (
      <Paper key={term} sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0 }}>
        <Typography component="dt" variant="body2" color="text.secondary">
          {term}
        </Typography>
        <Typography component="dd" sx={{ m: 0, fontSize: { xs: '1.2rem', sm: '1.45rem' }, fontWeight: 650, lineHeight: 1.4 }}>
          {value}
        </Typography>
        {note ? (
          <Typography component="dd" variant="caption" color="text.secondary" sx={{ m: 0, display: 'block', lineHeight: 1.45 }}>
            {note}
          </Typography>
        ) : null}
      </Paper>
    ))}
  </Box>
);
