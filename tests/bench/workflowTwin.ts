import { randomBytes, randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { v7 } from 'uuid';
import type { Database } from '../../server/database/database';
import { databaseFile, openDatabase } from '../../server/database/open';
import { serve } from '../support/http';
import { type World, worldAt } from '../support/world';
import { type Ask, type Dealing, deal, keyPrefix } from './workflowDeal';

type Statement = { readonly sql: string; readonly values: readonly unknown[] };
type Transaction = readonly Statement[];

export type Twin = {
  /** Writes so many deals and answers how many a second. */
  readonly write: (deals: number) => number;
  readonly transactions: number;
  readonly rows: number;
  /** Refuses to compare what did not write the same: both must have as many rows of every table after so many deals. */
  readonly compareWith: (dataDir: string, deals: number) => void;
};

/**
 * The bare counterpart of the platform over a copy of its database: the rows of one deal, as the platform wrote them in a process
 * of its own, in as many transactions, with the same settings. Each deal has ids, keys and hashes of its own, made before the
 * clock runs.
 */
export async function bareTwin(place: World['place'], dealing: Dealing): Promise<Twin> {
  const { transactions, ids } = await recorded(place, dealing);
  const file = new Sqlite(databaseFile(place));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('cache_size = -8192');
  const prepared = transactions.map(statements =>
    statements.map(({ sql, values }) => ({ statement: file.prepare(sql), values })),
  );
  const tables = tablesOf(transactions);
  const before = countsOf(file, tables);
  return {
    write(deals) {
      const fresh = Array.from({ length: deals }, () => renamed(transactions, ids));
      const begun = performance.now();
      for (const values of fresh)
        for (const [place, statements] of prepared.entries()) {
          file.exec('BEGIN IMMEDIATE');
          for (const [at, { statement }] of statements.entries()) statement.run(...(values[place]?.[at] ?? []));
          file.exec('COMMIT');
        }
      return (deals * 1_000) / (performance.now() - begun);
    },
    transactions: transactions.length,
    rows: transactions.flat().length,
    compareWith(dataDir, deals) {
      const after = countsOf(file, tables);
      const ours = new Sqlite(databaseFile({ dataDir }), { readonly: true });
      const platform = countsOf(ours, tables);
      ours.close();
      file.close();
      for (const [place, table] of tables.entries()) {
        const made = (after[place] ?? 0) - (before[place] ?? 0);
        // The copy began with the deal that was recorded.
        const first = made / deals;
        const theirs = (platform[place] ?? 0) + first;
        if (theirs !== after[place]) throw new Error(`${table}: ${theirs} rows of the platform, ${after[place]} of its twin`);
      }
    },
  };
}

/** One deal over HTTP in this process, and what it wrote, unit by unit. */
async function recorded(place: World['place'], dealing: Dealing) {
  const units: Statement[][] = [];
  const ids = new Set<string>();
  let unit: Statement[] | null = null;
  const db = openDatabase(place, (sql, values) => {
    if (/^\s*(insert|update|delete)/i.test(sql)) unit?.push({ sql, values: values.flat() });
  });
  const hearing: Database = {
    ...db,
    write: work =>
      db.write(async tx => {
        const heard: Statement[] = [];
        unit = heard;
        const result = await work(tx);
        // What the unit gathers is written after its work, before it ends.
        units.push(heard);
        return result;
      }),
  };
  const base = worldAt(place);
  await base.close();
  const newId = () => {
    const id = v7();
    ids.add(id);
    return id;
  };
  const server = await serve({ ...base, db: hearing, newId, now: () => new Date() }, {}, { withoutSocket: true });
  const ask: Ask = async (token, query, variables) => {
    const client = server.anonymous({ authorization: `Bearer ${token}` });
    return { data: await client.data(query, variables) };
  };
  await deal(ask, dealing);
  await server.close();
  await db.close();
  return { transactions: units.filter(statements => statements.length > 0) as Transaction[], ids };
}

const changing = new RegExp(
  `${keyPrefix}[0-9a-f-]{36}|[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`,
  'g',
);

/** The values of a deal with everything that is its own under another name of the same length. */
function renamed(transactions: readonly Transaction[], ids: ReadonlySet<string>): unknown[][][] {
  const names = new Map<string, string>();
  const another = (name: string): string => {
    const isOwn = ids.has(name) || name.length !== 36;
    const known = names.get(name) ?? (isOwn ? newName(name) : name);
    names.set(name, known);
    return known;
  };
  return transactions.map(statements =>
    statements.map(({ values }) => values.map(value => (typeof value === 'string' ? value.replace(changing, another) : value))),
  );
}

function newName(name: string): string {
  if (name.length === 64) return randomBytes(32).toString('hex');
  return name.startsWith(keyPrefix) ? keyPrefix + randomUUID() : randomUUID();
}

const tablesOf = (transactions: readonly Transaction[]): string[] => [
  ...new Set(transactions.flat().flatMap(({ sql }) => /^insert into "(\w+)"/i.exec(sql)?.[1] ?? [])),
];

const countsOf = (file: Sqlite.Database, tables: readonly string[]): number[] =>
  tables.map(table => (file.prepare(`select count(*) as rows from "${table}"`).get() as { rows: number }).rows);
