import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../server/database/migrate';
import { emptyFolder, type Lent, openTold } from './lend';
import { addressOf, onServer } from './postgresServer';

let template: Promise<string> | undefined;
let made = 0;
const idle: Lent[] = [];

/** A database of a PostgreSQL server, copied from a template that this process migrates once; files of its world below `folder`. */
export async function lendPostgres(server: string, folder: string): Promise<Lent> {
  template ??= migratedTemplate(server, folder);
  const name = await template;
  return idle.pop() ?? opened(name, server, folder);
}

async function migratedTemplate(server: string, folder: string): Promise<string> {
  const name = `rongqiao_template_${process.pid}`;
  await onServer(server, `drop database if exists ${name}`, `create database ${name}`);
  await migrate({ dialect: 'postgres', dataDir: folder, databaseUrl: addressOf(server, name) });
  return name;
}

/** What connections of ours call themselves: whoever else is connected may still write. */
const ourselves = 'rongqiao-lent';

async function opened(from: string, server: string, folder: string): Promise<Lent> {
  const number = ++made;
  const name = `rongqiao_lent_${process.pid}_${number}`;
  await onServer(server, `drop database if exists ${name}`, `create database ${name} template ${from}`);
  const place = { dataDir: join(folder, `postgres-${number}`), databaseUrl: addressOf(server, name) };
  mkdirSync(place.dataDir);
  const url = new URL(place.databaseUrl);
  url.searchParams.set('application_name', ourselves);
  const address = url.href;
  const { db, tell } = openTold({ ...place, databaseUrl: address });
  const emptier = await openEmptier(address);
  const lent: Lent = {
    place,
    db,
    tell,
    async giveBack() {
      tell(null);
      // A test may have closed it.
      const isOpen = await db.ping().then(
        () => true,
        () => false,
      );
      if (isOpen && (await emptier.empty().catch(() => false))) {
        emptyFolder(place.dataDir);
        idle.push(lent);
        return;
      }
      if (isOpen) await db.close();
      await emptier.close();
      await onServer(server, `drop database if exists ${name} with (force)`);
      rmSync(place.dataDir, { recursive: true, force: true });
    },
  };
  return lent;
}

const ours = "schemaname = 'public'";
const tables = `select array_agg(tablename::text) as answer from pg_tables where ${ours}`;
const history =
  'select json_agg(json_build_array(hash, created_at) order by id)::text as answer from drizzle.__drizzle_migrations';
const others = `select from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and (application_name <> '${ourselves}' or state <> 'idle')`;
const starts = `select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences where ${ours}`;

/** Empties one database again and again on one connection, which plans how only once. */
async function openEmptier(databaseUrl: string): Promise<{ empty: () => Promise<boolean>; close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // A server that ends before the tests is theirs to meet.
  client.on('error', () => undefined);
  await client.connect();
  async function answerTo<Answer>(name: string, text: string): Promise<Answer | undefined> {
    const { rows } = await client.query<{ answer: Answer }>({ name, text });
    return rows[0]?.answer;
  }
  const currentTables = async () => new Set(await answerTo<string[]>('tables', tables));
  const currentHistory = () => answerTo<string>('history', history);
  const asMade = await currentTables();
  const madeBy = await currentHistory();
  const removals = [...asMade].map((table, at) => `removal${at} as (delete from public."${table}")`);
  // Without a look at foreign keys: at the end there is no row.
  await client.query('set session_replication_role = replica');
  return {
    /** Takes away the rows and tables of a test; false when somebody may still write, or other tables or history are not as made. */
    async empty() {
      const isQuiet = await answerTo<boolean>('quiet', `select not exists (${others}) as answer`);
      if (!isQuiet || (await currentHistory()) !== madeBy) return false;
      const now = await currentTables();
      if ([...asMade].some(table => !now.has(table))) return false;
      for (const table of now) if (!asMade.has(table)) await client.query(`drop table public."${table}" cascade`);
      await client.query({ name: 'removals', text: `with ${removals.join(', ')} select` });
      await client.query({ name: 'starts', text: starts });
      return true;
    },
    close: () => client.end(),
  };
}
