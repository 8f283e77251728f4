import ExpandMore from '@mui/icons-material/ExpandMore';
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Box,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { InvoiceMonth } from '../../generated/schema';
import { Empty } from '../../shared/Empty';
import { formatAmount } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';
import { MonthBars } from './MonthBars';

const spans = { 12: 12, 24: 24, all: Number.POSITIVE_INFINITY } as const;
type Span = keyof typeof spans;

export type Month = Pick<
  InvoiceMonth,
  'month' | 'outputFen' | 'inputFen' | 'outputCount' | 'inputCount' | 'outputVoidCount' | 'inputVoidCount'
>;

/** Sales and purchases by month: bars, their sums, and the figures behind them. */
export function InvoiceMonths({ months }: { months: readonly Month[] }) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 600px)');
  const [span, setSpan] = useState<Span>(isWide ? 24 : 12);
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.invoices.${key}`, values);
  if (months.length === 0) return <Empty title={say('none.title')} hint={say('none.hint')} />;
  const shown = months.slice(-spans[span]);
  return (
    <Paper sx={{ p: { xs: 2, sm: 3 } }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 2, alignItems: { sm: 'center' } }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h5" component="h2">
            {say('title')}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {say('lead')}
          </Typography>
        </Box>
        <ToggleButtonGroup exclusive size="small" value={span} onChange={(_, next: Span | null) => next && setSpan(next)}>
          {([12, 24, 'all'] as const).map(each => (
            <ToggleButton key={each} value={each}>
              {say(`last.${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Stack>
      <Sums months={shown} />
      <MonthBars months={shown} />
      <Accordion disableGutters slotProps={{ transition: { unmountOnExit: true } }} sx={{ mt: 2 }}>
        <AccordionSummary expandIcon={<ExpandMore />}>{say('table')}</AccordionSummary>
        <AccordionDetails>
          <MonthTable months={shown} />
        </AccordionDetails>
      </Accordion>
    </Paper>
  );
}

const sumOf = (months: readonly Month[], side: 'outputFen' | 'inputFen'): number =>
  months.reduce((sum, month) => sum + month[side], 0);

function Sums({ months }: { months: readonly Month[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const sides = [
    { word: 'output', sum: sumOf(months, 'outputFen'), colour: 'primary.main' },
    { word: 'input', sum: sumOf(months, 'inputFen'), colour: 'warning.main' },
  ];
  const say = (key: string) => translate(`rongqiao.enterprises.invoices.${key}`);
  return (
    <Stack direction="row" useFlexGap spacing={3} sx={{ flexWrap: 'wrap', mb: 1 }}>
      {sides.map(({ word, sum, colour }) => (
        <Box key={word}>
          <Typography variant="body2" color="text.secondary">
            <Box
              component="span"
              sx={{ display: 'inline-block', width: 12, height: 12, borderRadius: 0.5, bgcolor: colour, mr: 0.75 }}
            />
            {say(word)}
          </Typography>
          <Typography sx={{ fontWeight: 600 }}>
            {formatAmount(sum, locale)} {say('total')}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {formatAmount(Math.round(sum / months.length), locale)} {say('average')}
          </Typography>
        </Box>
      ))}
    </Stack>
  );
}

function MonthTable({ months }: { months: readonly Month[] }) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const locale = useLocale();
  const isWide = useMediaQuery('(min-width: 600px)');
  const say = (key: string) => translate(`rongqiao.enterprises.invoices.${key}`);
  const newestFirst = [...months].reverse();
  if (!isWide)
    return (
      <Stack spacing={1.5}>
        {newestFirst.map(month => (
          <Box key={month.month}>
            <Typography sx={{ fontWeight: 600 }}>{month.month}</Typography>
            <Typography variant="body2">
              {say('output')} {formatAmount(month.outputFen, locale)}
              {punctuation.aside(`${month.outputCount} / ${month.outputVoidCount}`)}
            </Typography>
            <Typography variant="body2">
              {say('input')} {formatAmount(month.inputFen, locale)}
              {punctuation.aside(`${month.inputCount} / ${month.inputVoidCount}`)}
            </Typography>
          </Box>
        ))}
      </Stack>
    );
  return (
    <TableContainer sx={{ maxHeight: 420 }} tabIndex={0}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{say('month')}</TableCell>
            <TableCell align="right">{say('output')}</TableCell>
            <TableCell align="right">{say('counts')}</TableCell>
            <TableCell align="right">{say('input')}</TableCell>
            <TableCell align="right">{say('counts')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {newestFirst.map(month => (
            <TableRow key={month.month}>
              <TableCell>{month.month}</TableCell>
              <TableCell align="right">{formatAmount(month.outputFen, locale)}</TableCell>
              <TableCell align="right">
                {month.outputCount} / {month.outputVoidCount}
              </TableCell>
              <TableCell align="right">{formatAmount(month.inputFen, locale)}</TableCell>
              <TableCell align="right">
                {month.inputCount} / {month.inputVoidCount}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
