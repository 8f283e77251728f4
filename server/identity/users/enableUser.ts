import type { ActorContext } from '../../context';
import { nextState } from '../../shared/lifecycle';
import type { User } from '../tables';
import { loadManaged, type UserChange, writeUser } from './changeUser';
import { userLifecycle } from './lifecycle';

/**
 * Lets a disabled user in again, with a clean count of wrong passwords. Refuses a user who is not disabled, a stale
 * version, NOT_FOUND and NOT_ALLOWED as `loadManaged`.
 */
export const enableUser = (context: ActorContext, change: UserChange): Promise<User> =>
  context.db.write(async tx => {
    const user = await loadManaged(tx, context, change);
    const status = nextState(userLifecycle, user.status, 'enableUser');
    return writeUser(tx, context, user, {
      set: { status, statusReason: null, failedAttempts: 0, lockedUntil: null },
      verb: 'enableUser',
    });
  });
