import { Box, Stack, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import { formatAmount } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import type { Month } from './InvoiceMonths';

/** The drawing's own units: a hundred high, ten a month; it is stretched to the width of the page. */
const height = 100;
const slot = 10;
const bar = 3.6;

/** Two bars a month, sales and purchases, from a common zero: months in which credit notes prevail hang below it. */
export function MonthBars({ months }: { months: readonly Month[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { palette } = useTheme();
  const values = months.flatMap(month => [month.outputFen, month.inputFen]);
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const y = (fen: number) => ((most - fen) / (most - least || 1)) * height;
  const sum = (side: 'outputFen' | 'inputFen') =>
    formatAmount(
      months.reduce((total, month) => total + month[side], 0),
      locale,
    );
  const label = translate('rongqiao.enterprises.invoices.chart', {
    from: months[0]?.month,
    to: months.at(-1)?.month,
    output: sum('outputFen'),
    input: sum('inputFen'),
  });
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Typography variant="body2" color="text.secondary" aria-hidden>
        {formatAmount(most, locale)}
      </Typography>
      <Box
        component="svg"
        role="img"
        aria-label={label}
        viewBox={`0 0 ${months.length * slot} ${height}`}
        preserveAspectRatio="none"
        sx={{ width: '100%', maxWidth: months.length * 64, height: 200, display: 'block', borderTop: 1, borderColor: 'divider' }}
      >
        {months.map((month, place) => (
          <g key={month.month} transform={`translate(${place * slot}, 0)`}>
            <title>{`${month.month} ${formatAmount(month.outputFen, locale)} / ${formatAmount(month.inputFen, locale)}`}</title>
            <Bar x={1} fen={month.outputFen} y={y} fill={palette.primary.main} />
            <Bar x={1.4 + bar} fen={month.inputFen} y={y} fill={palette.warning.main} />
          </g>
        ))}
        <line
          x1={0}
          x2={months.length * slot}
          y1={y(0)}
          y2={y(0)}
          stroke={palette.text.secondary}
          vectorEffect="non-scaling-stroke"
        />
      </Box>
      <Stack direction="row" aria-hidden sx={{ justifyContent: 'space-between', maxWidth: months.length * 64 }}>
        {ends(months).map(month => (
          <Typography key={month} variant="body2" color="text.secondary">
            {month}
          </Typography>
        ))}
      </Stack>
    </Box>
  );
}

/** The first, middle and last month: as many labels as fit under the bars at any width. */
const ends = (months: readonly Month[]): string[] => [
  ...new Set([months[0], months[Math.floor((months.length - 1) / 2)], months.at(-1)].flatMap(month => month?.month ?? [])),
];

const Bar = ({ x, fen, y, fill }: { x: number; fen: number; y: (fen: number) => number; fill: string }) => (
  <rect x={x} y={Math.min(y(fen), y(0))} width={bar} height={Math.abs(y(fen) - y(0))} fill={fill} />
);
