import type { ActorContext } from '../../context';
import { nextState } from '../../shared/lifecycle';
import { conflict } from '../../shared/refusals';
import { endSessions } from '../sessions/openSession';
import type { User } from '../tables';
import { loadManaged, refuseLastAdministrator, type UserChange, writeUser } from './changeUser';
import { userLifecycle } from './lifecycle';

/**
 * Keeps a user out from now on and ends all its sessions. Nobody disables themselves or the last administrator;
 * refuses a user who is not active, a stale version, NOT_FOUND and NOT_ALLOWED as `loadManaged`.
 */
export const disableUser = (context: ActorContext, change: UserChange, reason: string | null): Promise<User> =>
  context.db.write(async tx => {
    const user = await loadManaged(tx, context, change);
    if (user.id === context.actor.userId)
      throw conflict(
        { zh: '不能停用您自己的账号，请由另一位管理员操作。', en: 'You cannot disable yourself: ask another administrator.' },
        { rule: 'ownUser' },
      );
    const status = nextState(userLifecycle, user.status, 'disableUser');
    await refuseLastAdministrator(tx, user);
    await endSessions(tx, user.id, context.now);
    return writeUser(tx, context, user, { set: { status, statusReason: reason }, verb: 'disableUser', reason });
  });
