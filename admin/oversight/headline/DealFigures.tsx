import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MeasureCell, MeasureTable } from '../../generated/schema';
import { formatRate } from '../../shared/format';
import { useLocale, useText } from '../../shared/useLocale';
import { Disclosed } from '../Disclosed';
import { formatCityAmount } from '../figure';
import { Notes } from '../Notes';
import { FigureCards } from './FigureCards';

export type DealTables = Readonly<
  Record<'transactionCount' | 'transactionAmount' | 'transactionFirms' | 'transactionRate' | 'channels', MeasureTable>
>;

/** What the platform has brought about in the period. */
export function DealFigures({ tables }: { tables: DealTables }) {
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const { transactionCount, transactionAmount, transactionFirms, transactionRate, channels } = tables;
  const money = (fen: number) => formatCityAmount(fen, locale);
  const counted = (unit: string) => (count: number) =>
    translate(`rongqiao.oversight.counted.${unit}`, { count: count.toLocaleString('en-US') });
  const figureOf = (table: MeasureTable, write: (value: number) => string) => ({
    term: text(table.measure.label),
    value: <Disclosed figure={table.rows[0] ?? nothing} write={write} />,
    note: text(table.measure.definition),
  });
  return (
    <Stack spacing={1}>
      <FigureCards
        figures={[
          figureOf(transactionCount, counted('deals')),
          figureOf(transactionAmount, money),
          figureOf(transactionFirms, counted('firms')),
          figureOf(transactionRate, formatRate),
          {
            term: translate('rongqiao.oversight.headline.governmentData'),
            value: <Disclosed figure={channels.rows.find(({ keys }) => keys[0] === 'governmentData') ?? nothing} write={money} />,
            note: translate('rongqiao.oversight.headline.governmentDataNote'),
          },
        ]}
      />
      <Notes tables={Object.values(tables)} />
    </Stack>
  );
}

const nothing: Pick<MeasureCell, 'value' | 'isHidden'> = { value: 0, isHidden: false };
