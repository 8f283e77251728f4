import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { endSessions } from '../sessions/openSession';
import { checkNewPassword, hashPassword } from '../sessions/password';
import { demoAccounts, type User } from '../tables';
import { loadManaged, type UserChange, userWord, writeUser } from './changeUser';
import { userLifecycle } from './lifecycle';
import { findUser } from './queries';

/**
 * Gives a user a new password, ends its lock and all its sessions. One's own is changed with `changePassword`, which
 * asks for the present one. Refuses a weak password, a stale version, NOT_FOUND and NOT_ALLOWED as `loadManaged`.
 */
export async function resetPassword(context: ActorContext, change: UserChange, password: string): Promise<User> {
  const { actor, db, now } = context;
  if (change.id === actor.userId)
    throw conflict(
      { zh: '请用「修改密码」更改您自己的密码。', en: 'Use "Change password" for your own password.' },
      { rule: 'ownUser' },
    );
  const { username } = await findUser(context, change.id);
  checkNewPassword('password', password, username);
  const passwordHash = await hashPassword(password);
  return db.write(async tx => {
    const user = await loadManaged(tx, context, change);
    if (user.status !== 'active')
      throw conflict(
        {
          zh: `${userWord.zh}处于「${userLifecycle.states[user.status].zh}」状态，不能重置密码。`,
          en: `The ${userWord.en} is "${userLifecycle.states[user.status].en}": the password cannot be reset.`,
        },
        { rule: 'illegalVerb', state: user.status, verb: 'resetPassword', from: ['active'] },
      );
    await endSessions(tx, user.id, now);
    await tx.delete(demoAccounts).where(eq(demoAccounts.userId, user.id));
    return writeUser(tx, context, user, {
      set: { passwordHash, failedAttempts: 0, lockedUntil: null },
      verb: 'resetPassword',
    });
  });
}
