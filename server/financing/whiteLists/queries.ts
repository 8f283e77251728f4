import { and, asc, count, countDistinct, desc, eq, gte, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowById, rowsBy } from '../../database/rows';
import { selectPage } from '../../database/select';
import { organisations } from '../../identity/tables';
import type { CalendarDate } from '../../shared/dates';
import type { ListRequest, Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import { applications } from '../applications/tables';
import { canSeeList } from './access';
import {
  type ContactResult,
  type WhiteList,
  type WhiteListContact,
  type WhiteListEntry,
  whiteListBanks,
  whiteListContacts,
  whiteListEntries,
  whiteLists,
} from './tables';
import { entryWord, listWord } from './words';

export type WhiteListView = { readonly list: WhiteList; readonly institutionIds: readonly string[] };

/** The lists that the actor's department made, or that are pushed to its bank and valid today, newest first. */
export async function listWhiteLists({ db, actor, today }: ActorContext, list: ListRequest): Promise<Page<WhiteListView>> {
  const { items, total } = await selectPage(db.read, whiteLists, {
    list,
    where: or(
      eq(whiteLists.departmentId, actor.organisationId),
      and(gte(whiteLists.validUntil, today), isPushedTo(db.read, actor.organisationId)),
    ),
    sorts: { createdAt: whiteLists.createdAt, validUntil: whiteLists.validUntil, name: whiteLists.name },
    defaultSort: [desc(whiteLists.createdAt)],
  });
  const banks = await banksOf(
    db.read,
    items.map(({ id }) => id),
  );
  return { items: items.map(each => ({ list: each, institutionIds: banks.get(each.id) ?? [] })), total };
}

const isPushedTo = (read: Reader, institutionId: string): SQL =>
  inArray(
    whiteLists.id,
    read.select({ id: whiteListBanks.listId }).from(whiteListBanks).where(eq(whiteListBanks.institutionId, institutionId)),
  );

/** One list that the actor may see; any other is not found. */
export async function whiteListById(context: ActorContext, id: string): Promise<WhiteListView> {
  const seen = await seenList(context, id);
  if (seen === null) throw notFound(listWord, id);
  return seen;
}

async function seenList({ db, actor, today }: ActorContext, id: string): Promise<WhiteListView | null> {
  const list = await rowById(db.read, whiteLists, id);
  if (!list) return null;
  const institutionIds = (await banksOf(db.read, [id])).get(id) ?? [];
  return canSeeList(actor, list, institutionIds, today) ? { list, institutionIds } : null;
}

async function banksOf(read: Reader, listIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await whiteListBanksByListId(read, listIds);
  const byList = new Map<string, string[]>();
  for (const { listId, institutionId } of rows) byList.set(listId, [...(byList.get(listId) ?? []), institutionId]);
  return byList;
}

/** An entry of a list that the actor may see; any other is not found. */
export async function entryById(context: ActorContext, id: string): Promise<WhiteListView & { readonly entry: WhiteListEntry }> {
  const entry = await rowById(context.db.read, whiteListEntries, id);
  const seen = entry ? await seenList(context, entry.listId) : null;
  if (!entry || seen === null) throw notFound(entryWord, id);
  return { ...seen, entry };
}

/** A firm on a list, with the contacts that the reader may know of, the newest first. */
export type EntryView = {
  readonly entry: WhiteListEntry;
  readonly contacts: readonly WhiteListContact[];
  readonly hasApplied: boolean;
};

/**
 * The firms on a list that the actor may see: to its department all, with every bank's contacts; to a bank those that have not
 * left, with its own, whom it has not contacted yet first, then by the day of the next contact.
 */
export async function listEntries(context: ActorContext, listId: string, list: ListRequest): Promise<Page<EntryView>> {
  const { list: whiteList, institutionIds } = await whiteListById(context, listId);
  const { db, actor } = context;
  const isDepartment = actor.organisationId === whiteList.departmentId;
  const { items, total } = await selectPage(db.read, whiteListEntries, {
    list,
    where: and(eq(whiteListEntries.listId, listId), isDepartment ? undefined : isNull(whiteListEntries.leftAt)),
    sorts: { leftAt: whiteListEntries.leftAt },
    defaultSort: isDepartment
      ? [asc(whiteListEntries.id)]
      : [asc(sql`coalesce((${nextContactOf(db.read, actor.organisationId)}), '0001-01-01')`), asc(whiteListEntries.id)],
  });
  const ids = items.map(({ id }) => id);
  const [contacts, applied] = await Promise.all([
    db.read
      .select()
      .from(whiteListContacts)
      .where(
        and(
          inArray(whiteListContacts.entryId, ids),
          isDepartment ? undefined : eq(whiteListContacts.institutionId, actor.organisationId),
        ),
      )
      .orderBy(desc(whiteListContacts.createdAt), desc(whiteListContacts.id)),
    appliedSince(db.read, whiteList, isDepartment ? institutionIds : [actor.organisationId]),
  ]);
  return {
    items: items.map(entry => ({
      entry,
      contacts: contacts.filter(({ entryId }) => entryId === entry.id),
      hasApplied: applied.has(entry.enterpriseId),
    })),
    total,
  };
}

/** The day on which the bank wants to be in touch again by its newest contact; far ahead where it has named none. */
const nextContactOf = (read: Reader, institutionId: string) =>
  read
    .select({ on: sql`coalesce(${whiteListContacts.nextOn}, '9999-12-31')` })
    .from(whiteListContacts)
    .where(and(eq(whiteListContacts.entryId, whiteListEntries.id), eq(whiteListContacts.institutionId, institutionId)))
    .orderBy(desc(whiteListContacts.createdAt), desc(whiteListContacts.id))
    .limit(1);

/**
 * The listed firms that have applied to one of these banks since the list was made. What a bank was not sent by the firm counts
 * once it knows whose it is: a list must not tell it before.
 */
async function appliedSince(read: Reader, list: WhiteList, institutionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectDistinct({ id: applications.enterpriseId })
    .from(applications)
    .innerJoin(
      whiteListEntries,
      and(eq(whiteListEntries.enterpriseId, applications.enterpriseId), eq(whiteListEntries.listId, list.id)),
    )
    .where(
      and(
        inArray(applications.institutionId, [...institutionIds]),
        gte(applications.submittedAt, list.createdAt),
        isNotNull(applications.revealedAt),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** What has come of a list, counted: for its department over all banks, for a bank of its own doing. */
export type WhiteListFigures = {
  readonly firms: number;
  readonly left: number;
  readonly contacted: number;
  readonly applied: number;
  readonly lent: number;
  readonly results: readonly { readonly result: ContactResult; readonly count: number }[];
};

export async function figuresOf(context: ActorContext, { list, institutionIds }: WhiteListView): Promise<WhiteListFigures> {
  const { db, actor } = context;
  const banks = actor.organisationId === list.departmentId ? institutionIds : [actor.organisationId];
  const ofList = eq(whiteListEntries.listId, list.id);
  const byThese = and(ofList, inArray(whiteListContacts.institutionId, [...banks]));
  const [[firms], [contacted], results, applied, [lent]] = await Promise.all([
    db.read
      .select({ firms: count(), left: count(whiteListEntries.leftAt) })
      .from(whiteListEntries)
      .where(ofList),
    db.read
      .select({ count: countDistinct(whiteListContacts.entryId) })
      .from(whiteListContacts)
      .innerJoin(whiteListEntries, eq(whiteListEntries.id, whiteListContacts.entryId))
      .where(byThese),
    db.read
      .select({ result: whiteListContacts.result, count: count() })
      .from(whiteListContacts)
      .innerJoin(whiteListEntries, eq(whiteListEntries.id, whiteListContacts.entryId))
      .where(byThese)
      .groupBy(whiteListContacts.result)
      .orderBy(asc(whiteListContacts.result)),
    appliedSince(db.read, list, banks),
    db.read
      .select({ count: countDistinct(applications.enterpriseId) })
      .from(applications)
      .innerJoin(whiteListEntries, and(eq(whiteListEntries.enterpriseId, applications.enterpriseId), ofList))
      .where(
        and(
          inArray(applications.institutionId, [...banks]),
          gte(applications.submittedAt, list.createdAt),
          eq(applications.state, 'disbursed'),
        ),
      ),
  ]);
  return {
    firms: firms?.firms ?? 0,
    left: firms?.left ?? 0,
    contacted: contacted?.count ?? 0,
    applied: applied.size,
    lent: lent?.count ?? 0,
    results,
  };
}

/** That a firm is on a list: by whom, for what, until when, and which banks see it. */
export type Listing = WhiteListView & { readonly entry: WhiteListEntry };

/** The lists that the actor's own firm is or was on, newest first. */
export async function ownListings({ db, actor }: ActorContext, list: ListRequest): Promise<Page<Listing>> {
  const { items, total } = await selectPage(db.read, whiteListEntries, {
    list,
    where: eq(whiteListEntries.enterpriseId, actor.organisationId),
    sorts: { leftAt: whiteListEntries.leftAt },
    defaultSort: [desc(whiteListEntries.id)],
  });
  const listIds = items.map(({ listId }) => listId);
  const [lists, banks] = await Promise.all([whiteListsById(db.read, listIds), banksOf(db.read, listIds)]);
  const byId = new Map(lists.map(each => [each.id, each]));
  return {
    items: items.flatMap(entry => {
      const of = byId.get(entry.listId);
      return of ? [{ entry, list: of, institutionIds: banks.get(of.id) ?? [] }] : [];
    }),
    total,
  };
}

/** For each pair of firm and bank, the names of the lists valid on the day that the firm is on and that were pushed to the bank. */
export async function listsBetween(
  read: Reader,
  pairs: readonly { readonly enterpriseId: string; readonly institutionId: string }[],
  today: CalendarDate,
): Promise<string[][]> {
  const rows = await read
    .select({
      enterpriseId: whiteListEntries.enterpriseId,
      institutionId: whiteListBanks.institutionId,
      name: whiteLists.name,
      department: organisations.name,
    })
    .from(whiteLists)
    .innerJoin(whiteListEntries, eq(whiteListEntries.listId, whiteLists.id))
    .innerJoin(whiteListBanks, eq(whiteListBanks.listId, whiteLists.id))
    .innerJoin(organisations, eq(organisations.id, whiteLists.departmentId))
    .where(
      and(
        inArray(
          whiteListEntries.enterpriseId,
          pairs.map(({ enterpriseId }) => enterpriseId),
        ),
        inArray(
          whiteListBanks.institutionId,
          pairs.map(({ institutionId }) => institutionId),
        ),
        isNull(whiteListEntries.leftAt),
        gte(whiteLists.validUntil, today),
      ),
    )
    .orderBy(asc(whiteLists.createdAt), asc(whiteLists.id));
  return pairs.map(pair =>
    rows
      .filter(row => row.enterpriseId === pair.enterpriseId && row.institutionId === pair.institutionId)
      .map(({ name, department }) => `${name}（${department}）`),
  );
}

const whiteListBanksByListId = rowsBy(whiteListBanks, whiteListBanks.listId, asc(whiteListBanks.institutionId));
const whiteListsById = rowsBy(whiteLists, whiteLists.id);
