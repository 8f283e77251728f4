import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { config } from '../../server/config';
import { migrate } from '../../server/database/migrate';
import { databaseFile, openDatabase } from '../../server/database/open';
import { organisations } from '../../server/identity/tables';
import { unmigratedDatabase } from '../support/databases';
import { anOrganisation } from '../support/identity';
import { hasOneSession } from '../support/pglite';
import { rawly } from '../support/tables';
import { openWorld } from '../support/world';

const { dialect } = config;

async function somewhere() {
  const { place, remove } = await unmigratedDatabase(config);
  onTestFinished(remove);
  return { ...place, dialect };
}

async function aWorld() {
  const world = await openWorld();
  onTestFinished(world.close);
  return world;
}

describe('migrating', () => {
  it('makes an empty place into a database of this program', async () => {
    const place = await somewhere();
    await migrate(place);
    const db = openDatabase(place);
    expect(await db.read.select().from(organisations)).toEqual([]);
    await db.close();
  });

  it('a second time changes nothing', async () => {
    const world = await aWorld();
    await anOrganisation(world, { name: 'kept' });
    await migrate({ dialect, ...world.place });
    expect(await world.db.read.select({ name: organisations.name }).from(organisations)).toEqual([{ name: 'kept' }]);
  });

  // The lock that lets one of them in keeps nobody out of a single session.
  it.skipIf(hasOneSession(config.databaseUrl))('an empty place by three programs at once leaves one database', async () => {
    const place = await somewhere();
    await Promise.all([migrate(place), migrate(place), migrate(place)]);
    const db = openDatabase(place);
    expect(await db.read.select().from(organisations)).toEqual([]);
    await db.close();
  });

  it.each([
    ['a newer program has migrated', 9_999_999_999_999, 'newer version'],
    ['an unreleased program has migrated otherwise', 1, 'unreleased version'],
  ])('a database that %s is refused in one sentence', async (_name, applied, sentence) => {
    const world = await aWorld();
    const journal = dialect === 'postgres' ? 'drizzle.__drizzle_migrations' : '__drizzle_migrations';
    await rawly(world, [`update ${journal} set created_at = ${applied}`]);
    await expect(migrate({ dialect, ...world.place })).rejects.toMatchObject({
      name: 'StartRefusal',
      message: expect.stringContaining(sentence),
    });
  });
});

describe.runIf(dialect === 'sqlite')('migrating SQLite', () => {
  it('keeps the rows that point to a table which is built anew, and a copy from before', async () => {
    const place = await somewhere();
    const folder = migrationsOf([firmsAndLoans]);
    await migrate(place, folder);
    withFile(place, file => file.exec(`insert into firms values ('f'); insert into loans values ('l', 'f')`));
    await migrate(place, migrationsOf([firmsAndLoans, firmsAnew('select id from firms')]));
    expect(withFile(place, file => file.prepare('select * from loans').all())).toEqual([{ id: 'l', firm_id: 'f' }]);
    expect(new Sqlite(`${databaseFile(place)}.before-1`).prepare('select * from firms').all()).toEqual([{ id: 'f' }]);
  });

  it('says in one sentence that its folder is a file', async () => {
    const dataDir = import.meta.filename;
    await expect(migrate({ dialect, dataDir, databaseUrl: undefined })).rejects.toThrow(
      `The data folder ${dataDir} cannot be written`,
    );
  });

  it('says so when it would leave a row pointing nowhere', async () => {
    const place = await somewhere();
    await migrate(place, migrationsOf([firmsAndLoans]));
    withFile(place, file => file.exec(`insert into firms values ('f'); insert into loans values ('l', 'f')`));
    await expect(migrate(place, migrationsOf([firmsAndLoans, firmsAnew('select id from firms where false')]))).rejects.toThrow(
      '1 broken reference',
    );
  });
});

const firmsAndLoans = [
  'create table firms (id text primary key)',
  'create table loans (id text primary key, firm_id text references firms(id) on delete cascade)',
];

/** As drizzle rebuilds a table: a new one, its rows from `rows`, the old one dropped. */
const firmsAnew = (rows: string): string[] => [
  'create table new_firms (id text primary key)',
  `insert into new_firms ${rows}`,
  'drop table firms',
  'alter table new_firms rename to firms',
];

function migrationsOf(migrations: readonly (readonly string[])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'rongqiao-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'sqlite', 'meta'), { recursive: true });
  const entries = migrations.map((statements, idx) => {
    writeFileSync(join(folder, 'sqlite', `${idx}.sql`), statements.join(';\n--> statement-breakpoint\n'));
    return { idx, version: '6', when: idx + 1, tag: String(idx), breakpoints: true };
  });
  writeFileSync(join(folder, 'sqlite', 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
  return folder;
}

function withFile<Result>(place: { dataDir: string }, use: (file: Sqlite.Database) => Result): Result {
  const file = new Sqlite(databaseFile(place));
  file.pragma('foreign_keys = ON');
  const result = use(file);
  file.close();
  return result;
}
