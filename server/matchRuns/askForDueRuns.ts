import { eq } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Reader } from '../database/database';
import { askForRun } from './askForRun';
import { nightlyOccasion } from './due';
import { matchRuns } from './tables';

/** Puts the nightly run and the run for changed products in line when they are due; each occasion has one run. */
export async function askForDueRuns(context: ActorContext, nightlyAt: string | null): Promise<void> {
  const { db, now } = context;
  const occasion = nightlyOccasion(now, nightlyAt);
  if (occasion !== null && !(await isKnown(db.read, occasion)))
    await db.write(tx => askForRun(tx, context, { reason: 'nightly', occasion }));
}

const isKnown = async (read: Reader, occasion: string): Promise<boolean> =>
  (await read.select({ id: matchRuns.id }).from(matchRuns).where(eq(matchRuns.occasion, occasion))).length > 0;
