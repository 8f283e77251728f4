import { drawCourses } from './courses';
import { bold, faint, type Ink, inkOf, plain } from './ink';
import type { Bars, Beside, Block, Figures, Note, TableBlock } from './page';
import type { Pen, Style } from './pen';

export type Place = { readonly pen: Pen; readonly x: number; readonly y: number; readonly width: number; readonly gap: number };

/** Draws `blocks` one below the other, or only measures them; answers the height they take. */
export function drawBlocks(blocks: readonly Block[], place: Place, ink: Ink): number {
  let { y } = place;
  for (const block of blocks) y += draw(block, { ...place, y }, ink) + place.gap * place.pen.scale;
  return y - place.y;
}

function draw(block: Block, place: Place, ink: Ink): number {
  if (block.kind === 'figures') return drawFigures(block, place, ink);
  if (block.kind === 'table') return drawTable(block, place, ink);
  if (block.kind === 'bars') return drawBars(block, place, ink);
  if (block.kind === 'courses') return drawCourses(block, place, ink);
  if (block.kind === 'note') return drawNote(block, place, ink);
  return drawBeside(block, place, ink);
}

const drawNote = ({ text }: Note, { pen, x, y, width }: Place, ink: Ink): number =>
  writeLines(pen, { text, x, y, width, style: faint(7.5) }, ink);

function drawBeside({ share, left, right }: Beside, place: Place, ink: Ink): number {
  const middle = 18;
  const width = place.width - middle;
  const leftHeight = drawBlocks(left, { ...place, width: width * share }, ink);
  const rightPlace = { ...place, x: place.x + width * share + middle, width: width * (1 - share) };
  return Math.max(leftHeight, drawBlocks(right, rightPlace, ink));
}

function drawFigures({ columns, figures }: Figures, { pen, x, y, width }: Place, ink: Ink): number {
  const between = 10;
  const cell = (width - between * (columns - 1)) / columns;
  let top = y;
  for (let first = 0; first < figures.length; first += columns) {
    const heights = figures.slice(first, first + columns).map(({ label, value, isLarge }, column) => {
      const at = { x: x + column * (cell + between), width: cell };
      const labelHeight = writeLines(pen, { text: label, y: top, style: faint(7.5), ...at }, ink);
      return (
        labelHeight + writeLines(pen, { text: value, y: top + labelHeight, style: isLarge ? bold(15) : plain(9), ...at }, ink)
      );
    });
    top += Math.max(...heights) + 4 * pen.scale;
  }
  return top - y;
}

function drawTable({ title, columns, rows }: TableBlock, { pen, x, y, width }: Place, ink: Ink): number {
  const { widths, fit } = widthsOf({ columns, rows }, pen, width);
  const lefts = widths.map((_, place) => x + widths.slice(0, place).reduce((sum, each) => sum + each, 0));
  const drawRow = (cells: readonly string[], top: number, style: Style, shade: string | null): number => {
    const inner = (place: number) => (widths[place] ?? 0) - 2 * pad;
    const height =
      Math.max(...cells.map((text, place) => pen.lines(text, inner(place), style).length)) * pen.lineHeight(style) +
      3 * pen.scale;
    if (ink && shade) ink.rect(x, top, width, height).fill(shade);
    cells.forEach((text, place) => {
      const isRight = columns[place]?.isNumber ?? false;
      const cell = { text, x: (lefts[place] ?? x) + pad, y: top + 1.5 * pen.scale, width: inner(place), style, isRight };
      writeLines(pen, cell, ink);
    });
    ink
      ?.moveTo(x, top + height)
      .lineTo(x + width, top + height)
      .lineWidth(0.5)
      .stroke(inkOf.line);
    return height;
  };
  const headings = columns.map(({ heading }) => heading);
  let top = y;
  if (title !== '') top += writeLines(pen, { text: title, x, y, width, style: bold(10) }, ink) + 2 * pen.scale;
  top += drawRow(headings, top, faint(7.5 * fit), inkOf.shade);
  for (const { cells, isStrong } of rows) top += drawRow(cells, top, isStrong ? bold(8 * fit) : plain(8 * fit), null);
  return top - y;
}

/** Between the edge of a cell and its text. */
const pad = 4;

/**
 * Columns of numbers are as wide as their widest number or the widest word above, so that none is torn; what is left the
 * others share. Where numbers alone are too wide, `fit` makes the table's letters smaller.
 */
function widthsOf({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>, pen: Pen, width: number) {
  const natural = columns.map(({ heading, isNumber }, place) =>
    isNumber
      ? 2 * pad +
        1 +
        Math.max(
          pen.widestPiece(heading, faint(7.5)),
          ...rows.map(({ cells, isStrong }) => pen.widthOf(cells[place] ?? '', isStrong ? bold(8) : plain(8))),
        )
      : 0,
  );
  const shares = columns.reduce((sum, { share, isNumber }) => sum + (isNumber ? 0 : share), 0);
  const room = shares === 0 ? width : width * 0.75;
  const taken = natural.reduce((sum, each) => sum + each, 0);
  const fit = Math.min(1, room / taken);
  const left = width - taken * fit;
  const spread = shares === 0 ? left / columns.length : 0;
  const widths = columns.map(({ share, isNumber }, place) =>
    isNumber ? (natural[place] ?? 0) * fit + spread : (left * share) / shares,
  );
  return { widths, fit };
}

function drawBars({ title, series, bars }: Bars, { pen, x, y, width }: Place, ink: Ink): number {
  const [labels, values] = [
    Math.min(width * 0.4, Math.max(...bars.map(({ label }) => pen.widthOf(label, plain(7.5)))) + 8),
    Math.max(...bars.map(({ value }) => pen.widthOf(value, plain(7.5)))) + 6,
  ];
  const room = width - labels - values;
  const most = Math.max(1, ...bars.map(({ parts }) => sumOf(parts)));
  const thick = 9 * pen.scale;
  let top = y + writeLines(pen, { text: title, x, y, width, style: bold(10) }, ink);
  top += drawLegend(series, { pen, x, y: top, width, gap: 0 }, ink);
  for (const { label, parts, value } of bars) {
    const height = Math.max(
      writeLines(pen, { text: label, x, y: top, width: labels - 6, style: plain(7.5) }, ink),
      thick + 3 * pen.scale,
    );
    let left = x + labels;
    parts.forEach((part, place) => {
      const length = (room * Math.max(0, part)) / most;
      ink?.rect(left, top + 1, length, thick).fill(inkOf.series[place % inkOf.series.length] ?? inkOf.text);
      left += length;
    });
    if (ink) pen.write(value, left + 4, top, plain(7.5));
    top += height;
  }
  return top - y;
}

function drawLegend(series: readonly string[], { pen, x, y }: Place, ink: Ink): number {
  const [square, style] = [6 * pen.scale, faint(7.5)];
  let left = x;
  series.forEach((name, place) => {
    ink?.rect(left, y + 2 * pen.scale, square, square).fill(inkOf.series[place % inkOf.series.length] ?? inkOf.text);
    if (ink) pen.write(name, left + square + 3, y, style);
    left += square + 12 + pen.widthOf(name, style);
  });
  return pen.lineHeight(style) + 2 * pen.scale;
}

type Written = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly style: Style;
  readonly isRight?: boolean;
};

/** Answers the height of the lines. */
function writeLines(pen: Pen, { text, x, y, width, style, isRight = false }: Written, ink: Ink): number {
  const lines = pen.lines(text, width, style);
  const height = pen.lineHeight(style);
  if (ink)
    lines.forEach((line, place) => {
      const indent = isRight ? width - pen.widthOf(line, style) : 0;
      pen.write(line, x + indent, y + place * height, style);
    });
  return lines.length * height;
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + Math.max(0, part), 0);
