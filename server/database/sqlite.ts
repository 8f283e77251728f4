import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Database, Gathering, InsertManyOptions, Reader, Tx } from './database';
import { Gatherings } from './gatherings';
import { GroupCommit } from './groupCommit';
import { insertMany, type Writing } from './insertMany';
import { keepStatements, type OnStatement } from './statements';
import { WriteAheadLog } from './writeAheadLog';

export type SqliteOptions = {
  readonly onStatement?: OnStatement;
};

/**
 * The embedded database: one writer connection whose units of work queue up behind one another (see `GroupCommit`), one read-only
 * connection for all other reads. In WAL mode readers see the last committed unit and never wait.
 */
export function openSqlite(file: string, options: SqliteOptions = {}): Database {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('busy_timeout = 2000');
  // 8 MiB of pages: what a mass insert has changed and not yet written is written by its commit, while everybody waits.
  writer.pragma('cache_size = -8192');
  const reader = new Sqlite(file, { readonly: true });
  reader.pragma('busy_timeout = 2000');
  const log = new WriteAheadLog(writer, file);

  const inside = new AsyncLocalStorage<symbol>();
  let current: symbol | undefined;
  let gatherings = new Gatherings();
  const isOpen = () => current !== undefined && inside.getStore() === current;
  let isLong = false;
  const onTurn = () => {
    isLong = true;
    void log.flush();
  };
  const writing: Writing = { writer, isOpen, onTurn, onStatement: options.onStatement, inserts: new Map() };
  const inUnit = drizzle(asClient(keepStatements(writer, isOpen, options.onStatement)));
  const tx = Object.assign(inUnit, {
    change: async (statement: SQL) => inUnit.run(statement).changes,
    insertMany: (table: Parameters<Tx['insertMany']>[0], rows: Parameters<Tx['insertMany']>[1], how: InsertManyOptions = {}) =>
      insertMany(writing, table, rows, how),
    gathered: <Gathered extends Gathering>(key: symbol, begin: () => Gathered) => gatherings.of(key, begin),
    lock: async () => undefined,
  }) as unknown as Tx;
  const read = drizzle(asClient(keepStatements(reader, () => true, options.onStatement))) as unknown as Reader;

  const units = new GroupCommit(writer, {
    beforeCommit: () => (isLong ? log.flush() : undefined),
    afterCommit: () => {
      isLong = false;
      log.shorten();
    },
  });
  async function unit<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    current = Symbol('unit of work');
    gatherings = new Gatherings();
    try {
      // Awaited inside: a drizzle query that `work` returns runs only when somebody waits for it.
      return await inside.run(current, async () => {
        const done = await work(tx);
        await gatherings.write(tx);
        return done;
      });
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
      return units.add(() => unit(work));
    },
    async ping() {
      reader.prepare('select 1').get();
    },
    async close() {
      await units.idle();
      await log.close();
      reader.close();
      writer.close();
    },
  };
}

/** drizzle asks its client for `prepare` alone, as long as its own transactions are not used; `Tx` does not offer them. */
const asClient = (statements: ReturnType<typeof keepStatements>): Sqlite.Database => statements as unknown as Sqlite.Database;
