// One round of the import-invoices benchmark, `DATA DIR`: imports, then inserts the same rows bare; prints its figures.
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Sqlite from 'better-sqlite3';
import { asc, count, getTableColumns, getTableName, gt } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { ActorContext } from '../../server/context';
import type { Database } from '../../server/database/database';
import { migrate } from '../../server/database/migrate';
import { databaseFile, openDatabase } from '../../server/database/open';
import { invoices } from '../../server/enterprises/invoices/tables';
import { applyImport } from '../../server/imports/applyImport';
import { startImport } from '../../server/imports/startImport';
import type { ImportKindCode } from '../../server/imports/tables';
import { systemActor } from '../../server/shared/actor';
import { dayOf } from '../../server/shared/dates';

export type Round = {
  readonly rowsImported: number;
  readonly rowsInserted: number;
  readonly importSeconds: number;
  readonly bareSeconds: number;
  /** Of the import alone. */
  readonly peakBytes: number;
  /** The longest time for which the import let nothing else have a turn. */
  readonly longestTurnMs: number;
};

const [data = '', dataDir = ''] = process.argv.slice(2);
const place = { dialect: 'sqlite' as const, dataDir, databaseUrl: undefined };

await migrate(place);
const db = openDatabase(place);
const imported = await importAll(db);
const bare = await bareInsert(db);
await db.close();
console.log(JSON.stringify({ ...imported, ...bare } satisfies Round));

async function importAll(db: Database) {
  await importFile(db, 'enterprises', 'annex1_enterprises.csv');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  await importFile(db, 'invoices', 'annex1_input_invoices.csv.gz');
  await importFile(db, 'invoices', 'annex1_output_invoices.csv.gz');
  const importSeconds = (performance.now() - begun) / 1_000;
  delay.disable();
  const [counted] = await db.read.select({ rows: count() }).from(invoices);
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  return { rowsImported: counted?.rows ?? 0, importSeconds, peakBytes, longestTurnMs: delay.max / 1e6 };
}

/** Reads the imported rows back in the order in which they were stored, and inserts them into the same table, emptied. */
async function bareInsert(db: Database) {
  const columns = Object.values(getTableColumns(invoices)).filter(column => column.name !== 'seq');
  const rows: unknown[][] = [];
  for (let after = 0; ; ) {
    const page = await db.read.select().from(invoices).where(gt(invoices.seq, after)).orderBy(asc(invoices.seq)).limit(10_000);
    const last = page.at(-1);
    if (!last) break;
    after = last.seq;
    for (const { seq: _, ...row } of page) rows.push(Object.values(row));
  }
  await db.write(tx => tx.delete(invoices));
  const connection = new Sqlite(databaseFile(place));
  // The bare insert begins, as the import did, in a file without holes.
  connection.exec('vacuum');
  const pragmas = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -65536'];
  for (const pragma of pragmas) connection.pragma(pragma);
  const insert = connection.prepare(
    `insert into ${getTableName(invoices)} (${columns.map(column => column.name).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const begun = performance.now();
  connection.transaction(() => {
    for (const row of rows) insert.run(row);
  })();
  const bareSeconds = (performance.now() - begun) / 1_000;
  const stored = connection.prepare<[], { rows: number }>(`select count(*) as rows from ${getTableName(invoices)}`).get();
  connection.close();
  return { rowsInserted: stored?.rows ?? 0, bareSeconds };
}

async function importFile(db: Database, kind: ImportKindCode, fileName: string): Promise<void> {
  const { batch, done } = await startImport(contextOf(db), { kind, path: join(data, fileName), fileName });
  await done;
  const applied = await (await applyImport(contextOf(db), batch.id)).done;
  if (applied.state !== 'applied') throw new Error(`${fileName}: ${applied.failure?.en ?? applied.state}`);
}

function contextOf(db: Database): ActorContext {
  const now = new Date();
  const log = { info: console.error, warn: console.error, error: console.error };
  return { actor: systemActor('bench'), db, now, today: dayOf(now), newId: () => v7(), log, requestId: 'bench' };
}
