import type { Actor } from '../../shared/actor';
import type { User } from '../tables';

type Seen = Pick<User, 'id' | 'organisationId' | 'role'>;

/** Administrators and auditors see the users of their organisation, the operator's see all; everybody sees themselves. */
export const canSeeUser = (actor: Actor, user: Seen): boolean =>
  user.id === actor.userId || seesUsersOf(actor, user.organisationId);

export const seesUsersOf = (actor: Actor, organisationId: string): boolean =>
  actor.role !== 'officer' && (actor.organisationKind === 'operator' || actor.organisationId === organisationId);

/**
 * An administrator manages the users of its own organisation. The operator's administrators also manage other
 * organisations' administrators, and only these: whoever else works at a bank is the bank's affair.
 */
export const canManageUser = (actor: Actor, user: Pick<User, 'organisationId' | 'role'>): boolean =>
  actor.role === 'administrator' &&
  (actor.organisationId === user.organisationId || (actor.organisationKind === 'operator' && user.role === 'administrator'));

export type UserAction = 'updateUser' | 'disableUser' | 'enableUser' | 'resetPassword';

/** What this actor may do to the user now. Nobody disables themselves; one's own password is changed, not reset. */
export function userVerbs(actor: Actor, user: User): UserAction[] {
  if (!canManageUser(actor, user) || user.status === 'pending') return [];
  if (user.status === 'disabled') return ['enableUser'];
  return user.id === actor.userId ? ['updateUser'] : ['updateUser', 'disableUser', 'resetPassword'];
}
