import { and, asc, desc, eq, or, type SQL } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { containing, selectPage } from '../../database/select';
import type { Actor, OrganisationKind, Role } from '../../shared/actor';
import type { ListRequest, Page } from '../../shared/list';
import { notAllowed, notFound } from '../../shared/refusals';
import { demoAccounts, organisations, type User, type UserStatus, users } from '../tables';
import { canSeeUser } from './access';
import { userWord } from './changeUser';

export type UserFilter = {
  readonly organisationId?: string | null;
  readonly role?: Role | null;
  readonly status?: UserStatus | null;
};

/** The users that an administrator or auditor may see, newest first; officers are refused. `q` looks in both names. */
export async function listUsers(
  { db, actor }: ActorContext,
  list: ListRequest & { q?: string | null; filter?: UserFilter | null },
): Promise<Page<User>> {
  const { organisationId, role, status } = list.filter ?? {};
  return selectPage(db.read, users, {
    list,
    where: and(
      isVisibleTo(actor),
      organisationId ? eq(users.organisationId, organisationId) : undefined,
      role ? eq(users.role, role) : undefined,
      status ? eq(users.status, status) : undefined,
      list.q ? or(containing(users.username, list.q), containing(users.name, list.q)) : undefined,
    ),
    sorts: { username: users.username, name: users.name, role: users.role, status: users.status, createdAt: users.createdAt },
    defaultSort: [desc(users.createdAt)],
  });
}

/** The rows that `canSeeUser` lets through. */
function isVisibleTo(actor: Actor): SQL | undefined {
  if (actor.role === 'officer')
    throw notAllowed({
      zh: '用户名单只对本机构的管理员和审阅人员开放。',
      en: "The list of users is open to the organisation's administrators and auditors.",
    });
  return actor.organisationKind === 'operator' ? undefined : eq(users.organisationId, actor.organisationId);
}

/** One user. Refuses with NOT_FOUND also one that the actor may not see. */
export async function findUser({ db, actor }: ActorContext, id: string): Promise<User> {
  const [user] = await usersByIds(db.read, [id]);
  if (!user || !canSeeUser(actor, user)) throw notFound(userWord, id);
  return user;
}

/** The users with these ids, in the order of the ids; null where there is none. Looks at nobody's rights. */
export async function usersByIds(read: Reader, ids: readonly string[]): Promise<(User | null)[]> {
  const found = await usersById(read, ids);
  const byId = new Map(found.map(user => [user.id, user]));
  return ids.map(id => byId.get(id) ?? null);
}

export type DemoAccount = {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
};

/** The accounts of a demo world with their passwords, in the order of the sign-in page; none on a real platform. */
export const listDemoAccounts = (read: Reader): Promise<DemoAccount[]> =>
  read
    .select({
      username: users.username,
      password: demoAccounts.password,
      role: users.role,
      organisationName: organisations.name,
      organisationKind: organisations.kind,
    })
    .from(demoAccounts)
    .innerJoin(users, and(eq(users.id, demoAccounts.userId), eq(users.status, 'active')))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .orderBy(asc(demoAccounts.place));

const usersById = rowsBy(users, users.id);
