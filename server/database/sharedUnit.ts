import type { Database, Tx } from './database';

type Work = {
  readonly run: (tx: Tx) => Promise<unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
};

/** What waits for the next shared unit of each database. */
const waiting = new WeakMap<Database, Work[]>();

/**
 * Runs `work` in a unit of work that it shares with whatever else asks for one in the same turn of the event loop: for
 * small writes that every request makes, whose commits would each wait for the disk. Should the unit fail, each of them
 * runs once more in a unit of its own, so that none fails for another's sake: `work` touches the database alone.
 */
export function inSharedUnit<Result>(db: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const one: Work = { run: work, done: result => resolve(result as Result), failed: reject };
    const others = waiting.get(db);
    if (others) {
      others.push(one);
      return;
    }
    waiting.set(db, [one]);
    setImmediate(() => void runWaiting(db));
  });
}

async function runWaiting(db: Database): Promise<void> {
  const group = waiting.get(db) ?? [];
  waiting.delete(db);
  try {
    const results = await db.write(async tx => {
      const all: unknown[] = [];
      for (const { run } of group) all.push(await run(tx));
      return all;
    });
    group.forEach(({ done }, at) => {
      done(results[at]);
    });
  } catch (error) {
    const [first, ...others] = group;
    if (others.length === 0) first?.failed(error);
    else for (const { run, done, failed } of group) await alone(db, run).then(done, failed);
  }
}

const alone = async (db: Database, run: Work['run']): Promise<unknown> => db.write(run);
