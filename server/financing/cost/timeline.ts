import { addMonths, type CalendarDate } from '../../shared/dates';

/**
 * The months from `from` to `to`, counted as Δyear·12 + Δmonth + Δday/30. A day that `addMonths` reaches is whole months away,
 * so that a due day moved to the end of a short month is not cheaper by a part of a day.
 * Source: the day count of 《企业贷款综合融资成本年化率的计算规则及示例》, as a public calculator applies it.
 */
export function monthsFrom(from: CalendarDate, to: CalendarDate): number {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return to === addMonths(from, months) ? months : months + (toDay - fromDay) / 30;
}

const partsOf = (date: CalendarDate): readonly [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8)),
];
