import { z } from 'zod';
import type { ActorContext } from '../../context';
import { type Role, roles } from '../../shared/actor';
import { parseInput } from '../../shared/input';
import { notAllowed } from '../../shared/refusals';
import { personName } from '../fields';
import type { User } from '../tables';
import { canManageUser } from './access';
import { loadManaged, refuseLastAdministrator, type UserChange, writeUser } from './changeUser';

const Update = z.object({ name: personName, role: z.enum(roles) });

export type UpdateUserInput = { readonly name: string; readonly role: Role };

/**
 * Changes a user's name and role. Refuses bad fields by name, taking the last administrator's role away, giving a
 * user a role that the actor could not manage, a stale version, NOT_FOUND and NOT_ALLOWED as `loadManaged`.
 */
export async function updateUser(context: ActorContext, change: UserChange, input: UpdateUserInput): Promise<User> {
  const { name, role } = parseInput(Update, input);
  return context.db.write(async tx => {
    const user = await loadManaged(tx, context, change);
    if (!canManageUser(context.actor, { organisationId: user.organisationId, role }))
      throw notAllowed({
        zh: '其他机构的用户角色由该机构管理员调整。',
        en: "The roles of another organisation's users are its administrator's to change.",
      });
    if (role !== 'administrator') await refuseLastAdministrator(tx, user);
    return writeUser(tx, context, user, {
      set: { name, role },
      verb: 'updateUser',
      details: { from: { name: user.name, role: user.role }, to: { name, role } },
    });
  });
}
