import { Typography, useMediaQuery, useTheme } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { MeasureTable } from '../../generated/schema';
import { Drawing } from '../../shared/Drawing';
import { useLocale, useText } from '../../shared/useLocale';
import { axisWriting } from '../figure';
import { type ChartModel, chartModel } from './chartModel';
import { chartOption } from './chartOption';

const rowHeight = 30;
const heightOf = ({ shape, categories }: ChartModel): number =>
  shape === 'ranking' ? Math.max(140, categories.length * rowHeight + 60) : 340;

/** A table as a picture. It says nothing that the table beside it does not, so that a reader may go without it. */
export function Chart({ table, label }: { table: MeasureTable; label: string }) {
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const { palette, typography } = useTheme();
  const isNarrow = useMediaQuery('(max-width: 599px)');
  const model = useMemo(() => chartModel(table), [table]);
  const option = useMemo(
    () =>
      chartOption({
        model,
        writing: axisWriting(
          table.measure.unit,
          locale,
          model.series.flatMap(({ points }) => points.map(({ value }) => value)),
        ),
        words: { text, withheld: translate('rongqiao.oversight.withheld'), noData: translate('rongqiao.oversight.noData') },
        look: {
          colours: [palette.primary.main, '#c77700', '#24618f', '#8a3f7d', '#5a8a1f', '#b3261e', '#5c6b73'],
          textColour: palette.text.secondary,
          lineColour: palette.divider,
          fontFamily: String(typography.fontFamily),
          isNarrow,
        },
      }),
    [model, table, locale, text, translate, palette, typography, isNarrow],
  );
  return (
    <div>
      <Drawing option={option} height={heightOf(model)} label={label} />
      {model.seriesLeftOut > 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('rongqiao.oversight.breakdown.largest', { shown: model.series.length, smart_count: model.seriesLeftOut })}
        </Typography>
      ) : null}
    </div>
  );
}
