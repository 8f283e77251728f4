import { boundsOf } from './bounds';
import { isSensitive, protectionOf } from './contributions';
import { determinedCells } from './determined';
import { type Cell, cellsOf, depthOf, type Line, linesOf, sumOf } from './lines';

/**
 * The cells of a table that must not be shown: those that tell too much of one respondent, and the least telling others
 * that keep them from being computed from rows, columns and totals. `isPartition` says along which dimensions parts add
 * up to their total. Totals are decided before what they are made of and never looked at again, so a total that two
 * tables share is hidden in both or in neither. Source: 统计法 Art. 28; p%-rule, p = 10; complementary suppression.
 */
export function disclose<Shown extends Cell>(cells: readonly Shown[], isPartition: readonly boolean[]): ReadonlySet<Shown> {
  const hidden = new Set<Cell>(cells.filter(isUnsafe));
  const lines = linesOf(cells, isPartition);
  for (const depth of new Set(cells.map(depthOf).sort()))
    protect({
      lines: lines.filter(({ parts }) => parts.every(part => depthOf(part) <= depth)),
      choices: cells.filter(cell => depthOf(cell) === depth),
      hidden,
    });
  return hidden as ReadonlySet<Cell> as ReadonlySet<Shown>;
}

const isUnsafe = (cell: Cell): boolean => cell.behind.some(isSensitive);

type Guarded = { readonly lines: readonly Line[]; readonly choices: readonly Cell[]; readonly hidden: Set<Cell> };

/** Hides further cells among `choices` until nothing hidden can be computed or estimated too closely. */
function protect({ lines, choices, hidden }: Guarded): void {
  const linesBy = linesByCell(lines);
  const choosable = new Set(choices);
  const hideBeside = (cell: Cell): boolean => {
    const beside = (linesBy.get(cell) ?? []).flatMap(cellsOf).filter(other => choosable.has(other) && !hidden.has(other));
    const left = beside.length > 0 ? beside : choices.filter(other => !hidden.has(other));
    const chosen = leastTelling(left, other => leavesAlone(linesBy.get(other) ?? [], hidden));
    if (chosen) hidden.add(chosen);
    return chosen !== undefined;
  };
  for (;;) {
    while (lines.some(line => loneIn(line, hidden).some(hideBeside)));
    const exposed = determinedCells(lines, hidden)[0] ?? looselyHidden(lines, hidden)[0];
    if (!exposed || !hideBeside(exposed)) return;
  }
}

/** The only hidden cell of a line: the others give it away. */
function loneIn(line: Line, hidden: ReadonlySet<Cell>): Cell[] {
  const found = cellsOf(line).filter(cell => hidden.has(cell));
  return found.length === 1 ? found : [];
}

/** Sensitive cells whose highest possible value lies too close to the true one. */
const looselyHidden = (lines: readonly Line[], hidden: ReadonlySet<Cell>): Cell[] =>
  [...boundsOf(lines, hidden)]
    .filter(([cell, { high }]) => isUnsafe(cell) && high - sumOf(cell) < protectionOf(cell.behind[0]))
    .map(([cell]) => cell);

/**
 * Of the cells that could be hidden the one whose loss tells the reader least: not a true zero, not one that would stand
 * alone in another line, then fewest respondents, smallest sum, first by key.
 */
function leastTelling(cells: readonly Cell[], wouldStandAlone: (cell: Cell) => boolean): Cell | undefined {
  const rank = (cell: Cell): readonly [number, number, number, number] => [
    Number(cell.behind[0].respondents === 0),
    Number(wouldStandAlone(cell)),
    cell.behind[0].respondents,
    sumOf(cell),
  ];
  return cells
    .map(cell => ({ cell, rank: rank(cell), name: JSON.stringify(cell.keys) }))
    .sort((a, b) => compare(a.rank, b.rank) || (a.name < b.name ? -1 : 1))[0]?.cell;
}

const leavesAlone = (lines: readonly Line[], hidden: ReadonlySet<Cell>): boolean =>
  lines.some(line => !cellsOf(line).some(cell => hidden.has(cell)));

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find(difference => difference !== 0) ?? 0;

function linesByCell(lines: readonly Line[]): ReadonlyMap<Cell, Line[]> {
  const byCell = new Map<Cell, Line[]>();
  for (const line of lines)
    for (const cell of cellsOf(line)) {
      const known = byCell.get(cell);
      if (known) known.push(line);
      else byCell.set(cell, [line]);
    }
  return byCell;
}
