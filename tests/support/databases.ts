import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../../server/config';
import { migrate } from '../../server/database/migrate';
import { hasOneSession } from './pglite';
import { type Lent, lendSqlite } from './sqlite';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;
export type FreshDatabase = { readonly place: Place; readonly remove: () => Promise<void> };

/** An empty migrated SQLite database that nobody else uses meanwhile. */
export const lentSqlite = (): Promise<Lent> => lendSqlite(folder);

/** A place for a database that nothing has been done to: no file on SQLite, an empty database on PostgreSQL. */
export async function unmigratedDatabase({ databaseUrl: server }: Place): Promise<FreshDatabase> {
  const dataDir = join(folder, String(++made));
  if (!server)
    return { place: { dataDir, databaseUrl: undefined }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
  if (hasOneSession(server)) {
    await onServer(server, ...emptying);
    return { place: { dataDir, databaseUrl: server }, remove: async () => undefined };
  }
  const name = `rongqiao_test_${process.pid}_${made}`;
  await onServer(server, `drop database if exists ${name}`, `create database ${name}`);
  return {
    place: { dataDir, databaseUrl: addressOf(server, name) },
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'rongqiao-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let made = 0;

type Template = { readonly name: string; readonly tables: number };
let postgresTemplate: Promise<Template> | undefined;
/** Databases that nobody uses any more, empty again: emptying one takes a tenth of the time of making one. */
const unused: string[] = [];

/** An empty migrated database of a PostgreSQL server that nobody else uses, copied from a template that this process migrates once. */
export async function freshPostgres(server: string): Promise<FreshDatabase> {
  if (hasOneSession(server)) return emptied(server);
  postgresTemplate ??= migratedTemplate(server);
  const template = await postgresTemplate;
  const name = unused.pop() ?? (await copyOf(template, server));
  const databaseUrl = addressOf(server, name);
  const dataDir = join(folder, String(++made));
  mkdirSync(dataDir);
  return {
    place: { dataDir, databaseUrl },
    async remove() {
      if (await couldBeEmptied(databaseUrl, template)) unused.push(name);
      else await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function migratedTemplate(server: string): Promise<Template> {
  const name = `rongqiao_template_${process.pid}`;
  await onServer(server, `drop database if exists ${name}`, `create database ${name}`);
  const databaseUrl = addressOf(server, name);
  await migrate({ dialect: 'postgres', dataDir: folder, databaseUrl });
  return { name, tables: await answerOf<number>(databaseUrl, `select count(*)::int as answer from pg_tables where ${ours}`) };
}

async function copyOf(template: Template, server: string): Promise<string> {
  const name = `rongqiao_test_${process.pid}_${++made}`;
  await onServer(server, `drop database if exists ${name}`, `create database ${name} template ${template.name}`);
  return name;
}

const ours = "schemaname = 'public'";

/**
 * Makes a database what it was when it was copied: without rows, every number from its start. Not when a test gave it
 * tables of its own, nor while somebody is connected.
 */
async function couldBeEmptied(databaseUrl: string, { tables }: Template): Promise<boolean> {
  const others = 'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  const isAsMade = await answerOf<boolean>(
    databaseUrl,
    `select not exists (${others}) and (select count(*) = ${tables} from pg_tables where ${ours}) as answer`,
  );
  if (!isAsMade) return false;
  await onServer(
    databaseUrl,
    `do $$ declare name text; begin
      set local session_replication_role = replica;
      for name in select tablename from pg_tables where ${ours} loop execute format('delete from public.%I', name); end loop;
    end $$`,
    `select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences where ${ours}`,
  );
  return true;
}

const emptying = ['drop schema if exists drizzle cascade', 'drop schema public cascade', 'create schema public'];

/** The only database of `server`, as it is before anything is in it. */
async function emptied(server: string): Promise<FreshDatabase> {
  await onServer(server, ...emptying);
  await migrate({ dialect: 'postgres', dataDir: folder, databaseUrl: server });
  const dataDir = join(folder, String(++made));
  mkdirSync(dataDir);
  return { place: { dataDir, databaseUrl: server }, remove: async () => undefined };
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

const onServer = (server: string, ...statements: string[]): Promise<void> =>
  connected(server, async client => {
    for (const statement of statements) await client.query(statement);
  });

/** The column `answer` of the one row that a query gives. */
const answerOf = <Answer>(server: string, query: string): Promise<Answer> =>
  connected(server, async client => {
    const { rows } = await client.query<{ answer: Answer }>(query);
    if (!rows[0]) throw new Error(`no row: ${query}`);
    return rows[0].answer;
  });

async function connected<Result>(server: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
