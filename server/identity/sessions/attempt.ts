import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '../../database/database';
import { type Instant, localTimeOf } from '../../shared/dates';
import { Refusal } from '../../shared/refusals';
import { users } from '../tables';
import { lockedUntil } from './lockout';

export type Attempt = { readonly outcome: 'right' | 'wrong' } | { readonly outcome: 'locked'; readonly until: Instant };

/**
 * Counts one try of a password. While the account is locked a right password is refused like a wrong one and nothing
 * is counted. Each update asks for the lock again, so that of many tries at the same time only five are answered.
 */
export async function countAttempt(tx: Tx, userId: string, isRight: boolean, now: Instant): Promise<Attempt> {
  const unlocked = and(eq(users.id, userId), or(isNull(users.lockedUntil), lte(users.lockedUntil, now)));
  const [tried] = await tx
    .update(users)
    .set({ failedAttempts: isRight ? 0 : sql`${users.failedAttempts} + 1`, lockedUntil: null })
    .where(unlocked)
    .returning({ failedAttempts: users.failedAttempts });
  if (!tried) {
    const [locked] = await tx.select({ until: users.lockedUntil }).from(users).where(eq(users.id, userId));
    return { outcome: 'locked', until: locked?.until ?? now };
  }
  if (isRight) return { outcome: 'right' };
  const until = lockedUntil(tried.failedAttempts, now);
  if (!until) return { outcome: 'wrong' };
  await tx.update(users).set({ lockedUntil: until }).where(eq(users.id, userId));
  return { outcome: 'locked', until };
}

/** Says when to try again, to the minute and never too early. */
export function lockedRefusal(until: Instant): Refusal {
  const shown = localTimeOf(new Date(Math.ceil(until.getTime() / 60_000) * 60_000));
  return new Refusal(
    'NOT_ALLOWED',
    {
      zh: `密码连续输错，账号已暂时锁定，请在 ${shown}（北京时间）后重试，或请本机构管理员重置密码。`,
      en: `Too many wrong passwords: the account is locked. Try again after ${shown} (Beijing time), or ask your administrator for a new password.`,
    },
    { rule: 'signIn.locked', until: until.toISOString() },
  );
}
