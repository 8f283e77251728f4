import type { SQL } from 'drizzle-orm';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/** What modules may use to read: drizzle's query builder, always awaited, without the forms that one dialect lacks. */
export type Reader = Omit<
  BaseSQLiteDatabase<'async', unknown>,
  'run' | 'all' | 'get' | 'values' | 'transaction' | 'insert' | 'update' | 'delete'
>;

/** What modules may use inside a unit of work: reads see its own writes, nobody else sees them before it is done. */
export type Tx = Omit<BaseSQLiteDatabase<'async', unknown>, 'run' | 'all' | 'get' | 'values' | 'transaction'> & {
  /**
   * Writes many rows of one table as fast as the driver can and answers how many; `rows` are consumed as they come,
   * never held together. All rows have the keys of the first.
   */
  readonly insertMany: <Table extends InsertableTable>(
    table: Table,
    rows: Iterable<Table['$inferInsert']> | AsyncIterable<Table['$inferInsert']>,
    options?: InsertManyOptions,
  ) => Promise<number>;
  /** Runs one statement that changes rows and that the query builder cannot say; answers how many it changed. */
  readonly change: (statement: SQL) => Promise<number>;
  /**
   * What the unit gathers on its way, to be written once as its very last step, after the audit chain's: made by
   * `begin` when `key` is first asked for. It is dropped with the unit when that fails.
   */
  readonly gathered: <Gathered extends Gathering>(key: symbol, begin: () => Gathered) => Gathered;
  /** Keeps every other unit that asks for the same lock waiting until this one has ended; on SQLite they wait anyway. */
  readonly lock: (lock: number) => Promise<void>;
};

export interface Gathering {
  write(tx: Tx): Promise<void>;
}

export type InsertManyOptions = {
  /** Leaves out rows that a unique constraint already knows, instead of refusing the whole unit of work. */
  readonly skipsKnown?: boolean;
};

type InsertableTable = Parameters<BaseSQLiteDatabase<'async', unknown>['insert']>[0];

export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  readonly read: Reader;
  /**
   * Runs `work` as one unit: all of it is kept or none. Units follow one another on SQLite and run side by side on
   * PostgreSQL. Never network or file work inside, never `write` inside `write`: helpers take the `tx` they are given.
   */
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Answers when the database can be reached; throws otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
