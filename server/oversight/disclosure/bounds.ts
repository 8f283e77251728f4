import { type Cell, cellsOf, type Line, sumOf } from './lines';

export type Interval = { readonly low: number; readonly high: number };

/** Each round only narrows the bounds; tables settle in a few, and what has not by then is as good as settled. */
const roundsMax = 100;

/**
 * What a reader of the table can say of each hidden cell: the lowest and highest value that the visible cells and the
 * lines leave possible, no cell being below zero. By propagation along the lines until nothing narrows any more.
 */
export function boundsOf(lines: readonly Line[], hidden: ReadonlySet<Cell>): ReadonlyMap<Cell, Interval> {
  const bounds = new Map<Cell, Interval>();
  for (const cell of lines.flatMap(cellsOf)) if (hidden.has(cell)) bounds.set(cell, { low: 0, high: Number.POSITIVE_INFINITY });
  const guarded = lines.filter(line => cellsOf(line).some(cell => hidden.has(cell)));
  for (let round = 0; round < roundsMax; round++) {
    const narrowed = guarded.map(line => narrow(line, bounds));
    if (!narrowed.includes(true)) break;
  }
  return bounds;
}

/** Narrows every hidden cell of one line by what the others leave it; says whether anything changed. */
function narrow({ total, parts }: Line, bounds: Map<Cell, Interval>): boolean {
  const known = (cell: Cell): Interval => bounds.get(cell) ?? { low: sumOf(cell), high: sumOf(cell) };
  const low = sum(parts.map(part => known(part).low));
  const isOpen = parts.filter(part => known(part).high === Number.POSITIVE_INFINITY);
  const high = sum(parts.map(part => known(part).high));
  const finiteHigh = sum(parts.filter(part => !isOpen.includes(part)).map(part => known(part).high));
  /** The most that the parts other than `part` can make. */
  const highBeside = (part: Cell): number => {
    if (isOpen.length > 1 || (isOpen.length === 1 && isOpen[0] !== part)) return Number.POSITIVE_INFINITY;
    return isOpen.length === 1 ? finiteHigh : high - known(part).high;
  };
  const whole = known(total);
  const tightened = parts.map(part =>
    tighten(bounds, part, { low: whole.low - highBeside(part), high: whole.high - (low - known(part).low) }),
  );
  return tighten(bounds, total, { low, high }) || tightened.includes(true);
}

function tighten(bounds: Map<Cell, Interval>, cell: Cell, to: Interval): boolean {
  const now = bounds.get(cell);
  if (!now || (to.low <= now.low && to.high >= now.high)) return false;
  bounds.set(cell, { low: Math.max(now.low, to.low), high: Math.min(now.high, to.high) });
  return true;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
