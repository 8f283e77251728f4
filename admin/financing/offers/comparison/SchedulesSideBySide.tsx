import {
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableFooter,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ComparedMonth, ComparedOffer } from '../../../generated/schema';
import { formatYuan } from '../../../shared/format';
import { letterOf, totalCostFen } from './comparison';

/** A year with the day of disbursement; the rest on demand. */
const rowsShown = 13;

/** The first column stays where a narrow page is moved sideways. */
const standing = { position: 'sticky', left: 0, bgcolor: 'background.paper', zIndex: 1, px: 1 } as const;

/** What is due of each offer month by month, and how far that is from the cheapest. */
export function SchedulesSideBySide({ offers }: { offers: readonly ComparedOffer[] }) {
  const translate = useTranslate();
  const [showsAll, setShowsAll] = useState(false);
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.offers.compare.schedules.${key}`, values);
  const count = Math.max(...offers.map(({ months }) => months.length));
  const isUpfront = offers.some(({ months }) => (months[0]?.dueFen ?? 0) > 0);
  const numbers = Array.from({ length: count }, (_, month) => month).slice(isUpfront ? 0 : 1, showsAll ? count : rowsShown);
  const days = [...new Set(offers.map(({ offer, months }) => months[0]?.dueOn ?? offer.validUntil))];
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>
        {word('title')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {word('hint', { day: days.join(' / '), first: letterOf(0) })}
      </Typography>
      <TableContainer>
        <Table size="small" aria-label={word('title')} sx={{ '& td, & th': { px: { xs: 0.75, sm: 2 } } }}>
          <TableHead>
            <TableRow>
              <TableCell sx={standing}>{word('period')}</TableCell>
              {offers.map(({ offer }, place) => (
                <TableCell key={offer.id} align="right" sx={{ verticalAlign: 'bottom', lineHeight: 1.3 }}>
                  <strong>{letterOf(place)}</strong>{' '}
                  <Box component="span" sx={{ fontSize: '0.8rem' }}>
                    {offer.application.institution.name}
                  </Box>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {numbers.map(number => (
              <Month key={number} number={number} offers={offers} />
            ))}
          </TableBody>
          <TableFooter>
            <TableRow sx={{ '& td': { fontWeight: 600, color: 'text.primary', fontSize: '0.875rem' } }}>
              <TableCell sx={standing}>{word('total')}</TableCell>
              {offers.map(({ offer }) => (
                <TableCell key={offer.id} align="right">
                  {formatYuan(offer.amountFen + totalCostFen(offer))}
                </TableCell>
              ))}
            </TableRow>
          </TableFooter>
        </Table>
      </TableContainer>
      {count > rowsShown && !showsAll ? (
        <Button onClick={() => setShowsAll(true)} sx={{ mt: 1 }}>
          {word('more', { smart_count: count - 1 })}
        </Button>
      ) : null}
    </Box>
  );
}

function Month({ number, offers }: { number: number; offers: readonly ComparedOffer[] }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.offers.compare.schedules.${key}`, values);
  const days = new Set(offers.flatMap(({ months }) => months[number]?.dueOn ?? []));
  const [day] = days;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ ...standing, fontWeight: 400, whiteSpace: 'nowrap' }}>
        {number === 0 ? word('start') : word('month', { smart_count: number })}
        {days.size === 1 && number > 0 ? (
          <Typography variant="caption" component="div" color="text.secondary">
            {day}
          </Typography>
        ) : null}
      </TableCell>
      {offers.map(({ offer, months }, place) => (
        <TableCell key={offer.id} align="right">
          <Due month={months[number]} isFirst={place === 0} isDated={days.size > 1} />
        </TableCell>
      ))}
    </TableRow>
  );
}

type DueProps = {
  month: ComparedMonth | undefined;
  isFirst: boolean /** Due days differ: each cell says its own. */;
  isDated: boolean;
};

function Due({ month, isFirst, isDated }: DueProps) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.offers.compare.schedules.${key}`);
  if (!month)
    return (
      <Typography variant="body2" color="text.secondary">
        {word('over')}
      </Typography>
    );
  const { dueFen, dueOn, aboveCheapestFen } = month;
  return (
    <>
      <Typography variant="body2" sx={{ fontWeight: dueFen > 0 ? 600 : 400, fontVariantNumeric: 'tabular-nums' }}>
        {dueFen > 0 ? formatYuan(dueFen) : '—'}
      </Typography>
      {isFirst || aboveCheapestFen === null ? null : (
        <Typography variant="caption" component="div" color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {aboveCheapestFen === 0 ? word('same') : signed(aboveCheapestFen)}
        </Typography>
      )}
      {isDated && dueOn && month.month > 0 ? (
        <Typography variant="caption" component="div" color="text.secondary">
          {dueOn}
        </Typography>
      ) : null}
    </>
  );
}

const signed = (fen: number): string => `${fen > 0 ? '+' : '−'}${formatYuan(Math.abs(fen))}`;
