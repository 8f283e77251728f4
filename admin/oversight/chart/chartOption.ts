import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  LegendComponentOption,
  MarkPointComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Writing } from '../figure';
import type { ChartModel, Point } from './chartModel';

type ChartSeries = BarSeriesOption | LineSeriesOption;
export type ChartOption = ComposeOption<
  ChartSeries | GridComponentOption | LegendComponentOption | MarkPointComponentOption | TooltipComponentOption
>;

export type ChartWords = {
  readonly text: (text: { zh: string; en: string }) => string;
  readonly withheld: string;
  readonly noData: string;
};

export type ChartLook = {
  readonly colours: readonly string[];
  readonly textColour: string;
  readonly lineColour: string;
  readonly fontFamily: string;
  readonly isNarrow: boolean;
};

type Drawn = { model: ChartModel; writing: Writing; words: ChartWords; look: ChartLook };

/**
 * What ECharts is told to draw. A withheld cell is a dash where its bar would stand, or a gap in its line, and a sentence
 * in the tooltip; never a zero.
 */
export function chartOption({ model, writing, words, look }: Drawn): ChartOption {
  const { shape, categories, series } = model;
  const isRanking = shape === 'ranking';
  const names = {
    type: 'category' as const,
    data: categories.map(words.text),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.lineColour } },
    axisLabel: {
      color: look.textColour,
      hideOverlap: !isRanking,
      ...(isRanking ? { width: look.isNarrow ? 92 : 190, overflow: 'truncate' as const, interval: 0 } : {}),
    },
  };
  const values = {
    type: 'value' as const,
    name: writing.unit,
    nameTextStyle: { color: look.textColour, ...(isRanking ? {} : { align: 'left' as const }) },
    nameLocation: isRanking ? ('middle' as const) : ('end' as const),
    nameGap: isRanking ? 26 : 12,
    // Bars are read by their length and begin at zero; lines by their course.
    scale: shape === 'lines',
    splitNumber: look.isNarrow ? 3 : 5,
    splitLine: { lineStyle: { color: look.lineColour } },
    axisLabel: { color: look.textColour, hideOverlap: true },
  };
  return {
    textStyle: { fontFamily: look.fontFamily },
    color: [...look.colours],
    animation: false,
    grid: {
      left: 4,
      right: 20,
      top: series.length > 1 ? 64 : isRanking ? 8 : 34,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    legend: series.length > 1 ? { type: 'scroll', top: 0, left: 0, textStyle: { color: look.textColour } } : undefined,
    tooltip: { trigger: 'axis', confine: true, axisPointer: { type: shape === 'lines' ? 'line' : 'shadow' } },
    xAxis: isRanking ? values : names,
    yAxis: isRanking ? { ...names, inverse: true } : values,
    series: series.map(({ name, points }) => ({
      ...(shape === 'lines' ? lineOf(points) : { type: 'bar' as const, barMaxWidth: isRanking ? 18 : 36 }),
      name: words.text(name),
      data: points.map(({ value }) => (value === null ? '-' : writing.scale(value))),
      tooltip: { valueFormatter: (_: unknown, at: number) => said(points[at], writing, words) },
      ...(shape === 'lines' ? {} : { markPoint: dashes(points, isRanking, look) }),
    })),
  };
}

/** A line breaks where a value is missing; the points show single values between two breaks. */
const lineOf = (points: readonly Point[]): LineSeriesOption => ({
  type: 'line',
  connectNulls: false,
  symbolSize: 5,
  showSymbol: points.length <= 36 || points.some(({ value }) => value === null),
});

function said(point: Point | undefined, writing: Writing, words: ChartWords): string {
  if (point?.isHidden) return words.withheld;
  if (point?.value === null || point === undefined) return words.noData;
  return writing.unit ? `${writing.write(point.value)} ${writing.unit}` : writing.write(point.value);
}

/** The dash of each withheld cell, at the foot of its bar. */
const dashes = (points: readonly Point[], isRanking: boolean, look: ChartLook): MarkPointComponentOption => ({
  silent: true,
  symbolSize: 0,
  label: { formatter: '{b}', color: look.textColour, position: isRanking ? 'right' : 'top' },
  data: points.flatMap(({ isHidden }, at) => (isHidden ? [{ name: '—', coord: isRanking ? [0, at] : [at, 0] }] : [])),
});
