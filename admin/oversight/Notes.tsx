import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MeasureTable } from '../generated/schema';
import { formatInstant } from '../shared/format';
import { useText } from '../shared/useLocale';

/** When the figures were computed, and, where some are hidden, what the dash says and how many there are. */
export function Notes({ tables }: { tables: readonly MeasureTable[] }) {
  const translate = useTranslate();
  const text = useText();
  const asOf = tables.map(table => table.asOf).sort()[0];
  const hidden = tables.find(({ hiddenCells }) => hiddenCells > 0);
  const hiddenCells = tables.reduce((sum, table) => sum + table.hiddenCells, 0);
  return (
    <Typography variant="body2" color="text.secondary" component="div">
      {translate('rongqiao.oversight.asOf', { moment: formatInstant(asOf) })}
      {hidden ? (
        <div>
          {text(hidden.legend)} {translate('rongqiao.oversight.hiddenCells', { smart_count: hiddenCells })}
        </div>
      ) : null}
    </Typography>
  );
}
