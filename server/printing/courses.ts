import type { Place } from './blocks';
import { bold, faint, type Ink, inkOf } from './ink';
import type { Courses } from './page';
import type { Pen } from './pen';

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
type Series = Courses['series'][number];

const plotHeight = 104;
const labelStyle = faint(7);
/** So that a line shows through the gaps of another on the same way, and lines beyond the colours differ. */
const dashes = [null, [5, 2.5], [1.5, 2], [8, 2]] as const;

/** Lines on common axes under their title and legend; answers the height they take. */
export function drawCourses({ title, units, series }: Courses, { pen, x, y, width }: Place, ink: Ink): number {
  const line = pen.lineHeight(labelStyle);
  if (ink) pen.write(title, x, y, bold(10));
  const legendTop = y + pen.lineHeight(bold(10));
  const top = legendTop + drawNames(series, { pen, x, y: legendTop, width, gap: 0 }, ink) + 1.4 * line;
  const [xTicks, yTicks] = [monthTicks(mostOf(series, 'x')), ticks(mostOf(series, 'y'))];
  const margin = Math.max(...yTicks.map(tick => pen.widthOf(written(tick), labelStyle))) + 4;
  const box = { left: x + margin, top, width: width - margin - 6, height: plotHeight * pen.scale };
  const scale = { x: box.width / (xTicks.at(-1) || 1), y: box.height / (yTicks.at(-1) || 1) };
  if (ink) {
    drawAxes({ units, xTicks, yTicks, box, scale, pen }, ink);
    const drawn = series.map((each, place): Drawn => ({ ...each, place, of: series.length, box, scale }));
    for (const each of drawn) drawCourse(each, ink);
    for (const each of drawn) drawLetter(each, pen, ink);
  }
  return top + box.height + 2 * line + 1 - y;
}

type Scale = { readonly x: number; readonly y: number };

type Axes = {
  readonly units: Courses['units'];
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly box: Box;
  readonly scale: Scale;
  readonly pen: Pen;
};

function drawAxes({ units, xTicks, yTicks, box, scale, pen }: Axes, ink: PDFKit.PDFDocument): void {
  const line = pen.lineHeight(labelStyle);
  const wide = (text: string) => pen.widthOf(text, labelStyle);
  const bottom = box.top + box.height;
  pen.write(units.y, box.left, box.top - line - 1, labelStyle);
  for (const tick of yTicks) {
    const at = bottom - tick * scale.y;
    ink
      .moveTo(box.left, at)
      .lineTo(box.left + box.width, at)
      .lineWidth(0.5)
      .stroke(inkOf.line);
    pen.write(written(tick), box.left - 4 - wide(written(tick)), at - line / 2, labelStyle);
  }
  for (const tick of xTicks)
    pen.write(written(tick), box.left + tick * scale.x - wide(written(tick)) / 2, bottom + 1, labelStyle);
  pen.write(units.x, box.left + box.width - wide(units.x), bottom + 1 + line, labelStyle);
}

type Drawn = Series & { readonly place: number; readonly of: number; readonly box: Box; readonly scale: Scale };

const colourOf = (place: number): string => inkOf.courses[place % inkOf.courses.length] ?? inkOf.text;

function stroke(ink: PDFKit.PDFDocument, place: number): void {
  const dash = dashes[place % dashes.length] ?? null;
  if (dash) ink.dash(dash[0], { space: dash[1] });
  ink.lineWidth(1.1).stroke(colourOf(place));
  if (dash) ink.undash();
}

const placeOf = ({ box, scale }: Drawn, { x, y }: Series['points'][number]): readonly [number, number] => [
  box.left + x * scale.x,
  box.top + box.height - y * scale.y,
];

/** In steps: a figure holds until the month in which it changes. */
function drawCourse(drawn: Drawn, ink: PDFKit.PDFDocument): void {
  drawn.points.forEach((point, number) => {
    const [x, y] = placeOf(drawn, point);
    const before = drawn.points[number - 1];
    if (before) ink.lineTo(x, placeOf(drawn, before)[1]).lineTo(x, y);
    else ink.moveTo(x, y);
  });
  stroke(ink, drawn.place);
}

/** Each on its own part of its line, so that letters of lines that run together do not cover each other. */
function drawLetter(drawn: Drawn, pen: Pen, ink: PDFKit.PDFDocument): void {
  const { points, letter, place, of } = drawn;
  const point = points[Math.round(((place + 0.5) / of) * (points.length - 1))];
  if (!point) return;
  const [x, y] = placeOf(drawn, point);
  const [style, size] = [bold(7), pen.lineHeight(bold(7))];
  ink
    .circle(x, y, size / 2)
    .lineWidth(0.8)
    .fillAndStroke('#ffffff', colourOf(place));
  pen.write(letter, x - pen.widthOf(letter, style) / 2, y - size / 2, style);
}

/** The names, each with a piece of its line and its letter; as many lines of them as they need. */
function drawNames(series: readonly Series[], { pen, x, y, width }: Place, ink: Ink): number {
  const piece = 14;
  let [left, top] = [x, y];
  series.forEach(({ letter, name }, place) => {
    const text = `${letter} ${name}`;
    const wide = piece + 3 + pen.widthOf(text, labelStyle) + 10;
    if (left > x && left + wide > x + width) [left, top] = [x, top + pen.lineHeight(labelStyle)];
    if (ink) {
      const middle = top + pen.lineHeight(labelStyle) / 2;
      ink.moveTo(left, middle).lineTo(left + piece, middle);
      stroke(ink, place);
      pen.write(text, left + piece + 3, top, labelStyle);
    }
    left += wide;
  });
  return top + pen.lineHeight(labelStyle) - y;
}

const mostOf = (series: readonly Series[], axis: 'x' | 'y'): number =>
  Math.max(0, ...series.flatMap(({ points }) => points.map(point => point[axis])));

const written = (tick: number): string => tick.toLocaleString('en-US', { maximumFractionDigits: 3 });

/** Round numbers from zero to at or above `most`, in about four steps. */
function ticks(most: number): number[] {
  if (most <= 0) return [0];
  const power = 10 ** Math.floor(Math.log10(most / 4));
  return stepped(most, ([1, 2, 2.5, 5].find(each => each * power >= most / 4) ?? 10) * power);
}

/** Months from zero to at or above `most`, in nine steps at most. */
const monthTicks = (most: number): number[] => stepped(most, [1, 2, 3, 6, 12, 24, 36, 60].find(each => each * 9 >= most) ?? 120);

const stepped = (most: number, step: number): number[] =>
  Array.from({ length: Math.ceil(most / step) + 1 }, (_, place) => place * step);
