import type { Instant } from '../../shared/dates';

/** Wrong passwords in a row before the account is locked. */
export const attemptsMax = 5;
const firstLockMinutes = 15;
/** Doubling ends at a day: a lock must keep guessing slow, not let a stranger shut a person out for good. */
const longestLockMinutes = 24 * 60;

/**
 * How long an account is locked after its `failedAttempts`-th wrong password in a row: not before the fifth, then 15
 * minutes, and twice as long after each further one, at most a day.
 */
export function lockMinutes(failedAttempts: number): number {
  if (failedAttempts < attemptsMax) return 0;
  return Math.min(firstLockMinutes * 2 ** (failedAttempts - attemptsMax), longestLockMinutes);
}

/** Until when; null while there is no lock. */
export const lockedUntil = (failedAttempts: number, now: Instant): Instant | null =>
  lockMinutes(failedAttempts) === 0 ? null : new Date(now.getTime() + lockMinutes(failedAttempts) * 60_000);
