import { v7 } from 'uuid';
import { config } from '../../server/config';
import type { ActorContext, Context } from '../../server/context';
import type { Database } from '../../server/database/database';
import type { Actor } from '../../server/shared/actor';
import { dayOf, type Instant } from '../../server/shared/dates';
import { lentPostgres, lentSqlite } from './databases';
import { type Lent, openTold, type Told } from './lend';
import type { Contents } from './sqlite';

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
  if (!config.databaseUrl) return openRewindableWorld();
  return lentWorld(await lentPostgres(config.databaseUrl)).world;
}

/** All that a world was at one time. */
type Moment = { readonly contents: Contents; readonly now: Instant };

export type RewindableWorld = World & {
  readonly moment: () => Moment;
  /** Makes the world what it was at `moment`; nothing may be going on in it. Ids are still never given twice. */
  readonly rewind: (moment: Moment) => void;
};

/** An empty, migrated world in an SQLite database, which may have been another's before. */
export async function openRewindableWorld(): Promise<RewindableWorld> {
  const lent = await lentSqlite();
  const { world, forget } = lentWorld(lent);
  return Object.assign(world, {
    moment: () => ({ contents: lent.contents(), now: world.now() }),
    rewind({ contents, now }: Moment) {
      lent.fill(contents);
      world.setNow(now);
      forget();
    },
  });
}

/** The world over a lent database, and a way to make the server forget what it remembers of it. */
function lentWorld(lent: Lent): { world: World; forget: () => void } {
  let isClosed = false;
  const running = new Set<Promise<unknown>>();
  // What the server remembers of a database it remembers by this object: each world has its own, and a new one when it turns back.
  const owned = (): Database => ({
    ...lent.db,
    async write(work) {
      // What still goes on of a world after its end must not reach the next.
      if (isClosed) throw new Error('the world is closed');
      const unit = lent.db.write(work);
      running.add(unit);
      return unit.finally(() => running.delete(unit));
    },
  });
  let db = owned();
  const world = worldOver({
    place: lent.place,
    db: () => db,
    newId: countedIds(),
    tell: lent.tell,
    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.allSettled(running);
      await lent.giveBack();
    },
  });
  const forget = () => {
    db = owned();
  };
  return { world, forget };
}

/** Ids that are the same in every run. */
function countedIds(): () => string {
  let ids = 0;
  return () => {
    const tail = new Uint8Array(16);
    new DataView(tail.buffer).setUint32(12, ++ids);
    return v7({ msecs: worldBegins.getTime(), seq: 0, random: tail });
  };
}

/** The world over a database that is there already, seen from another process or after it was opened by one that has ended. */
export function worldAt(place: World['place'], newId: () => string = () => v7()): World {
  const { db, tell } = openTold(place);
  return worldOver({ place, db: () => db, newId, tell, close: () => db.close() });
}

type Foundations = Pick<World, 'place' | 'newId' | 'close'> & {
  readonly db: () => Database;
  readonly tell: Told['tell'];
};

function worldOver({ place, db, newId, tell, close }: Foundations): World {
  let now = worldBegins;
  const context = (): Omit<Context, 'actor'> => ({ db: db(), now, today: dayOf(now), newId, log: silentLog, requestId: 'test' });
  return {
    get db() {
      return db();
    },
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
      tell(sql => statements.push(sql));
      try {
        return { result: await work(), statements };
      } finally {
        tell(null);
      }
    },
    close,
  };
}

const silent = () => undefined;
const silentLog: Context['log'] = { info: silent, warn: silent, error: silent };
