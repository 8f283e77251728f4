import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { databaseFile } from '../../server/database/open';
import type { World } from './world';

/** Makes `tables`, which no migration knows, in the database of `world`: for tests of the seam itself. */
export async function createTables(world: World, tables: Record<string, unknown>): Promise<void> {
  // Only here: it gives every array of the process a property, by which the reader of PDFs refuses to start.
  const kit = await import('drizzle-kit/api');
  if (world.db.dialect === 'postgres') {
    const statements = await kit.generateMigration(kit.generateDrizzleJson({}), kit.generateDrizzleJson(tables));
    await rawly(world, statements);
    return;
  }
  const statements = await kit.generateSQLiteMigration(
    await kit.generateSQLiteDrizzleJson({}),
    await kit.generateSQLiteDrizzleJson(tables),
  );
  await rawly(world, statements);
}

/** Runs statements past the seam, on a connection of their own: what an administrator with a tool could do. */
export async function rawly({ db, place }: World, statements: readonly string[]): Promise<void> {
  if (db.dialect === 'postgres') {
    const client = new pg.Client({ connectionString: place.databaseUrl });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
    return;
  }
  const file = new Sqlite(databaseFile(place));
  for (const statement of statements) file.exec(statement);
  file.close();
}
