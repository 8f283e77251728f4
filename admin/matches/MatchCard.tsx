import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Match, ProductVersion, ScorePart } from '../generated/schema';
import { useVocabulary } from '../products/useVocabulary';
import { capitalised, formatAmount, formatRate, formatTerm } from '../shared/format';
import { StateChip } from '../shared/StateChip';
import { useLocale } from '../shared/useLocale';
import { FirstReason } from './FirstReason';
import { ScoreParts } from './ScoreParts';

const edge = { eligible: 'success.main', possible: 'warning.main', notEligible: 'divider' } as const;

/** One product with its verdict, its terms, and the first thing that stands between it and the firm. */
export function MatchCard({ match, counted, search }: { match: Match; counted: readonly ScorePart[]; search: string }) {
  const translate = useTranslate();
  const { labelOf } = useVocabulary();
  const { product, verdict } = match;
  const to = `/matches/${product.id}${search ? `?${search}` : ''}`;
  return (
    <Paper component="article" sx={{ p: 2, borderLeft: 4, borderLeftColor: edge[verdict] }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={2}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h3">
              {product.terms.name}
            </Typography>
            <StateChip state={verdict} label={translate(`rongqiao.matches.verdicts.${verdict}`)} />
            {product.terms.labels.map(label => (
              <Chip key={label} size="small" variant="outlined" label={labelOf('labels', label)} />
            ))}
          </Stack>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
            {product.institution.name}
          </Typography>
          <FirstReason match={match} />
        </Box>
        <Terms terms={product.terms} />
        <Box sx={{ alignSelf: { md: 'center' } }}>
          <Button component={Link} to={to} variant={verdict === 'eligible' ? 'contained' : 'outlined'} fullWidth>
            {translate('rongqiao.matches.product.details')}
          </Button>
        </Box>
      </Stack>
      <ScoreParts rank={match.rank} counted={counted} />
    </Paper>
  );
}

function Terms({ terms }: { terms: ProductVersion }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const securities = [
    ...(terms.isUnsecured ? [translate('rongqiao.matches.product.unsecured')] : []),
    ...terms.securities.map(security => labelOf('securities', security)),
  ];
  const rows = [
    ['amount', useRange(terms.amountFenMin, terms.amountFenMax, fen => formatAmount(fen, locale))],
    ['term', useRange(terms.termMonthsMin, terms.termMonthsMax, months => formatTerm(months, locale))],
    ['rate', useRange(terms.rates.rateBpsMin, terms.rates.rateBpsMax, formatRate)],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'auto 1fr',
        columnGap: 1.5,
        rowGap: 0.25,
        width: { md: 290 },
        flexShrink: 0,
        alignContent: 'start',
      }}
    >
      {rows.map(([word, value]) => (
        <Row key={word} term={translate(`rongqiao.matches.product.${word}`)} value={value} isStrong={word === 'rate'} />
      ))}
      {securities.length > 0 ? (
        <Row
          term={translate('rongqiao.matches.product.securities')}
          value={capitalised(securities.join(locale === 'zh' ? '、' : ', '))}
        />
      ) : null}
    </Box>
  );
}

const Row = ({ term, value, isStrong = false }: { term: string; value: string; isStrong?: boolean }) => (
  <>
    <Typography component="dt" variant="body2" color="text.secondary">
      {term}
    </Typography>
    <Typography component="dd" variant="body2" sx={{ m: 0, fontWeight: isStrong ? 700 : 400 }}>
      {value}
    </Typography>
  </>
);

function useRange(low: number | null | undefined, high: number | null | undefined, format: (value: number) => string): string {
  const translate = useTranslate();
  const isLow = low !== null && low !== undefined;
  const isHigh = high !== null && high !== undefined;
  if (isLow && isHigh)
    return low === high ? format(low) : translate('rongqiao.matches.product.range', { low: format(low), high: format(high) });
  if (isHigh) return translate('rongqiao.matches.product.upTo', { value: format(high) });
  if (isLow) return translate('rongqiao.matches.product.from', { value: format(low) });
  return translate('rongqiao.matches.product.notStated');
}
