import type { EChartsCoreOption } from 'echarts/core';
import type { Writing } from '../../../oversight/figure';

/** Told apart by all kinds of colour vision (Okabe and Ito). */
const colours = ['#0072b2', '#d55e00', '#009e73', '#b0498a', '#1d2430'];
/** So that a line shows through the gaps of another on the same way, and lines beyond the colours differ. */
const dashes = ['solid', [9, 5], [3, 4], [12, 4, 3, 4]] as const;
const symbols = ['circle', 'rect', 'triangle', 'diamond'];

export type Look = {
  readonly textColour: string;
  readonly lineColour: string;
  readonly fontFamily: string;
  readonly isNarrow: boolean;
};

const nameLetters = 18;
const legendRow = 24;

export type Line = { readonly name: string; readonly points: readonly (readonly [month: number, fen: number])[] };

const frame = ({ textColour, fontFamily }: Look): EChartsCoreOption => ({
  textStyle: { fontFamily },
  color: colours,
  animation: false,
  legend: { top: 0, left: 0, textStyle: { color: textColour }, formatter: shortened },
});

/** Letters of Chinese are twice as wide as ours. */
function shortened(name: string): string {
  const wide = [...name].map(letter => (letter > '\u2e80' ? 2 : 1));
  const fits = wide.findIndex((_, place) => wide.slice(0, place + 1).reduce((sum, each) => sum + each, 0) > nameLetters);
  return fits < 0 ? name : `${[...name].slice(0, fits).join('')}…`;
}

const axis = ({ textColour, lineColour }: Look) => ({
  axisLabel: { color: textColour, hideOverlap: true },
  nameTextStyle: { color: textColour },
  splitLine: { lineStyle: { color: lineColour } },
  axisLine: { lineStyle: { color: lineColour } },
});

const grid = { left: 4, right: 20, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'all' };

const tooltip = (writing: Writing) => ({
  trigger: 'axis',
  confine: true,
  valueFormatter: (scaled: unknown) => `${Number(scaled).toLocaleString('en-US', { maximumFractionDigits: 4 })} ${writing.unit}`,
});

/** How a sum of each offer stands at the end of each month: it holds until the month in which it changes. */
export function courseOption(lines: readonly Line[], writing: Writing, look: Look, monthsName: string): EChartsCoreOption {
  const most = Math.max(0, ...lines.flatMap(({ points }) => points.map(([month]) => month)));
  return {
    ...frame(look),
    grid: { ...grid, top: legendRow * Math.ceil(lines.length / (look.isNarrow ? 2 : 4)) + 30 },
    tooltip: tooltip(writing),
    xAxis: {
      ...axis(look),
      type: 'value',
      name: monthsName,
      nameLocation: 'middle',
      nameGap: 26,
      min: 0,
      max: most,
      interval: most <= 12 ? 1 : Math.ceil(most / 120) * 12,
      splitLine: { show: false },
    },
    yAxis: { ...axis(look), type: 'value', name: writing.unit, nameTextStyle: { color: look.textColour, align: 'left' } },
    series: lines.map(({ name, points }, place) => ({
      type: 'line',
      name,
      step: 'end',
      symbol: symbols[place % symbols.length],
      symbolSize: 6,
      showSymbol: points.length <= 26,
      lineStyle: { width: 2, type: dashes[place % dashes.length] },
      data: points.map(([month, fen]) => [month, writing.scale(fen)]),
    })),
  };
}

export type Part = { readonly name: string /** Of each offer, in fen. */; readonly amounts: readonly number[] };

/** The kinds of cost stacked on one bar for each offer. */
export const partsOption = (
  { names, parts }: { readonly names: readonly string[]; readonly parts: readonly Part[] },
  writing: Writing,
  look: Look,
): EChartsCoreOption => ({
  ...frame(look),
  grid: { ...grid, top: 34 },
  tooltip: { ...tooltip(writing), axisPointer: { type: 'shadow' } },
  xAxis: { ...axis(look), type: 'value', name: writing.unit, nameLocation: 'middle', nameGap: 26, splitNumber: 4 },
  yAxis: { ...axis(look), type: 'category', inverse: true, data: names, axisTick: { show: false } },
  series: parts.map(({ name, amounts }) => ({
    type: 'bar',
    name,
    stack: 'cost',
    barMaxWidth: 22,
    // Parts are told apart where colours are not: each has an edge.
    itemStyle: { borderColor: '#fff', borderWidth: 1 },
    data: amounts.map(writing.scale),
  })),
});
