import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Column, getTableColumns, getTableName, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Database, Gathering, InsertManyOptions, Reader, Tx } from './database';
import { Gatherings } from './gatherings';
import { keepStatements, type OnStatement } from './statements';

/** Rows written before the event loop is given a turn, so that a long import does not stop the server answering. */
const rowsPerTurn = 2_000;

export type SqliteOptions = {
  readonly onStatement?: OnStatement;
};

/**
 * The embedded database: one writer connection whose units of work queue up behind one another, one read-only
 * connection for all other reads. In WAL mode readers see the last committed unit and never wait.
 */
export function openSqlite(file: string, options: SqliteOptions = {}): Database {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('busy_timeout = 2000');
  // 64 MiB of pages: with less, a mass insert writes the pages of its indexes out and reads them back again and again.
  writer.pragma('cache_size = -65536');
  const reader = new Sqlite(file, { readonly: true });
  reader.pragma('busy_timeout = 2000');

  const inside = new AsyncLocalStorage<symbol>();
  let current: symbol | undefined;
  let gatherings = new Gatherings();
  const isOpen = () => current !== undefined && inside.getStore() === current;
  const writing: Writing = { writer, isOpen, onStatement: options.onStatement, inserts: new Map() };
  const inUnit = drizzle(asClient(keepStatements(writer, isOpen, options.onStatement)));
  const tx = Object.assign(inUnit, {
    change: async (statement: SQL) => inUnit.run(statement).changes,
    insertMany: (table: Parameters<Tx['insertMany']>[0], rows: Parameters<Tx['insertMany']>[1], how: InsertManyOptions = {}) =>
      insertMany(writing, table, rows, how),
    gathered: <Gathered extends Gathering>(key: symbol, begin: () => Gathered) => gatherings.of(key, begin),
    lock: async () => undefined,
  }) as unknown as Tx;
  const read = drizzle(asClient(keepStatements(reader, () => true, options.onStatement))) as unknown as Reader;

  let last: Promise<unknown> = Promise.resolve();
  async function unit<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    current = Symbol('unit of work');
    gatherings = new Gatherings();
    writer.exec('BEGIN IMMEDIATE');
    try {
      // Awaited inside: a drizzle query that `work` returns runs only when somebody waits for it.
      const result = await inside.run(current, async () => {
        const done = await work(tx);
        await gatherings.write(tx);
        return done;
      });
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    } finally {
      current = undefined;
      // While it is in use, every promise of the process is followed: a tenth of a small request.
      inside.disable();
    }
  }

  return {
    dialect: 'sqlite',
    read,
    write(work) {
      if (isOpen()) throw new Error('write inside write: pass the tx to the function that needs it');
      const result = last.then(() => unit(work));
      last = result.catch(() => undefined);
      return result;
    },
    async ping() {
      reader.prepare('select 1').get();
    },
    async close() {
      await last;
      reader.close();
      writer.close();
    },
  };
}

/** drizzle asks its client for `prepare` alone, as long as its own transactions are not used; `Tx` does not offer them. */
const asClient = (statements: ReturnType<typeof keepStatements>): Sqlite.Database => statements as unknown as Sqlite.Database;

type Writing = {
  readonly writer: Sqlite.Database;
  readonly isOpen: () => boolean;
  readonly onStatement?: OnStatement;
  /** Inserts by their text: a few for each table, prepared once. */
  readonly inserts: Map<string, Sqlite.Statement>;
};

async function insertMany(
  writing: Writing,
  table: Parameters<Tx['insertMany']>[0],
  rows: Parameters<Tx['insertMany']>[1],
  options: InsertManyOptions,
): Promise<number> {
  let insert: ((row: Record<string, unknown>) => number) | undefined;
  let written = 0;
  let seen = 0;
  const mustBeOpen = () => {
    if (!writing.isOpen()) throw new Error('insertMany outside its unit of work');
  };
  const write = (row: Record<string, unknown>): boolean => {
    insert ??= prepareInsert(writing, table, row, options);
    written += insert(row);
    seen += 1;
    return seen % rowsPerTurn === 0;
  };
  mustBeOpen();
  if (Symbol.iterator in rows) {
    // Rows at hand are not awaited one by one: in masses that would cost as much as writing them.
    for (const row of rows) {
      if (!write(row)) continue;
      await new Promise(setImmediate);
      mustBeOpen();
    }
  } else {
    for await (const row of rows) {
      mustBeOpen();
      if (write(row)) await new Promise(setImmediate);
    }
  }
  return written;
}

/** One prepared insert for rows that have the keys of `first`; it answers how many rows it wrote, one or none. */
function prepareInsert(
  { writer, onStatement, inserts }: Writing,
  table: Parameters<Tx['insertMany']>[0],
  first: Record<string, unknown>,
  { skipsKnown }: InsertManyOptions,
) {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const text = `insert into "${getTableName(table)}" (${names}) values (${columns.map(() => '?').join(', ')})${skipsKnown ? ' on conflict do nothing' : ''}`;
  const statement = inserts.get(text) ?? writer.prepare(text);
  inserts.set(text, statement);
  const cells = columns.map(([key, column]) => ({ key, column, isPlain: column.mapToDriverValue === plain }));
  return (row: Record<string, unknown>): number => {
    const values = cells.map(({ key, column, isPlain }) => {
      const value = row[key] ?? null;
      return isPlain || value === null ? value : column.mapToDriverValue(value);
    });
    onStatement?.(text, values);
    return statement.run(values).changes;
  };
}

/** How a column that stores what it is given hands it to the driver. */
const plain = Column.prototype.mapToDriverValue;
