import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../server/config';
import type { Database } from '../../server/database/database';
import { openDatabase } from '../../server/database/open';
import type { OnStatement } from '../../server/database/statements';

/** The configuration under which somebody opens a database. */
export type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

/** An open database, and whom each of its statements is told to from now on. */
export type Told = { readonly db: Database; readonly tell: (listener: OnStatement | null) => void };

export function openTold(place: Place): Told {
  let listener: OnStatement | null = null;
  return {
    db: openDatabase(place, (sql, values) => listener?.(sql, values)),
    tell(next) {
      listener = next;
    },
  };
}

/**
 * A migrated database without a row, for one world. Where it can be emptied it is lent again: what is open stays open and
 * what is prepared stays prepared, which takes longer than most tests. So does what a test sets or locks for a whole session,
 * or changes of a table itself: it must do that in a database of its own.
 */
export type Lent<Where extends Place = Place> = Told & {
  readonly place: Where;
  readonly giveBack: () => Promise<void>;
};

/** Removes the files of a data folder, except those named. */
export function emptyFolder(folder: string, kept: readonly string[] = []): void {
  for (const name of readdirSync(folder)) if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
