import { eq, inArray, max } from 'drizzle-orm';
import { changesAfter, lastChangeOfProducts } from '../changes/queries';
import type { ActorContext } from '../context';
import type { Reader } from '../database/database';
import { askForRun, type RunWish } from './askForRun';
import { nightlyOccasion, productsOccasion } from './due';
import { matchRuns } from './tables';

/** Puts the nightly run and the run for changed products in line when they are due; each occasion has one run. */
export async function askForDueRuns(context: ActorContext, nightlyAt: string | null): Promise<void> {
  const { db, now } = context;
  const due: RunWish[] = [
    { reason: 'nightly', occasion: nightlyOccasion(now, nightlyAt) },
    { reason: 'products', occasion: await changedProducts(db.read, now) },
  ];
  for (const { reason, occasion } of due)
    if (occasion && !(await isKnown(db.read, occasion))) await db.write(tx => askForRun(tx, context, { reason, occasion }));
}

/** The occasion that products in force have changed since the last run that saw them, if they have. */
async function changedProducts(read: Reader, now: ActorContext['now']): Promise<string | null> {
  const [seq, [covered]] = await Promise.all([
    lastChangeOfProducts(read),
    read
      .select({ seq: max(matchRuns.changesSeq) })
      .from(matchRuns)
      .where(inArray(matchRuns.state, ['running', 'finished'])),
  ]);
  const coveredSeq = covered?.seq ?? 0;
  if (seq <= coveredSeq) return null;
  const [newest = null] = await changesAfter(read, seq - 1, 1);
  return productsOccasion(newest, coveredSeq, now);
}

const isKnown = async (read: Reader, occasion: string): Promise<boolean> =>
  (await read.select({ id: matchRuns.id }).from(matchRuns).where(eq(matchRuns.occasion, occasion))).length > 0;
