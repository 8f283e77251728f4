import { v7 } from 'uuid';
import { config } from '../../server/config';
import type { ActorContext, Context } from '../../server/context';
import type { Database } from '../../server/database/database';
import { openDatabase } from '../../server/database/open';
import type { Actor } from '../../server/shared/actor';
import { dayOf, type Instant } from '../../server/shared/dates';
import { freshDatabase } from './databases';

/** When every test begins: 2026-11-23, 10:00 in Asia/Shanghai. */
export const worldBegins: Instant = new Date('2026-11-23T02:00:00Z');

/** A database of its own, a clock that stands still until told, and ids that are the same in every run. */
export type World = {
  readonly db: Database;
  /** The configuration under which a server would open the same database. */
  readonly place: { readonly dataDir: string; readonly databaseUrl: string | undefined };
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Moves the clock to `instant`. */
  readonly setNow: (instant: Instant) => void;
  /** The context of `actor` at the world's present moment. */
  readonly contextFor: (actor: Actor) => ActorContext;
  /** The context of somebody who has not signed in. */
  readonly anonymous: () => Context;
  /** What `work` returns, and the SQL statements that ran meanwhile. */
  readonly counting: <Result>(work: () => Promise<Result>) => Promise<{ result: Result; statements: readonly string[] }>;
  readonly close: () => Promise<void>;
};

/** Opens an empty, migrated world: an SQLite file, or a PostgreSQL database when DATABASE_URL names a server. */
export async function openWorld(): Promise<World> {
  const fresh = await freshDatabase(config);
  let ids = 0;
  const newId = () => {
    const tail = new Uint8Array(16);
    new DataView(tail.buffer).setUint32(12, ++ids);
    return v7({ msecs: worldBegins.getTime(), seq: 0, random: tail });
  };
  const world = worldAt(fresh.place, newId);
  return {
    ...world,
    async close() {
      await world.close();
      await fresh.remove();
    },
  };
}

/** The world over a database that is there already, seen from another process or after it was opened by one that has ended. */
export function worldAt(place: World['place'], newId: () => string = () => v7()): World {
  let heard: string[] | null = null;
  const db = openDatabase(place, sql => heard?.push(sql));
  let now = worldBegins;
  const context = (): Omit<Context, 'actor'> => ({ db, now, today: dayOf(now), newId, log: silentLog, requestId: 'test' });
  return {
    db,
    place,
    now: () => now,
    newId,
    setNow(instant) {
      now = instant;
    },
    contextFor: actor => ({ ...context(), actor }),
    anonymous: () => ({ ...context(), actor: null }),
    async counting(work) {
      const statements: string[] = [];
      heard = statements;
      try {
        return { result: await work(), statements };
      } finally {
        heard = null;
      }
    },
    close: () => db.close(),
  };
}

const silent = () => undefined;
const silentLog: Context['log'] = { info: silent, warn: silent, error: silent };
