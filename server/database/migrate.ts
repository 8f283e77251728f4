import { accessSync, constants, existsSync, mkdirSync, opendirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Config } from '../config';
import { databaseFile } from './open';
import { projectRoot } from './root';

/** A reason not to start that the person at the machine can mend; its message is one sentence. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

/** Where the generated migrations of both databases lie. */
const drizzleFolder = join(projectRoot, 'drizzle');

/**
 * Brings the database to this program's version, creating it when there is none. Refuses a data folder that cannot
 * be written and a database that a newer program has migrated.
 */
export async function migrate(
  config: Pick<Config, 'dialect' | 'dataDir' | 'databaseUrl'>,
  folder: string = drizzleFolder,
): Promise<void> {
  const migrationsFolder = join(folder, config.dialect);
  if (config.databaseUrl) await migratePostgresServer(config.databaseUrl, migrationsFolder);
  else await migrateSqliteFile(databaseFile(config), migrationsFolder);
}

/** Makes a folder and those above it, one by one: all at once, Node tries for ever where a file system takes none. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Foreign keys are off while SQLite migrates: rebuilding a table that others point to would otherwise delete their
 * rows without a word. The pointers are checked before they are switched on again. A copy is kept first.
 */
async function migrateSqliteFile(file: string, migrationsFolder: string): Promise<void> {
  const folder = dirname(file);
  try {
    makeFolder(folder);
    opendirSync(folder).closeSync();
    accessSync(folder, constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
  } catch (error) {
    throw new StartRefusal(
      `The data folder ${folder} cannot be written (${String((error as NodeJS.ErrnoException).code)}): give this user write access or set DATA_DIR to another folder.`,
    );
  }
  const isNew = !existsSync(file);
  const connection = new Sqlite(file);
  try {
    const applied = isNew ? null : lastAppliedSqlite(connection);
    if (isUpToDate(migrationsFolder, applied, file)) return;
    if (!isNew) await connection.backup(`${file}.before-${applied ?? 0}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma('foreign_keys = OFF');
    migrateSqlite(drizzleSqlite(connection), { migrationsFolder });
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new Error(`migration left ${broken.length} broken references; restore ${file}.before-${applied ?? 0}`);
  } finally {
    connection.close();
  }
}

/** Several servers may start at once: one migrates, the others wait for the lock and find nothing left to do. */
async function migratePostgresServer(url: string, migrationsFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    throw new StartRefusal(
      `PostgreSQL cannot be reached (${(error as Error).message}): check DATABASE_URL and that the server runs.`,
    );
  }
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const applied = await lastAppliedPostgres(client);
    if (isUpToDate(migrationsFolder, applied, 'PostgreSQL')) return;
    await migratePostgres(drizzlePostgres(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

const migrationLock = 7_340_021;

/**
 * Compares the newest migration in the database with those this program knows; refuses a newer database, and one
 * made between releases by a program whose migrations were rewritten since.
 */
function isUpToDate(migrationsFolder: string, applied: number | null, place: string): boolean {
  const known = readMigrationFiles({ migrationsFolder }).map(migration => migration.folderMillis);
  const newest = Math.max(...known);
  if (applied !== null && applied > newest)
    throw new StartRefusal(
      `The database ${place} was made by a newer version of Rongqiao: start that version, or restore a backup made by this one.`,
    );
  if (applied !== null && !known.includes(applied))
    throw new StartRefusal(
      `The database ${place} was made by an unreleased version of Rongqiao that no longer exists: move it away, or set DATA_DIR to a new folder.`,
    );
  return applied === newest;
}

function lastAppliedSqlite(connection: Sqlite.Database): number | null {
  const exists = connection.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
  if (!exists) return null;
  const row = connection.prepare<[], { last: number | null }>('select max(created_at) as last from "__drizzle_migrations"').get();
  return row?.last ?? null;
}

async function lastAppliedPostgres(client: pg.Client): Promise<number | null> {
  const found = await client.query<{ name: string | null }>(`select to_regclass('drizzle.__drizzle_migrations')::text as name`);
  if (!found.rows[0]?.name) return null;
  const result = await client.query<{ last: string | null }>(
    'select max(created_at)::text as last from drizzle.__drizzle_migrations',
  );
  const last = result.rows[0]?.last;
  return last ? Number(last) : null;
}
