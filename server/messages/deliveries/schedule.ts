import type { Instant } from '../../shared/dates';

const minute = 60;
const hour = 60 * minute;

/** Seconds from one attempt to the next: quick at first, then patient; a day and a half in all. */
const pauses: readonly number[] = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 18 * hour];

/** How often a delivery is tried before it is given up. */
export const attemptsMax = pauses.length + 1;

/** When to try again after so many attempts that failed, the last of them at `at`; null when it is given up. */
export function nextAttempt(attempts: number, at: Instant): Instant | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : new Date(at.getTime() + pause * 1_000);
}
