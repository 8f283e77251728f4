import { MenuItem, TextField } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';

const orders = [
  { word: 'newest', field: 'createdAt', order: 'DESC' },
  { word: 'amount', field: 'amountFenMax', order: 'DESC' },
  { word: 'term', field: 'termMonthsMax', order: 'DESC' },
  { word: 'name', field: 'name', order: 'ASC' },
] as const;

/** The order of the catalogue. There is no place for sale: every order is a fact of the product. */
export function ProductSort() {
  const translate = useTranslate();
  const { sort, setSort } = useListContext();
  const chosen = orders.find(({ field }) => field === sort.field);
  return (
    <TextField
      select
      label={translate('rongqiao.products.sort.label')}
      value={chosen?.word ?? ''}
      onChange={event => {
        const next = orders.find(({ word }) => word === event.target.value);
        if (next) setSort({ field: next.field, order: next.order });
      }}
      margin="none"
      fullWidth={false}
      sx={{ minWidth: 130, mr: 1 }}
    >
      {orders.map(({ word }) => (
        <MenuItem key={word} value={word}>
          {translate(`rongqiao.products.sort.${word}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
