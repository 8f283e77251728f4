import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { isUniqueViolation } from '../../database/problems';
import type { Role } from '../../shared/actor';
import { invalidInput } from '../../shared/refusals';
import { type User, users } from '../tables';

export type NewUser = {
  readonly id: string;
  readonly organisationId: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
};

/** Writes a user whose fields are checked, and records it; `pending` where the operator has to confirm it first. */
export async function addUser(
  tx: Tx,
  context: ActorContext,
  user: NewUser,
  status: 'active' | 'pending' = 'active',
): Promise<User> {
  const written: User = {
    ...user,
    status,
    statusReason: null,
    failedAttempts: 0,
    lockedUntil: null,
    createdAt: context.now,
    version: 1,
  };
  await tx.insert(users).values(written);
  const { username, name, role, organisationId } = user;
  await record(tx, context, {
    verb: 'createUser',
    subject: { kind: 'user', id: written.id },
    details: { username, name, role, organisationId, status },
  });
  return written;
}

/** Runs a unit of work that adds a user; a username that is taken is refused by the field's name. */
export async function refusingTakenUsername<Result>(username: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error, 'users.username')) throw error;
    throw invalidInput('username', username, 'username.taken', {
      zh: `用户名「${username}」已被使用，请换一个。`,
      en: `The username "${username}" is taken: choose another.`,
    });
  }
}
