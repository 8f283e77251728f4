// Also a process of its own: columns choose their dialect from DATABASE_URL when they are loaded.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as kit from 'drizzle-kit/api';
import { config } from '../config';
import { projectRoot } from '../database/root';

/** The SQL that leads from the newest released schema to the tables of now, in the dialect of this process. */
export type Difference = { readonly snapshot: Record<string, unknown>; readonly statements: readonly string[] };

const nothing = '00000000-0000-0000-0000-000000000000';

/** The tables of every module, in the order of their folders. */
async function allTables(): Promise<Record<string, unknown>> {
  const files = readdirSync(join(projectRoot, 'server'), { recursive: true, encoding: 'utf8' })
    .filter(file => /(^|\/)tables\.ts$/.test(file))
    .sort();
  const modules = await Promise.all(files.map(file => import(join(projectRoot, 'server', file)) as Promise<object>));
  return Object.fromEntries(modules.flatMap(tables => Object.entries(tables).sort(byName)));
}

/** As a module lists what it exports, whatever loads it. */
const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

/** An id that follows from the content, so that generating twice gives the same file. */
function named<Snapshot extends { id: string; prevId: string }>(snapshot: Snapshot): Snapshot {
  const hex = createHash('sha256')
    .update(JSON.stringify({ ...snapshot, id: '' }))
    .digest('hex');
  return { ...snapshot, id: [8, 12, 16, 20, 32].map((end, at) => hex.slice([0, 8, 12, 16, 20][at], end)).join('-') };
}

/** `released` is the file of the newest released snapshot. */
export async function difference(released: string | undefined): Promise<Difference> {
  const tables = await allTables();
  const before = released ? JSON.parse(readFileSync(released, 'utf8')) : undefined;
  if (config.dialect === 'postgres') {
    const empty = kit.generateDrizzleJson({}, nothing);
    const snapshot = named(kit.generateDrizzleJson(tables, before?.id ?? nothing));
    return { snapshot, statements: await kit.generateMigration(before ?? empty, snapshot) };
  }
  const empty = await kit.generateSQLiteDrizzleJson({}, nothing);
  const snapshot = named(await kit.generateSQLiteDrizzleJson(tables, before?.id ?? nothing));
  return { snapshot, statements: await kit.generateSQLiteMigration(before ?? empty, snapshot) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`\n${JSON.stringify(await difference(process.argv[2]))}\n`);
