import { type Cell, cellsOf, type Line } from './lines';

/**
 * The hidden cells that a reader can compute exactly from the visible ones, by whatever combination of lines: those that
 * Gaussian elimination leaves alone in an equation. Coefficients stay 0, 1 and -1, as every pivot in a table of sums is.
 */
export function determinedCells(lines: readonly Line[], hidden: ReadonlySet<Cell>): Cell[] {
  const unknowns = [...new Set(lines.flatMap(cellsOf).filter(cell => hidden.has(cell)))];
  const column = new Map(unknowns.map((cell, at) => [cell, at]));
  const equations = lines.map(line => equationOf(line, column)).filter(equation => equation.some(factor => factor !== 0));
  const solved = eliminate(equations, unknowns.length);
  return solved.flatMap(equation => {
    const known = equation.flatMap((factor, at) => (factor === 0 ? [] : [at]));
    const [only] = known;
    const cell = known.length === 1 && only !== undefined ? unknowns[only] : undefined;
    return cell ? [cell] : [];
  });
}

/** One factor for each unknown: 1 for a part, -1 for the total. */
function equationOf({ total, parts }: Line, column: ReadonlyMap<Cell, number>): number[] {
  const equation = new Array<number>(column.size).fill(0);
  for (const part of parts) {
    const at = column.get(part);
    if (at !== undefined) equation[at] = 1;
  }
  const totalAt = column.get(total);
  if (totalAt !== undefined) equation[totalAt] = -1;
  return equation;
}

/** The equations in reduced row echelon form. */
function eliminate(equations: readonly number[][], width: number): number[][] {
  const rows = equations.map(equation => [...equation]);
  let done = 0;
  for (let at = 0; at < width && done < rows.length; at++) {
    const pivotRow = rows.findIndex((row, index) => index >= done && row[at] !== 0);
    const pivot = rows[pivotRow];
    if (!pivot) continue;
    rows.splice(pivotRow, 1);
    rows.splice(done, 0, pivot);
    const scale = pivot[at] ?? 1;
    for (let index = 0; index < width; index++) pivot[index] = (pivot[index] ?? 0) / scale;
    for (const row of rows) {
      const factor = row[at] ?? 0;
      if (row === pivot || factor === 0) continue;
      for (let index = at; index < width; index++) row[index] = (row[index] ?? 0) - factor * (pivot[index] ?? 0);
    }
    done++;
  }
  return rows.slice(0, done);
}
