import { and, count, eq, ne } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { AuditVerb } from '../../audit/verbs';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { conflict, notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { lockOrganisation } from '../organisations/lockOrganisation';
import { type User, users } from '../tables';
import { canManageUser, canSeeUser } from './access';

export type UserChange = { readonly id: string; readonly version: number };

export const userWord = { zh: '用户', en: 'user' };

/**
 * The user that an administrator is about to change, its organisation locked until the unit of work ends. Refuses
 * with NOT_FOUND a user the actor may not know of, with NOT_ALLOWED one it may only see, and a stale version.
 */
export async function loadManaged(tx: Tx, { actor }: ActorContext, { id, version }: UserChange): Promise<User> {
  const seen = await rowById(tx, users, id);
  if (!seen || !canSeeUser(actor, seen)) throw notFound(userWord, id);
  if (!canManageUser(actor, seen))
    throw notAllowed({
      zh: '只有该用户所在机构的管理员可以这样做；运营方只管理其他机构的管理员。',
      en: "Only an administrator of the user's organisation may do this; the operator manages only administrators elsewhere.",
    });
  await lockOrganisation(tx, seen.organisationId);
  const user = await rowById(tx, users, id);
  if (!user) throw notFound(userWord, id);
  if (user.version !== version) throw staleVersion(userWord, version, user.version);
  return user;
}

/** Refuses what would leave the organisation without an active administrator. */
export async function refuseLastAdministrator(tx: Tx, user: User): Promise<void> {
  if (user.role !== 'administrator' || user.status !== 'active') return;
  const [others] = await tx
    .select({ total: count() })
    .from(users)
    .where(
      and(
        eq(users.organisationId, user.organisationId),
        eq(users.role, 'administrator'),
        eq(users.status, 'active'),
        ne(users.id, user.id),
      ),
    );
  if ((others?.total ?? 0) > 0) return;
  throw conflict(
    {
      zh: `「${user.name}」是本机构唯一的管理员。请先添加另一位管理员。`,
      en: `"${user.name}" is the organisation's only administrator. Add another administrator first.`,
    },
    { rule: 'lastAdministrator' },
  );
}

/** Writes the change, raises the version and records the verb. */
export async function writeUser(
  tx: Tx,
  context: ActorContext,
  user: User,
  change: { set: Partial<User>; verb: AuditVerb; reason?: string | null; details?: Record<string, unknown> },
): Promise<User> {
  const { set, verb, reason, details } = change;
  const written = { ...user, ...set, version: user.version + 1 };
  await tx
    .update(users)
    .set({ ...set, version: written.version })
    .where(eq(users.id, user.id));
  await record(tx, context, { verb, subject: { kind: 'user', id: user.id }, reason, details });
  return written;
}
