import {
  Alert,
  Box,
  Button,
  Chip,
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
import { Link } from 'react-router-dom';
import type { Application, Offer } from '../../generated/schema';
import { formatRate } from '../../shared/format';
import { costOfTenThousandFen, isOneShape, leastPlaces, totalCostFen } from './comparison';
import { useOfferFigures } from './OfferFigures';
import { PrintSheet } from './PrintSheet';

type Candidate = { readonly application: Application; readonly offer: Offer };
type Row = { readonly name: string; readonly label: string; readonly cells: readonly string[]; readonly best: readonly number[] };

/** The open offers for one demand side by side on one basis, the least of each cost marked; nothing where there is one only. */
export function OfferComparison({ applications }: { applications: readonly Application[] }) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 760px)');
  const candidates = applications.flatMap(application =>
    application.offers.filter(({ state }) => state === 'open').map(offer => ({ application, offer })),
  );
  const rows = useRows(candidates);
  const [first] = candidates;
  if (!first || candidates.length < 2) return null;
  const word = (key: string) => translate(`rongqiao.financing.offers.compare.${key}`);
  return (
    <Paper component="section" aria-label={word('title')} sx={{ p: 2 }}>
      <Typography variant="h6" component="h2">
        {word('title')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {word('lead')}
      </Typography>
      {isOneShape(candidates.map(({ offer }) => offer)) ? null : (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {word('different')}
        </Alert>
      )}
      {isWide ? <SideBySide candidates={candidates} rows={rows} /> : <OneBelowOther candidates={candidates} rows={rows} />}
      <Box sx={{ mt: 1.5 }}>
        <PrintSheet of={{ demand: first.application.demand.id }} />
      </Box>
    </Paper>
  );
}

function useRows(candidates: readonly Candidate[]): Row[] {
  const translate = useTranslate();
  const figuresOf = useOfferFigures();
  const offers = candidates.map(({ offer }) => offer);
  const label = (name: string) => translate(`rongqiao.financing.offers.figures.${name}`);
  const figures = offers.map(figuresOf);
  const isAlike = isOneShape(offers);
  const plain = (name: keyof ReturnType<typeof figuresOf>): Row => ({
    name,
    label: label(name),
    cells: figures.map(each => each[name]),
    best: [],
  });
  const least = (name: keyof ReturnType<typeof figuresOf>, cost: (offer: Offer) => number): Row => ({
    ...plain(name),
    best: leastPlaces(offers.map(cost)),
  });
  const netRates = offers.map(({ support, annualisedRateBps }) => support.netAnnualisedRatePpm ?? annualisedRateBps * 100);
  const net: Row = {
    name: 'net',
    label: translate('rongqiao.policies.support.net'),
    cells: netRates.map(ratePpm => formatRate(ratePpm / 100)),
    best: leastPlaces(netRates),
  };
  return [
    {
      name: 'annualised',
      label: translate('rongqiao.financing.offers.annualised'),
      cells: offers.map(({ annualisedRateBps }) => formatRate(annualisedRateBps)),
      best: leastPlaces(offers.map(({ annualisedRateBps }) => annualisedRateBps)),
    },
    ...(offers.some(({ support }) => support.netAnnualisedRatePpm !== null) ? [net] : []),
    isAlike ? least('costOfTenThousand', costOfTenThousandFen) : plain('costOfTenThousand'),
    isAlike ? least('totalCost', totalCostFen) : plain('totalCost'),
    plain('amount'),
    plain('term'),
    plain('rate'),
    plain('totalFees'),
    plain('repaymentMethod'),
    plain('securities'),
    plain('validUntil'),
  ];
}

type LayoutProps = { candidates: readonly Candidate[]; rows: readonly Row[] };

function SideBySide({ candidates, rows }: LayoutProps) {
  return (
    <TableContainer>
      <Table size="small" sx={{ '& td, & th': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell />
            {candidates.map(candidate => (
              <TableCell key={candidate.offer.id}>
                <Whose {...candidate} />
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
              {candidates.map(({ offer }, place) => (
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
}

const OneBelowOther = ({ candidates, rows }: LayoutProps) => (
  <Stack spacing={1.5}>
    {candidates.map((candidate, place) => (
      <Paper key={candidate.offer.id} variant="outlined" component="article" sx={{ p: 1.5 }}>
        <Whose {...candidate} />
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

function Whose({ application }: Candidate) {
  const translate = useTranslate();
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{application.institution.name}</Typography>
      <Typography variant="body2">{application.productVersion.name}</Typography>
      <Button component={Link} to={`/applications/${application.id}/show`} size="small" sx={{ ml: -0.75 }}>
        {translate('rongqiao.financing.applications.details')}
      </Button>
    </>
  );
}
