/**
 * Imports of this process, one after the other: two large files at once would only slow each other down. How far one
 * is being applied is kept here, because the unit of work that applies it shows nothing of itself before it is done.
 */
const percentByBatch = new Map<string, number>();
let last: Promise<unknown> = Promise.resolve();

/** Runs `work` when the imports before it are done. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

export const showProgress = (batchId: string, percent: number): void => {
  percentByBatch.set(batchId, percent);
};

export const endProgress = (batchId: string): void => {
  percentByBatch.delete(batchId);
};

/** How much of a batch that is being applied is done, 0 to 100; null when this process is not at it. */
export const percentApplied = (batchId: string): number | null => percentByBatch.get(batchId) ?? null;
