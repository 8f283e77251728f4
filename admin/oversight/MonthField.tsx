import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

type Props = {
  label: string;
  /** `YYYY-MM`, or empty where `none` is chosen. */
  value: string;
  /** The months to choose from, in order; the latest is offered first. */
  months: readonly string[];
  /** What an empty choice means; without it a month must be chosen. */
  none?: string;
  onChange: (month: string) => void;
};

/** A month, chosen from those that there are. */
export function MonthField({ label, value, months, none, onChange }: Props) {
  const translate = useTranslate();
  const offered = value !== '' && !months.includes(value) ? [...months, value].sort() : months;
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        select: { displayEmpty: true, MenuProps: { slotProps: { paper: { sx: { maxHeight: 360 } } } } },
      }}
      fullWidth={false}
      sx={{ width: { xs: 'calc(50% - 6px)', sm: 170 }, minWidth: 130 }}
    >
      {none === undefined ? null : <MenuItem value="">{none}</MenuItem>}
      {[...offered].reverse().map(month => (
        <MenuItem key={month} value={month}>
          {translate('rongqiao.oversight.month', { year: month.slice(0, 4), month: Number(month.slice(5)), code: month })}
        </MenuItem>
      ))}
    </TextField>
  );
}
