import {
  Box,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportSample } from '../generated/schema';

/** The first rows as they are written in the file: enough to see whether columns and contents belong together. */
export function Sample({ sample }: { sample: ImportSample }) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 900px)');
  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 3 } }}>
      <Typography variant="h6" component="h2">
        {translate('rongqiao.imports.batch.sample')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('rongqiao.imports.batch.sampleHint')}
      </Typography>
      {isWide ? <SampleTable sample={sample} /> : <SampleCards sample={sample} />}
    </Paper>
  );
}

const SampleTable = ({ sample: { headings, rows } }: { sample: ImportSample }) => (
  <TableContainer tabIndex={0}>
    <Table size="small" sx={{ '& td, & th': { whiteSpace: 'nowrap' } }}>
      <TableHead>
        <TableRow>
          {headings.map((heading, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place, and headings may repeat
            <TableCell key={place}>{heading}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place in the file
          <TableRow key={line}>
            {row.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place
              <TableCell key={place}>{cell}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </TableContainer>
);

const cardsShown = 2;

const SampleCards = ({ sample: { headings, rows } }: { sample: ImportSample }) => (
  <Stack spacing={1.5}>
    {rows.slice(0, cardsShown).map((row, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place in the file
      <Box key={line} sx={{ borderTop: 1, borderColor: 'divider', pt: 1 }}>
        {row.map((cell, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place
          <Typography key={place} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
              {headings[place]}
            </Box>
            {cell}
          </Typography>
        ))}
      </Box>
    ))}
  </Stack>
);
