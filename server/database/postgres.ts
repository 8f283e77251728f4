import { AsyncLocalStorage } from 'node:async_hooks';
import type { SQL } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Database, InsertManyOptions, Reader, Tx } from './database';

/** Rows of one INSERT: PostgreSQL takes at most 65,535 parameters, and our widest table has under 40 columns. */
const rowsPerInsert = 1_000;

export type PostgresOptions = {
  readonly connectionsMax?: number;
  /** Told each statement as it runs: tests count them. */
  readonly onStatement?: (sql: string) => void;
};

/**
 * A PostgreSQL server: units of work run side by side in READ COMMITTED, guarded by record versions, by the
 * constraints of the tables and by the audit chain's lock, which each command takes last.
 */
export function openPostgres(url: string, options: PostgresOptions = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.connectionsMax ?? 10 });
  const logger = options.onStatement ? { logQuery: (sql: string) => options.onStatement?.(sql) } : false;
  const db = drizzle(pool, { logger });
  const inside = new AsyncLocalStorage<true>();
  return {
    dialect: 'postgres',
    read: db as unknown as Reader,
    write(work) {
      if (inside.getStore()) throw new Error('write inside write: pass the tx to the function that needs it');
      return inside.run(true, () =>
        db.transaction(async transaction => {
          const tx = Object.assign(transaction, {
            insertMany: (
              table: Parameters<Tx['insertMany']>[0],
              rows: Parameters<Tx['insertMany']>[1],
              options: InsertManyOptions = {},
            ) => insertMany(transaction, table, rows, options),
            change: async (statement: SQL) => (await transaction.execute(statement)).rowCount ?? 0,
          });
          return work(tx as unknown as Tx);
        }),
      );
    },
    async ping() {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
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
