import { Box, Typography, useMediaQuery, useTheme } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LprQuote } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { formatRate } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { lprHistoryDocument } from '../operations';
import { useVocabulary } from '../useVocabulary';
import { courseOf, frames } from './course';

/** The course of both tenors as steps: a quotation holds until the next. The table below says the same in figures. */
export function LprChart() {
  const query = useAsk<{ lprQuotes: { items: LprQuote[] } }>(lprHistoryDocument);
  return (
    <Answered query={query}>
      {({ lprQuotes }) => (lprQuotes.items.length > 2 ? <Chart quotes={lprQuotes.items} /> : null)}
    </Answered>
  );
}

function Chart({ quotes }: { quotes: readonly LprQuote[] }) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const { labelOf } = useVocabulary();
  const frame = useMediaQuery('(min-width: 600px)') ? frames.wide : frames.narrow;
  const { lines, years, levels } = courseOf(quotes, frame);
  const colours: Readonly<Record<string, string>> = { '1Y': palette.primary.main, '5Y': palette.warning.main };
  return (
    <Box component="figure" sx={{ m: 0, p: 2 }}>
      <Box
        component="svg"
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={translate('rongqiao.products.lpr.chart')}
        sx={{ width: '100%', maxWidth: 820, height: 'auto', display: 'block' }}
      >
        {levels.map(({ y, rateBps }) => (
          <g key={rateBps}>
            <line x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} stroke={palette.divider} />
            <text x={frame.left - 6} y={y + 4} textAnchor="end" fontSize={12} fill={palette.text.secondary}>
              {formatRate(rateBps)}
            </text>
          </g>
        ))}
        {years.map(({ x, year }) => (
          <text key={year} x={x} y={frame.height - 4} textAnchor="middle" fontSize={12} fill={palette.text.secondary}>
            {year}
          </text>
        ))}
        {lines.map(({ tenor, path }) => (
          <path key={tenor} d={path} fill="none" stroke={colours[tenor]} strokeWidth={2} />
        ))}
      </Box>
      <Box component="figcaption" sx={{ display: 'flex', columnGap: 3, rowGap: 0.5, flexWrap: 'wrap', mt: 1 }}>
        {lines.map(({ tenor, latest }) => (
          <Typography key={tenor} variant="body2">
            <Box
              component="span"
              aria-hidden
              sx={{ display: 'inline-block', width: 18, height: 3, bgcolor: colours[tenor], mr: 1, verticalAlign: 'middle' }}
            />
            {labelOf('lprTenors', tenor)} <strong>{formatRate(latest.rateBps)}</strong>
            <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
              {latest.publishedOn}
            </Box>
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
