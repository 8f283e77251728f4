import { eq, sql } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { invalidInput, notSignedIn } from '../../shared/refusals';
import { demoAccounts, users } from '../tables';
import { countAttempt, lockedRefusal } from './attempt';
import { endSessions } from './openSession';
import { checkNewPassword, hashPassword, isPassword } from './password';

export type ChangePasswordInput = { readonly current: string; readonly next: string };

/**
 * Gives the caller a new password and ends all other sessions of theirs. Refuses a wrong present password, which
 * counts towards the lock as at sign-in, and a new one that is too short, too common or the same.
 */
export async function changePassword(context: ActorContext, input: ChangePasswordInput, token: string | null): Promise<true> {
  const { actor, db, now } = context;
  checkNewPassword('next', input.next, actor.username);
  if (input.next === input.current)
    throw invalidInput('next', null, 'password.same', {
      zh: '新密码与当前密码相同，请换一个。',
      en: 'The new password is the present one: choose another.',
    });
  const [user] = await db.read.select({ hash: users.passwordHash }).from(users).where(eq(users.id, actor.userId));
  if (!user) throw notSignedIn();
  const isRight = await isPassword(user.hash, input.current);
  const passwordHash = await hashPassword(input.next);
  const refusal = await db.write(async tx => {
    const attempt = await countAttempt(tx, actor.userId, isRight, now);
    const subject = { kind: 'user', id: actor.userId } as const;
    if (attempt.outcome !== 'right') {
      await record(tx, context, { verb: 'changePasswordFailed', subject });
      return attempt.outcome === 'locked' ? lockedRefusal(attempt.until) : wrongPassword();
    }
    await tx
      .update(users)
      .set({ passwordHash, version: sql`${users.version} + 1` })
      .where(eq(users.id, actor.userId));
    await tx.delete(demoAccounts).where(eq(demoAccounts.userId, actor.userId));
    await endSessions(tx, actor.userId, now, token);
    await record(tx, context, { verb: 'changePassword', subject });
    return null;
  });
  if (refusal) throw refusal;
  return true;
}

const wrongPassword = () =>
  invalidInput('current', null, 'password.wrong', { zh: '当前密码不正确。', en: 'This is not your present password.' });
