import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../server/config';
import type { Database } from '../../server/database/database';
import type { OnStatement } from '../../server/database/statements';

/**
 * A migrated database without a row, for one world. Given back and emptied it is lent again: what is open stays open and
 * what is prepared stays prepared, which takes longer than most tests.
 */
export type Lent<Place = Pick<Config, 'dataDir' | 'databaseUrl'>> = {
  /** The configuration under which somebody else would open it. */
  readonly place: Place;
  readonly db: Database;
  /** Whom each statement is told to from now on. */
  readonly tell: (listener: OnStatement | null) => void;
  readonly giveBack: () => Promise<void>;
};

/** Removes the files of a data folder, except those named. */
export function emptyFolder(folder: string, kept: readonly string[] = []): void {
  for (const name of readdirSync(folder)) if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
