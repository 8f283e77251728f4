import type { Contributions } from './contributions';

/**
 * One cell of a table. A key for each dimension, null where the cell is the total over it. `behind` is what its value is
 * computed from; sums of a table's lines are those of the first.
 */
export type Cell = { readonly keys: readonly (string | null)[]; readonly behind: readonly [Contributions, ...Contributions[]] };

/** Cells that add up to another one: whoever knows all but one of a line knows that one. */
export type Line = { readonly total: Cell; readonly parts: readonly Cell[] };

/** 0 for the grand total, 1 for the totals of rows and columns, and so on inwards. */
export const depthOf = (cell: Cell): number => cell.keys.filter(key => key !== null).length;

export const sumOf = (cell: Cell): number => cell.behind[0].sum;

/**
 * The lines of a table of `cells`, along every dimension whose parts add up (`isPartition`). A missing total is a defect
 * of the table: it would leave the line unguarded.
 */
export function linesOf(cells: readonly Cell[], isPartition: readonly boolean[]): Line[] {
  const byKeys = new Map(cells.map(cell => [nameOf(cell.keys), cell]));
  return isPartition.flatMap((adds, dimension) => (adds ? linesAlong(dimension, cells, byKeys) : []));
}

function linesAlong(dimension: number, cells: readonly Cell[], byKeys: ReadonlyMap<string, Cell>): Line[] {
  const parts = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.keys[dimension] === null) continue;
    const total = nameOf(cell.keys.map((key, at) => (at === dimension ? null : key)));
    const line = parts.get(total);
    if (line) line.push(cell);
    else parts.set(total, [cell]);
  }
  return [...parts].map(([name, line]) => {
    const total = byKeys.get(name);
    if (!total) throw new Error(`a table without the total ${name}`);
    return { total, parts: line };
  });
}

const nameOf = (keys: Cell['keys']): string => JSON.stringify(keys);

export const cellsOf = ({ total, parts }: Line): readonly Cell[] => [total, ...parts];
