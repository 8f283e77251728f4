import { and, desc, eq, exists, inArray, like, ne, or, type SQL } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { containing, selectPage } from '../../database/select';
import type { Actor, OrganisationKind } from '../../shared/actor';
import type { ListRequest, Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import { regionPrefix } from '../../shared/regions';
import { type Organisation, type OrganisationStatus, organisations, type User, users } from '../tables';
import { canSeeOrganisation } from './access';

export type OrganisationFilter = {
  readonly kind?: OrganisationKind | null;
  /** `pending` finds what waits for the operator: new registrations, and active firms that somebody claims. */
  readonly status?: OrganisationStatus | null;
  /** A division: it and all below. */
  readonly regionCode?: string | null;
};

export const organisationWord = { zh: '机构', en: 'organisation' };

/** The organisations that the actor may know of, newest first; `q` looks in names and codes. */
export async function listOrganisations(
  { db, actor }: ActorContext,
  list: ListRequest & { q?: string | null; filter?: OrganisationFilter | null },
): Promise<Page<Organisation>> {
  const { kind, status, regionCode } = list.filter ?? {};
  return selectPage(db.read, organisations, {
    list,
    where: and(
      isVisibleTo(actor),
      kind ? eq(organisations.kind, kind) : undefined,
      status ? hasStatus(db.read, status) : undefined,
      regionCode ? like(organisations.regionCode, `${regionPrefix(regionCode) ?? regionCode}%`) : undefined,
      list.q
        ? or(...[organisations.name, organisations.shortName, organisations.uscc].map(column => containing(column, list.q ?? '')))
        : undefined,
    ),
    sorts: {
      name: organisations.name,
      kind: organisations.kind,
      status: organisations.status,
      regionCode: organisations.regionCode,
      createdAt: organisations.createdAt,
    },
    defaultSort: [desc(organisations.createdAt)],
  });
}

/** The rows that `canSeeOrganisation` lets through. */
const isVisibleTo = (actor: Actor): SQL | undefined =>
  actor.organisationKind === 'operator'
    ? undefined
    : or(
        eq(organisations.id, actor.organisationId),
        and(ne(organisations.kind, 'enterprise'), eq(organisations.status, 'active')),
      );

const hasStatus = (read: Reader, status: OrganisationStatus): SQL | undefined => {
  if (status !== 'pending') return eq(organisations.status, status);
  const claim = read
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.organisationId, organisations.id), eq(users.status, 'pending')));
  return or(eq(organisations.status, 'pending'), and(eq(organisations.status, 'active'), exists(claim)));
};

/** One organisation. Refuses with NOT_FOUND also one that the actor may not know of. */
export async function findOrganisation({ db, actor }: ActorContext, id: string): Promise<Organisation> {
  const [organisation] = await organisationsByIds(db.read, [id]);
  if (!organisation || !canSeeOrganisation(actor, organisation)) throw notFound(organisationWord, id);
  return organisation;
}

/** The organisations with these ids, in the order of the ids; null where there is none. Looks at nobody's rights. */
export async function organisationsByIds(read: Reader, ids: readonly string[]): Promise<(Organisation | null)[]> {
  const found = await organisationsById(read, ids);
  const byId = new Map(found.map(organisation => [organisation.id, organisation]));
  return ids.map(id => byId.get(id) ?? null);
}

/** For each organisation, the users who wait to be confirmed as acting for it. */
export async function claimantsOf(read: Reader, organisationIds: readonly string[]): Promise<User[][]> {
  const found = await read
    .select()
    .from(users)
    .where(and(inArray(users.organisationId, [...organisationIds]), eq(users.status, 'pending')))
    .orderBy(users.id);
  return organisationIds.map(id => found.filter(user => user.organisationId === id));
}

const organisationsById = rowsBy(organisations, organisations.id);
