import { z } from 'zod';
import type { ActorContext } from '../../context';
import { type Role, roles } from '../../shared/actor';
import { parseInput } from '../../shared/input';
import { notAllowed, notFound } from '../../shared/refusals';
import { password, personName, username } from '../fields';
import { lockOrganisation } from '../organisations/lockOrganisation';
import { organisationWord } from '../organisations/queries';
import { checkNewPassword, hashPassword } from '../sessions/password';
import type { User } from '../tables';
import { canManageUser } from './access';
import { addUser, refusingTakenUsername } from './addUser';

const NewUserInput = z.object({ username, name: personName, role: z.enum(roles), password });

export type CreateUserInput = {
  /** The administrator's own organisation when left out. */
  readonly organisationId?: string | null;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
};

/**
 * Adds a user who may sign in at once. An administrator adds users to its own organisation; the operator's also adds
 * administrators to any other. Refuses bad fields by name, a taken username and a weak password; NOT_FOUND for an
 * organisation that does not exist, NOT_ALLOWED for everybody else.
 */
export async function createUser(context: ActorContext, input: CreateUserInput): Promise<User> {
  const { actor, db } = context;
  const { organisationId: asked, ...given } = input;
  const organisationId = asked ?? actor.organisationId;
  const { password, ...user } = parseInput(NewUserInput, given, ['password']);
  if (!canManageUser(actor, { organisationId, role: user.role }))
    throw notAllowed({
      zh: '只有本机构管理员可以添加用户；运营方管理员可以为其他机构添加管理员。',
      en: "Only an administrator adds users to its organisation; the operator's adds administrators to others.",
    });
  checkNewPassword('password', password, user.username);
  const passwordHash = await hashPassword(password);
  return refusingTakenUsername(user.username, () =>
    db.write(async tx => {
      if (!(await lockOrganisation(tx, organisationId))) throw notFound(organisationWord, organisationId);
      return addUser(tx, context, { id: context.newId(), organisationId, ...user, passwordHash });
    }),
  );
}
