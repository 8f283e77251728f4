import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../../server/config';
import { migrate } from '../../server/database/migrate';
import { databaseFile } from '../../server/database/open';
import { hasOneSession } from './pglite';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;
export type FreshDatabase = { readonly place: Place; readonly remove: () => Promise<void> };

/** An empty migrated database that nobody else uses, copied from a template that this process migrates once. */
export const freshDatabase = (config: Config): Promise<FreshDatabase> =>
  config.databaseUrl ? freshPostgres(config.databaseUrl) : freshSqlite();

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

let sqliteTemplate: Promise<string> | undefined;

async function freshSqlite(): Promise<FreshDatabase> {
  sqliteTemplate ??= (async () => {
    const dataDir = join(folder, 'template');
    await migrate({ dialect: 'sqlite', dataDir, databaseUrl: undefined });
    return databaseFile({ dataDir });
  })();
  const template = await sqliteTemplate;
  const dataDir = join(folder, String(++made));
  mkdirSync(dataDir);
  copyFileSync(template, databaseFile({ dataDir }));
  return { place: { dataDir, databaseUrl: undefined }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

let postgresTemplate: Promise<string> | undefined;

async function freshPostgres(server: string): Promise<FreshDatabase> {
  if (hasOneSession(server)) return emptied(server);
  postgresTemplate ??= (async () => {
    const name = `rongqiao_template_${process.pid}`;
    await onServer(server, `drop database if exists ${name}`, `create database ${name}`);
    await migrate({ dialect: 'postgres', dataDir: folder, databaseUrl: addressOf(server, name) });
    return name;
  })();
  const template = await postgresTemplate;
  const name = `rongqiao_test_${process.pid}_${++made}`;
  await onServer(server, `drop database if exists ${name}`, `create database ${name} template ${template}`);
  const dataDir = join(folder, String(made));
  mkdirSync(dataDir);
  return {
    place: { dataDir, databaseUrl: addressOf(server, name) },
    remove: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
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

async function onServer(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
