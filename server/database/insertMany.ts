import type Sqlite from 'better-sqlite3';
import { Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { InsertManyOptions, Tx } from './database';
import type { OnStatement } from './statements';

/** Rows written before the event loop is given a turn, some 10 ms of work: a server that imports must still answer. */
const rowsPerTurn = 500;

/** Rows of one statement where there are so many: a third cheaper than one by one. */
const rowsPerStatement = 64;

type Table = Parameters<Tx['insertMany']>[0];
type Rows = Parameters<Tx['insertMany']>[1];
type Row = Record<string, unknown>;

export type Writing = {
  readonly writer: Sqlite.Database;
  readonly isOpen: () => boolean;
  /** Told when rows have been written for so long that others have a turn. */
  readonly onTurn: () => void;
  readonly onStatement?: OnStatement;
  /** Inserts by their text: a few for each table, prepared once. */
  readonly inserts: Map<string, Insert>;
};

type Insert = { readonly text: string; readonly statement: Sqlite.Statement; readonly valuesOf: (row: Row) => unknown[] };

/** `Tx.insertMany` on SQLite: prepared inserts, run for each row as it comes, or for a lot of rows where there are many. */
export async function insertMany(writing: Writing, table: Table, rows: Rows, options: InsertManyOptions): Promise<number> {
  let insert: ((lot: readonly Row[]) => number) | undefined;
  let lot: Row[] = [];
  let written = 0;
  let seen = 0;
  const mustBeOpen = () => {
    if (!writing.isOpen()) throw new Error('insertMany outside its unit of work');
  };
  /** Takes one row, and answers whether it is somebody else's turn. */
  const write = (row: Row): boolean => {
    lot.push(row);
    seen += 1;
    if (lot.length === rowsPerStatement) flush();
    return seen % rowsPerTurn === 0;
  };
  const flush = () => {
    const [first] = lot;
    if (first === undefined) return;
    insert ??= inserting(writing, table, first, options);
    written += insert(lot);
    lot = [];
  };
  const yieldTurn = async () => {
    writing.onTurn();
    await new Promise(setImmediate);
    mustBeOpen();
  };
  mustBeOpen();
  if (Symbol.iterator in rows) {
    // Rows at hand are not awaited one by one: in masses that would cost as much as writing them.
    for (const row of rows) if (write(row)) await yieldTurn();
  } else {
    for await (const row of rows) {
      mustBeOpen();
      if (write(row)) await yieldTurn();
    }
  }
  flush();
  return written;
}

/** Writes rows that have the keys of `first`; answers how many were new. */
function inserting(writing: Writing, table: Table, first: Row, { skipsKnown }: InsertManyOptions) {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const cells = `(${columns.map(() => '?').join(', ')})`;
  const insertOf = (rows: number): Insert => {
    const text = `insert into "${getTableName(table)}" (${names}) values ${Array(rows).fill(cells).join(', ')}${skipsKnown ? ' on conflict do nothing' : ''}`;
    const insert = writing.inserts.get(text) ?? {
      text,
      statement: writing.writer.prepare(text),
      valuesOf: valuesReader(columns),
    };
    writing.inserts.set(text, insert);
    return insert;
  };
  const run = ({ text, statement }: Insert, values: unknown[]): number => {
    writing.onStatement?.(text, values);
    return statement.run(values).changes;
  };
  const single = insertOf(1);
  return (lot: readonly Row[]): number => {
    if (lot.length === rowsPerStatement) return run(insertOf(lot.length), lot.flatMap(single.valuesOf));
    return lot.reduce((written, row) => written + run(single, single.valuesOf(row)), 0);
  };
}

/**
 * What a row binds, as the driver takes it. Written as source: each cell is then read at a place of its own, which is
 * several times as fast as reading a row by one key after the other.
 */
function valuesReader(columns: readonly (readonly [string, Column])[]): Insert['valuesOf'] {
  const cells = columns.map(([key, column], at) => {
    const cell = `row[${JSON.stringify(key)}] ?? null`;
    return column.mapToDriverValue === plain ? cell : `encoded(columns[${at}][1], ${cell})`;
  });
  const encoded = (column: Column, value: unknown) => (value === null ? null : column.mapToDriverValue(value));
  const read = new Function('row', 'columns', 'encoded', `return [${cells.join(', ')}];`);
  return row => read(row, columns, encoded) as unknown[];
}

/** How a column that stores what it is given hands it to the driver. */
const plain = Column.prototype.mapToDriverValue;
