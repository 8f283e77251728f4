/**
 * What stands behind one published sum: how many firms (or institutions, where they are the ones who report) it is made
 * of, and the two largest parts. `largest` is null for counts, of which nobody's share is a secret.
 */
export type Contributions = {
  readonly sum: number;
  readonly respondents: number;
  readonly largest: readonly [first: number, second: number] | null;
};

/** 统计法 Art. 28: nobody may be inferred from a summary. With two firms each could compute the other; public. */
export const respondentsMin = 3;

/** The second largest must not be able to estimate the largest more closely than this. Kept out of every answer. */
const dominancePercent = 10;

/**
 * Whether publishing the sum alone would tell too much of one respondent: fewer than three of them, or the p%-rule
 * (what remains beside the two largest is under p % of the largest). A sum without respondents is a true zero.
 */
export function isSensitive({ sum, respondents, largest }: Contributions): boolean {
  if (respondents === 0) return false;
  if (respondents < respondentsMin) return true;
  return largest !== null && (sum - largest[0] - largest[1]) * 100 < largest[0] * dominancePercent;
}

/** How far above a sensitive sum the highest value must lie that a reader of the table can still think possible; at least 1. */
export function protectionOf({ sum, largest }: Contributions): number {
  if (largest === null) return 1;
  return Math.max(1, Math.ceil((largest[0] * dominancePercent) / 100 - (sum - largest[0] - largest[1])));
}
