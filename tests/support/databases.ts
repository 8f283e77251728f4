import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../server/database/migrate';
import { type Lent, openTold, type Place } from './lend';
import { hasOneSession } from './pglite';
import { lendPostgres } from './postgresDatabases';
import { addressOf, onServer } from './postgresServer';
import { lendSqlite, type RewindableLent } from './sqlite';

type FreshDatabase = { readonly place: Place; readonly remove: () => Promise<void> };

/** An empty migrated SQLite database that nobody else uses meanwhile. */
export const lentSqlite = (): Promise<RewindableLent> => lendSqlite(folder);

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

/** An empty migrated database of a PostgreSQL server that nobody else uses meanwhile. */
export const lentPostgres = (server: string): Promise<Lent> =>
  hasOneSession(server) ? emptied(server) : lendPostgres(server, folder);

const emptying = ['drop schema if exists drizzle cascade', 'drop schema public cascade', 'create schema public'];

/** The only database of `server`, as it is before anything is in it. */
async function emptied(server: string): Promise<Lent> {
  await onServer(server, ...emptying);
  const place = { dataDir: join(folder, String(++made)), databaseUrl: server };
  await migrate({ dialect: 'postgres', ...place });
  mkdirSync(place.dataDir);
  const told = openTold(place);
  return { ...told, place, giveBack: () => told.db.close() };
}
