import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { migrate } from '../../server/database/migrate';
import { databaseFile } from '../../server/database/open';
import { emptyFolder, type Lent, openTold } from './lend';

type Place = { readonly dataDir: string; readonly databaseUrl: undefined };

/** All rows of a database, by table. */
export type Contents = ReadonlyMap<string, readonly unknown[][]>;

export type RewindableLent = Lent<Place> & {
  readonly contents: () => Contents;
  /** Makes `contents` all that the database holds. */
  readonly fill: (contents: Contents) => void;
};

/** A larger file is thrown away: to empty a whole city takes longer than to begin anew. */
const emptiedMax = 16 * 1024 * 1024;

let template: Promise<string> | undefined;
let made = 0;
const idle: RewindableLent[] = [];

/** A database below `folder`, which somebody else removes. */
export async function lendSqlite(folder: string): Promise<RewindableLent> {
  template ??= migratedIn(join(folder, 'template'));
  const file = await template;
  const known = idle.pop();
  if (known) return known;
  const dataDir = join(folder, `lent-${++made}`);
  mkdirSync(dataDir);
  copyFileSync(file, databaseFile({ dataDir }));
  return opened({ dataDir, databaseUrl: undefined });
}

async function migratedIn(dataDir: string): Promise<string> {
  await migrate({ dialect: 'sqlite', dataDir, databaseUrl: undefined });
  return databaseFile({ dataDir });
}

function opened(place: Place): RewindableLent {
  const { db, tell } = openTold(place);
  const beside = new Sqlite(databaseFile(place));
  beside.pragma('foreign_keys = OFF');
  beside.pragma('synchronous = OFF');
  beside.defaultSafeIntegers(true);
  const shape = shapeOf(beside);
  const tables = tablesOf(beside);

  const fill = beside.transaction((contents: Contents) => {
    for (const { name, empty } of tables) {
      empty.run();
      const rows = contents.get(name) ?? [];
      const insert = rows[0] && beside.prepare(`insert into "${name}" values (${rows[0].map(() => '?').join(', ')})`);
      for (const row of rows) insert?.run(...row);
    }
  });
  const lent: RewindableLent = {
    place,
    db,
    tell,
    contents: () => new Map(tables.map(({ name, all }) => [name, all.all() as unknown[][]])),
    fill,
    async giveBack() {
      tell(null);
      // Behind all units of work that were still waiting; a test may have closed it.
      const isOpen = await db.write(async () => true).catch(() => false);
      const isSmall = statSync(databaseFile(place)).size < emptiedMax;
      if (isOpen && isSmall && shapeOf(beside) === shape) {
        fill(new Map());
        const file = basename(databaseFile(place));
        emptyFolder(place.dataDir, [file, `${file}-wal`, `${file}-shm`]);
        idle.push(lent);
        return;
      }
      if (isOpen) await db.close();
      beside.close();
      rmSync(place.dataDir, { recursive: true, force: true });
    },
  };
  return lent;
}

/** Tells a database that a test gave tables of its own, or another history, from one that is as it was made. */
const shapeOf = (beside: Sqlite.Database): string =>
  JSON.stringify([
    beside.prepare('select sql from sqlite_schema').raw().all(),
    beside.prepare('select hash, cast(created_at as text) from __drizzle_migrations').raw().all(),
  ]);

/** The tables that tests fill, and last where their numbers have come to. */
const tablesOf = (beside: Sqlite.Database) =>
  beside
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and name <> '__drizzle_migrations' and (name = 'sqlite_sequence' or name not like 'sqlite_%')
        order by name = 'sqlite_sequence'`,
    )
    .pluck()
    .all()
    .map(name => ({
      name,
      all: beside.prepare(`select * from "${name}"`).raw(),
      // Row by row: to cut off a table, SQLite writes a page for each of its indexes.
      empty: beside.prepare(`delete from "${name}" where true`),
    }));
