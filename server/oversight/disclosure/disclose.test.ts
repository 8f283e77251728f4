import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from './bounds';
import { type Contributions, isSensitive, protectionOf } from './contributions';
import { determinedCells } from './determined';
import { disclose } from './disclose';
import { type Cell, cellsOf, linesOf } from './lines';

/** What the parts of firms make together. */
const made = (parts: readonly number[]): Contributions => {
  const [first = 0, second = 0] = [...parts].sort((a, b) => b - a);
  return { sum: parts.reduce((sum, part) => sum + part, 0), respondents: parts.length, largest: [first, second] };
};

const counted = (firms: number): Contributions => ({ sum: firms, respondents: firms, largest: null });

describe('isSensitive', () => {
  it.each<[string, Contributions, boolean]>([
    ['nobody: a true zero', counted(0), false],
    ['one firm', counted(1), true],
    ['two firms', counted(2), true],
    ['three firms', counted(3), false],
    ['two large firms and one small: 1,000 under 10 % of 50,000', made([50_000, 49_000, 1_000]), true],
    ['what remains just under 10 % of the largest', made([50_000, 49_000, 4_999]), true],
    ['what remains exactly 10 % of the largest', made([50_000, 49_000, 5_000]), false],
    ['three firms that have paid back everything', made([0, 0, 0]), false],
  ])('%s', (_, contributions, expected) => {
    expect(isSensitive(contributions)).toBe(expected);
  });

  it.each<[string, Contributions, number]>([
    ['one firm of 1,000', made([1_000]), 100],
    ['a dominated sum', made([50_000, 49_000, 1_000]), 4_000],
    ['a count', counted(2), 1],
  ])('needs room above %s', (_, contributions, expected) => {
    expect(protectionOf(contributions)).toBe(expected);
  });
});

/** A table of rows and columns with all its totals; each number is the firms of one cell, one case each. */
function tableOf(rows: readonly (readonly number[])[]): Cell[] {
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const columns = rows[0]?.map((_, column) => total(rows.map(row => row[column] ?? 0))) ?? [];
  return [
    { keys: [null, null], behind: [counted(total(columns))] },
    ...rows.map((row, at): Cell => ({ keys: [`r${at}`, null], behind: [counted(total(row))] })),
    ...columns.map((column, at): Cell => ({ keys: [null, `c${at}`], behind: [counted(column)] })),
    ...rows.flatMap((row, r) => row.map((firms, c): Cell => ({ keys: [`r${r}`, `c${c}`], behind: [counted(firms)] }))),
  ];
}

const hiddenOf = (cells: readonly Cell[], isPartition = [true, true]): string[] =>
  [...disclose(cells, isPartition)].map(({ keys }) => keys.map(key => key ?? '*').join(' ')).sort();

const line = (numbers: readonly number[]): Cell[] =>
  tableOf([numbers])
    .filter(({ keys: [row] }) => row === null)
    .map(({ keys: [, key], ...cell }) => ({ ...cell, keys: [key ?? null] }));

describe('disclose', () => {
  it.each<[string, readonly number[], string[]]>([
    ['nothing where every part has three', [3, 4, 5], []],
    ['a part of two, and the smallest other so that the total does not give it away', [2, 9, 4], ['c0', 'c2']],
    ['two small parts protect each other only with room: one and one under a total of ten', [1, 1, 8], ['c0', 'c1']],
    ['shows a true zero', [0, 5, 6], []],
    ['a zero when nothing else is left to hide', [2, 0, 0], ['*', 'c0']],
    ['the total with its only part', [2], ['*', 'c0']],
  ])('hides %s', (_, numbers, expected) => {
    expect(hiddenOf(line(numbers), [true])).toEqual(expected);
  });

  it('hides a rectangle so that neither its row nor its column gives a cell away', () => {
    expect(
      hiddenOf(
        tableOf([
          [2, 5, 9],
          [6, 4, 9],
          [9, 9, 9],
        ]),
      ),
    ).toEqual(['r0 c0', 'r0 c1', 'r1 c0', 'r1 c1']);
  });

  it('hides no more than the small cells along a dimension whose parts overlap', () => {
    expect(hiddenOf(line([2, 9, 4]), [false])).toEqual(['c0']);
  });

  it('hides a ratio when one of the sums behind it is unsafe', () => {
    const cells: Cell[] = [{ keys: [], behind: [counted(9), counted(2)] }];
    expect(hiddenOf(cells, [])).toEqual(['']);
  });

  it('refuses to judge a table without its totals', () => {
    expect(() => disclose([{ keys: ['a'], behind: [counted(1)] }], [true])).toThrow(/without the total/);
  });
});

/** Cells of no, one, few or many firms, each firm with an amount of its own: what tables of a small city look like. */
const cellArbitrary = fc.oneof(
  { weight: 3, arbitrary: fc.constant<number[]>([]) },
  { weight: 4, arbitrary: fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 3 }) },
  { weight: 5, arbitrary: fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 4, maxLength: 12 }) },
);

const amountTable = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cellArbitrary, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
  .map((rows): Cell[] => {
    const columns = rows[0]?.map((_, column) => rows.flatMap(row => row[column] ?? [])) ?? [];
    return [
      { keys: [null, null], behind: [made(columns.flat())] },
      ...rows.map((row, at): Cell => ({ keys: [`r${at}`, null], behind: [made(row.flat())] })),
      ...columns.map((column, at): Cell => ({ keys: [null, `c${at}`], behind: [made(column)] })),
      ...rows.flatMap((row, r) => row.map((parts, c): Cell => ({ keys: [`r${r}`, `c${c}`], behind: [made(parts)] }))),
    ];
  });

describe('every table', () => {
  const judged = amountTable.map(cells => ({
    cells,
    lines: linesOf(cells, [true, true]),
    hidden: disclose(cells, [true, true]),
  }));

  it('hides what is sensitive and never stands a hidden cell alone in a line', () => {
    fc.assert(
      fc.property(judged, ({ cells, lines, hidden }) => {
        expect(cells.filter(cell => cell.behind.some(isSensitive) && !hidden.has(cell))).toEqual([]);
        expect(lines.filter(line => cellsOf(line).filter(cell => hidden.has(cell)).length === 1)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('lets no hidden cell be computed from any combination of lines', () => {
    fc.assert(
      fc.property(judged, ({ lines, hidden }) => {
        expect(determinedCells(lines, hidden)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every sensitive cell its room, with the truth inside the bounds', () => {
    fc.assert(
      fc.property(judged, ({ lines, hidden }) => {
        for (const [cell, { low, high }] of boundsOf(lines, hidden)) {
          expect(low).toBeLessThanOrEqual(cell.behind[0].sum);
          expect(high).toBeGreaterThanOrEqual(cell.behind[0].sum);
          if (cell.behind.some(isSensitive))
            expect(high - cell.behind[0].sum).toBeGreaterThanOrEqual(protectionOf(cell.behind[0]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('hides the same totals as the tables of one dimension that share them', () => {
    fc.assert(
      fc.property(judged, ({ cells, hidden }) => {
        for (const dimension of [0, 1]) {
          const totals = cells.filter(({ keys }) => keys[1 - dimension] === null);
          const alone = disclose(totals, [dimension === 0, dimension === 1]);
          expect(totals.filter(cell => alone.has(cell) !== hidden.has(cell))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('determinedCells', () => {
  it('finds a cell that no single line gives away: a bridge between two closed groups of hidden cells', () => {
    const hiddenAt = new Set(['r0 c0', 'r0 c1', 'r1 c0', 'r1 c1', 'r1 c2', 'r2 c2', 'r2 c3', 'r3 c2', 'r3 c3']);
    const cells = tableOf(Array.from({ length: 4 }, () => [5, 5, 5, 5]));
    const hidden = new Set(cells.filter(({ keys }) => hiddenAt.has(keys.join(' '))));
    expect(determinedCells(linesOf(cells, [true, true]), hidden).map(({ keys }) => keys.join(' '))).toEqual(['r1 c2']);
  });
});
