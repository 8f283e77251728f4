import { and, desc, eq, exists, inArray, like, or, type SQL } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Reader } from '../database/database';
import { containing, selectPage } from '../database/select';
import { type Organisation, type OrganisationStatus, organisations } from '../identity/tables';
import type { OrganisationKind } from '../shared/actor';
import type { ListRequest, Page } from '../shared/list';
import { notFound } from '../shared/refusals';
import { inForceOn } from './consents/queries';
import { consents } from './consents/tables';
import { type Enterprise, type EntityType, enterprises } from './tables';

/** A firm: its organisation, and what the platform knows of it beyond that. */
export type RegisteredEnterprise = { readonly organisation: Organisation; readonly enterprise: Enterprise };

export type EnterpriseFilter = {
  readonly status?: OrganisationStatus | null;
  readonly regionCode?: string | null;
  readonly entityType?: EntityType | null;
};

/**
 * The firms that the actor may know of, by name: the operator all, a firm itself, any other organisation those whose
 * consent to it is in force today. `q` looks in name, unified social credit code and the outside register's number.
 */
export async function listEnterprises(
  context: ActorContext,
  list: ListRequest & { q?: string | null; filter?: EnterpriseFilter | null },
): Promise<Page<RegisteredEnterprise>> {
  const { status, regionCode, entityType } = list.filter ?? {};
  const { items, total } = await selectPage(context.db.read, organisations, {
    list,
    where: and(
      isVisibleTo(context),
      isEnterprise(context.db.read, entityType ? eq(enterprises.entityType, entityType) : undefined),
      status ? eq(organisations.status, status) : undefined,
      regionCode ? like(organisations.regionCode, `${regionCode.replace(/(00)+$/, '')}%`) : undefined,
      list.q ? isFoundBy(context.db.read, list.q) : undefined,
    ),
    sorts: { name: organisations.name, uscc: organisations.uscc, createdAt: organisations.createdAt },
    defaultSort: [desc(organisations.createdAt)],
  });
  return { items: await withDetails(context.db.read, items), total };
}

/** One firm that the actor may know of; any other is not found. */
export async function enterpriseById(context: ActorContext, id: string): Promise<RegisteredEnterprise> {
  const found = await context.db.read
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), isVisibleTo(context)));
  const [registered] = await withDetails(context.db.read, found);
  if (!registered) throw notFound({ zh: '企业', en: 'enterprise' }, id);
  return registered;
}

const isEnterprise = (read: Reader, further?: SQL): SQL =>
  exists(
    read
      .select({ id: enterprises.id })
      .from(enterprises)
      .where(and(eq(enterprises.id, organisations.id), further)),
  );

const isFoundBy = (read: Reader, words: string): SQL | undefined =>
  or(
    containing(organisations.name, words),
    containing(organisations.uscc, words),
    isEnterprise(read, containing(enterprises.code, words)),
  );

/** A firm is known to itself, to the operator, and to those who hold a consent of its; its existence is information. */
function isVisibleTo({ actor, db, today }: ActorContext): SQL | undefined {
  if (actor.organisationKind === 'operator') return undefined;
  if (actor.organisationKind === 'enterprise') return eq(organisations.id, actor.organisationId);
  return exists(
    db.read
      .select({ id: consents.id })
      .from(consents)
      .where(and(eq(consents.enterpriseId, organisations.id), eq(consents.recipientId, actor.organisationId), inForceOn(today))),
  );
}

async function withDetails(read: Reader, found: readonly Organisation[]): Promise<RegisteredEnterprise[]> {
  if (found.length === 0) return [];
  const rows = await read
    .select()
    .from(enterprises)
    .where(
      inArray(
        enterprises.id,
        found.map(({ id }) => id),
      ),
    );
  const byId = new Map(rows.map(enterprise => [enterprise.id, enterprise]));
  return found.flatMap(organisation => {
    const enterprise = byId.get(organisation.id);
    return enterprise ? [{ organisation, enterprise }] : [];
  });
}

/** An organisation as other records name it. */
export type Party = { readonly id: string; readonly name: string; readonly kind: OrganisationKind };

/** The organisations with these ids, in no particular order. */
export const partiesByIds = (read: Reader, ids: readonly string[]): Promise<Party[]> =>
  read
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]));
