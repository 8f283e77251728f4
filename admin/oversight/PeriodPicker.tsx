import { Button, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { MonthField } from './MonthField';
import { monthsBetween, shiftMonth } from './months';

type Period = { readonly from: string; readonly to: string };

type Props = Period & {
  /** The first month with a deal, and the present one. */
  extent: Period;
  hasDeals: boolean;
  onChange: (period: Period) => void;
};

/** From which month to which the figures are; one that ends before it begins is turned round. */
export function PeriodPicker({ from, to, extent, hasDeals, onChange }: Props) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.oversight.period.${key}`);
  const months = monthsBetween(extent.from, extent.to);
  const choose = (next: Period) =>
    onChange(next.from && next.to && next.from > next.to ? { from: next.to, to: next.from } : next);
  const last = to || extent.to;
  const shortcuts = {
    all: { from: '', to: '' },
    year: { from: `${last.slice(0, 4)}-01`, to: last },
    twelve: { from: shiftMonth(last, -11), to: last },
    month: { from: last, to: last },
  };
  return (
    <Paper component="section" aria-label={word('title')} sx={{ p: 2 }}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <MonthField
          label={word('from')}
          none={word('earliest')}
          value={from}
          months={months}
          onChange={month => choose({ from: month, to })}
        />
        <MonthField
          label={word('to')}
          none={word('last')}
          value={to}
          months={months}
          onChange={month => choose({ from, to: month })}
        />
        <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
          {Object.entries(shortcuts).map(([name, period]) => (
            <Button
              key={name}
              size="small"
              variant={period.from === from && period.to === to ? 'contained' : 'text'}
              onClick={() => onChange(period)}
            >
              {word(name)}
            </Button>
          ))}
        </Stack>
        <Typography variant="body2" color="text.secondary" sx={{ flexBasis: '100%' }}>
          {hasDeals ? translate('rongqiao.oversight.period.first', { month: extent.from }) : word('none')}
        </Typography>
      </Stack>
    </Paper>
  );
}
