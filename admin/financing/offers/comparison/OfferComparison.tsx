import {
  Alert,
  Box,
  Button,
  Chip,
  Paper,
  Skeleton,
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
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ComparedOffer, OfferComparison as Comparison } from '../../../generated/schema';
import { PrintSheet } from '../PrintSheet';
import { letterOf } from './comparison';
import { SchedulesSideBySide } from './SchedulesSideBySide';
import { type Row, useComparedRows } from './useComparedRows';
import { useVerdict } from './useVerdict';

const ComparisonCharts = lazy(async () => ({ default: (await import('./ComparisonCharts')).ComparisonCharts }));

type Props = { comparison: Comparison; demandId: string };

/**
 * The offers that stand for one demand side by side on one basis, the cheapest first: their figures, what is owed and paid of
 * each over the months, and their schedules; nothing where there is one only.
 */
export function OfferComparison({ comparison, demandId }: Props) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 760px)');
  const rows = useComparedRows(comparison);
  const { cheapest, different } = useVerdict(comparison);
  const { offers } = comparison;
  if (offers.length < 2) return null;
  const word = (key: string) => translate(`rongqiao.financing.offers.compare.${key}`);
  return (
    <Paper component="section" aria-label={word('title')} sx={{ p: 2 }}>
      <Typography variant="h6" component="h2">
        {word('title')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {word('lead')}
      </Typography>
      <Stack spacing={1} sx={{ mb: 1.5 }}>
        <Alert severity="success">{cheapest}</Alert>
        {different ? <Alert severity="info">{different}</Alert> : null}
      </Stack>
      {isWide ? <SideBySide offers={offers} rows={rows} /> : <OneBelowOther offers={offers} rows={rows} />}
      <Suspense fallback={<Skeleton variant="rounded" height={340} sx={{ mt: 2 }} />}>
        <ComparisonCharts offers={offers} />
      </Suspense>
      <SchedulesSideBySide offers={offers} />
      <Box sx={{ mt: 2 }}>
        <PrintSheet of={{ demand: demandId }} />
      </Box>
    </Paper>
  );
}

type LayoutProps = { offers: readonly ComparedOffer[]; rows: readonly Row[] };

const SideBySide = ({ offers, rows }: LayoutProps) => (
  <TableContainer>
    <Table size="small" sx={{ '& td, & th': { verticalAlign: 'top' } }}>
      <TableHead>
        <TableRow>
          <TableCell />
          {offers.map((compared, place) => (
            <TableCell key={compared.offer.id}>
              <Whose compared={compared} place={place} />
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ name, label, cells, best }) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row" sx={{ color: 'text.secondary', fontWeight: 400 }}>
              {label}
            </TableCell>
            {offers.map(({ offer }, place) => (
              <TableCell key={offer.id}>
                <Cell isBest={best.includes(place)} isLarge={name === 'annualised'}>
                  {cells[place] ?? ''}
                </Cell>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </TableContainer>
);

const OneBelowOther = ({ offers, rows }: LayoutProps) => (
  <Stack spacing={1.5}>
    {offers.map((compared, place) => (
      <Paper key={compared.offer.id} variant="outlined" component="article" sx={{ p: 1.5 }}>
        <Whose compared={compared} place={place} />
        <Box component="dl" sx={{ m: 0, mt: 1, display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 2, rowGap: 0.25 }}>
          {rows.map(({ name, label, cells, best }) => (
            <Box key={name} sx={{ display: 'contents' }}>
              <Typography component="dt" variant="body2" color="text.secondary">
                {label}
              </Typography>
              <Box component="dd" sx={{ m: 0 }}>
                <Cell isBest={best.includes(place)} isLarge={name === 'annualised'}>
                  {cells[place] ?? ''}
                </Cell>
              </Box>
            </Box>
          ))}
        </Box>
      </Paper>
    ))}
  </Stack>
);

function Cell({ isBest, isLarge, children }: { isBest: boolean; isLarge: boolean; children: string }) {
  const translate = useTranslate();
  return (
    <Typography
      component="span"
      variant={isLarge ? 'h6' : 'body2'}
      color={isLarge ? 'primary' : 'text.primary'}
      sx={{ fontWeight: isBest || isLarge ? 700 : 400 }}
    >
      {children}
      {isBest ? (
        <Chip size="small" color="success" label={translate('rongqiao.financing.offers.compare.best')} sx={{ ml: 1 }} />
      ) : null}
    </Typography>
  );
}

function Whose({ compared: { offer }, place }: { compared: ComparedOffer; place: number }) {
  const translate = useTranslate();
  const { application, state } = offer;
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>
        {letterOf(place)} {application.institution.name}
      </Typography>
      <Typography variant="body2">{application.productVersion.name}</Typography>
      {state === 'open' ? null : <Chip size="small" label={translate(`rongqiao.financing.offers.states.${state}`)} />}
      <Button component={Link} to={`/applications/${application.id}/show`} size="small" sx={{ ml: -0.75 }}>
        {translate('rongqiao.financing.applications.details')}
      </Button>
    </>
  );
}
