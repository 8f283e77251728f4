import type Sqlite from 'better-sqlite3';
import { Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { InsertManyOptions, Tx } from './database';
import type { OnStatement } from './statements';

/** Rows written before the event loop is given a turn, some 10 ms of work: a server that imports must still answer. */
const rowsPerTurn = 500;

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

type Insert = { readonly statement: Sqlite.Statement; readonly valuesOf: (row: Row) => unknown[] };

/** `Tx.insertMany` on SQLite: one prepared insert, run for each row as it comes. */
export async function insertMany(writing: Writing, table: Table, rows: Rows, options: InsertManyOptions): Promise<number> {
  let insert: ((row: Row) => number) | undefined;
  let written = 0;
  let seen = 0;
  const mustBeOpen = () => {
    if (!writing.isOpen()) throw new Error('insertMany outside its unit of work');
  };
  /** Writes one row, and answers whether it is somebody else's turn. */
  const write = (row: Row): boolean => {
    insert ??= inserting(writing, table, row, options);
    written += insert(row);
    seen += 1;
    return seen % rowsPerTurn === 0;
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
  return written;
}

/** Writes rows that have the keys of `first`; answers of each how many rows it became, one or none. */
function inserting({ writer, onStatement, inserts }: Writing, table: Table, first: Row, { skipsKnown }: InsertManyOptions) {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const text = `insert into "${getTableName(table)}" (${names}) values (${columns.map(() => '?').join(', ')})${skipsKnown ? ' on conflict do nothing' : ''}`;
  const insert = inserts.get(text) ?? { statement: writer.prepare(text), valuesOf: valuesReader(columns) };
  inserts.set(text, insert);
  const { statement, valuesOf } = insert;
  return (row: Row): number => {
    const values = valuesOf(row);
    onStatement?.(text, values);
    return statement.run(values).changes;
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
