import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

const orders = ['best', 'cheapest', 'fastest', 'largest'] as const;

/** The order within each verdict; the first is the score. */
export function SortChoice({ value, onChange }: { value: string; onChange: (order: string) => void }) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate('rongqiao.matches.sort.label')}
      value={orders.find(order => order === value) ?? orders[0]}
      onChange={event => onChange(event.target.value === orders[0] ? '' : event.target.value)}
      margin="none"
      fullWidth={false}
      sx={{ minWidth: 150 }}
    >
      {orders.map(order => (
        <MenuItem key={order} value={order}>
          {translate(`rongqiao.matches.sort.${order}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
