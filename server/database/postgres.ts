import { AsyncLocalStorage } from 'node:async_hooks';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Database, InsertManyOptions, Reader, Tx } from './database';
import { Gatherings } from './gatherings';
import { borrowQueries } from './prepared';
import { type Query, StatementNames } from './statementNames';
import type { OnStatement } from './statements';

/** Rows of one INSERT: PostgreSQL takes at most 65,535 parameters, and our widest table has under 40 columns. */
const rowsPerInsert = 1_000;

export type PostgresOptions = {
  readonly connectionsMax?: number;
  readonly onStatement?: OnStatement;
};

type Logging = false | { readonly logQuery: OnStatement };
type Open = { readonly pool: pg.Pool; readonly read: Reader; readonly names: StatementNames; readonly logger: Logging };

/**
 * A PostgreSQL server: units of work run side by side in READ COMMITTED, guarded by record versions, by the
 * constraints of the tables and by the audit chain's lock, which each command takes last.
 */
export function openPostgres(url: string, options: PostgresOptions = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.connectionsMax ?? 10 });
  // The server may end an idle connection at any time; the pool replaces it, and a query that was on it fails by itself.
  pool.on('error', () => undefined);
  const logger: Logging = options.onStatement ? { logQuery: options.onStatement } : false;
  const names = new StatementNames();
  const reading = { query: (query: Query, values?: unknown[]) => pool.query(names.named(query), values) };
  const db = drizzle(reading as unknown as pg.Pool, { logger });
  const inside = new AsyncLocalStorage<true>();
  let running = 0;
  async function counted<Result>(work: () => Promise<Result>): Promise<Result> {
    running += 1;
    try {
      return await inside.run(true, work);
    } finally {
      running -= 1;
      // While it is in use, every promise of the process is followed.
      if (running === 0) inside.disable();
    }
  }
  return {
    dialect: 'postgres',
    read: db as unknown as Reader,
    write(work) {
      if (inside.getStore()) throw new Error('write inside write: pass the tx to the function that needs it');
      return counted(() => unit({ pool, names, logger, read: db as unknown as Reader }, work));
    },
    async ping() {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}

/**
 * Runs `work` between BEGIN and COMMIT on a connection of its own. Once it has ended the connection refuses it: a
 * query that nobody awaited would otherwise land in the unit of work of whoever has the connection next.
 */
async function unit<Result>({ pool, read, names, logger }: Open, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const connection = await pool.connect();
  let isOpen = true;
  // Queries asked side by side go one after the other: a connection answers one at a time, and pg means to refuse a second.
  let before: Promise<unknown> = Promise.resolve();
  const whileOpen = {
    query: (query: Query, values?: unknown[]) => {
      const answer = before.then(() => {
        if (!isOpen) throw new Error('query outside its unit of work');
        return connection.query(names.named(query), values);
      });
      before = answer.catch(() => undefined);
      return answer;
    },
  };
  const builder = drizzle(whileOpen as unknown as pg.PoolClient, { logger });
  const gatherings = new Gatherings();
  const tx = Object.assign(builder, {
    gathered: gatherings.of,
    lock: async (lock: number) => {
      await builder.execute(sql`select pg_advisory_xact_lock(${lock})`);
    },
    insertMany: (
      table: Parameters<Tx['insertMany']>[0],
      rows: Parameters<Tx['insertMany']>[1],
      options: InsertManyOptions = {},
    ) => insertMany(builder, table, rows, options),
    change: async (statement: SQL) => (await builder.execute(statement)).rowCount ?? 0,
  });
  borrowQueries(tx, read);
  let broken: Error | undefined;
  try {
    await connection.query('begin');
    const result = await work(tx as unknown as Tx);
    await gatherings.write(tx as unknown as Tx);
    isOpen = false;
    await connection.query('commit');
    return result;
  } catch (error) {
    isOpen = false;
    await connection.query('rollback').catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

async function insertMany(
  tx: Pick<NodePgDatabase, 'insert'>,
  table: Parameters<Tx['insertMany']>[0],
  rows: Parameters<Tx['insertMany']>[1],
  { skipsKnown }: InsertManyOptions,
): Promise<number> {
  let chunk: Record<string, unknown>[] = [];
  let written = 0;
  const flush = async () => {
    if (chunk.length === 0) return;
    const insert = tx.insert(table as unknown as PgTable).values(chunk);
    const result = await (skipsKnown ? insert.onConflictDoNothing() : insert);
    written += result.rowCount ?? 0;
    chunk = [];
  };
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length === rowsPerInsert) await flush();
  }
  await flush();
  return written;
}
