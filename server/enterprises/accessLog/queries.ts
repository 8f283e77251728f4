import { and, asc, count, desc, eq, inArray, max, ne, type SQL } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { selectPage } from '../../database/select';
import type { Actor } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import { checkListRequest, type ListRequest, type Page } from '../../shared/list';
import { consents } from '../consents/tables';
import { needsConsent, type RecordClassCode } from '../dataClasses';
import { recordClassCodes } from '../records/tables';
import { type AccessEntry, type AccessOutcome, type AccessPurpose, accessLog, type MassReadRow, massReads } from './tables';

export type AccessLogFilter = {
  readonly outcome?: AccessOutcome | null;
  readonly purpose?: AccessPurpose | null;
  readonly dataClass?: RecordClassCode | null;
  readonly readerOrganisationId?: string | null;
  /** Leaves out the firm's own looks at its file. */
  readonly isByOthers?: boolean | null;
};

/** Every read of the records of the actor's own firm, allowed or refused, newest first. */
export function listAccess(
  { actor, db }: ActorContext,
  list: ListRequest & { filter?: AccessLogFilter | null },
): Promise<Page<AccessEntry>> {
  return selectPage(db.read, accessLog, {
    list,
    where: matching(actor, list.filter ?? {}),
    sorts: { at: accessLog.at, dataClass: accessLog.dataClass },
    defaultSort: [desc(accessLog.seq)],
  });
}

/** One query of a firm's records as a person thinks of it: one reader, one purpose, one request, some classes. */
export type AccessEvent = {
  readonly id: string;
  readonly at: Instant;
  readonly readerOrganisationId: string;
  readonly purpose: AccessPurpose;
  readonly requestId: string;
  /** Of the classes that the filter leaves, refused ones first, each in the order of the catalogue. */
  readonly entries: readonly AccessEntry[];
};

/** The reads of the actor's own firm, query by query, newest first. A filter leaves out classes, not their query. */
export async function listAccessEvents(
  { actor, db }: ActorContext,
  list: ListRequest & { filter?: AccessLogFilter | null },
): Promise<Page<AccessEvent>> {
  checkListRequest(list);
  const where = matching(actor, list.filter ?? {});
  const { requestId, readerOrganisationId, purpose } = accessLog;
  const queries = db.read.selectDistinct({ requestId, readerOrganisationId, purpose }).from(accessLog).where(where).as('queries');
  const [page, [counted]] = await Promise.all([
    db.read
      .select({ requestId, readerOrganisationId, purpose })
      .from(accessLog)
      .where(where)
      .groupBy(requestId, readerOrganisationId, purpose)
      .orderBy(desc(max(accessLog.at)), desc(max(accessLog.seq)))
      .limit(list.perPage)
      .offset((list.page - 1) * list.perPage),
    db.read.select({ total: count() }).from(queries),
  ]);
  const requestIds = [...new Set(page.map(query => query.requestId))];
  const entries = await db.read
    .select()
    .from(accessLog)
    .where(and(where, inArray(requestId, requestIds)))
    .orderBy(desc(accessLog.outcome), asc(accessLog.seq));
  return { items: page.flatMap(query => eventOf(query, entries) ?? []), total: counted?.total ?? 0 };
}

type Query = Pick<AccessEvent, 'requestId' | 'readerOrganisationId' | 'purpose'>;

function eventOf(query: Query, entries: readonly AccessEntry[]): AccessEvent | null {
  const own = entries.filter(
    entry =>
      entry.requestId === query.requestId &&
      entry.readerOrganisationId === query.readerOrganisationId &&
      entry.purpose === query.purpose,
  );
  const [first] = own;
  return first ? { ...query, id: String(Math.min(...own.map(entry => entry.seq))), at: first.at, entries: own } : null;
}

const matching = (
  actor: Actor,
  { outcome, purpose, dataClass, readerOrganisationId, isByOthers }: AccessLogFilter,
): SQL | undefined =>
  and(
    eq(accessLog.enterpriseId, actor.organisationId),
    outcome ? eq(accessLog.outcome, outcome) : undefined,
    purpose ? eq(accessLog.purpose, purpose) : undefined,
    dataClass ? eq(accessLog.dataClass, dataClass) : undefined,
    readerOrganisationId ? eq(accessLog.readerOrganisationId, readerOrganisationId) : undefined,
    isByOthers ? ne(accessLog.purpose, 'ownFile') : undefined,
  );

/** A read of the firm's whole file for work that goes over all firms. */
export type MassRead = Omit<MassReadRow, 'readerUserId' | 'enterpriseId'> & {
  /** The classes that were read whole. */
  readonly read: readonly RecordClassCode[];
  /** Those of which at most the published part was. */
  readonly withheld: readonly RecordClassCode[];
};

/** The reads of the actor's own firm in work over all firms, newest first. */
export async function listMassReads({ actor, db }: ActorContext, list: ListRequest): Promise<Page<MassRead>> {
  const { items, total } = await selectPage(db.read, massReads, {
    list,
    where: eq(massReads.enterpriseId, actor.organisationId),
    sorts: { at: massReads.at },
    defaultSort: [desc(massReads.seq)],
  });
  const ids = [...new Set(items.flatMap(({ consentIds }) => consentIds))];
  const given = await db.read
    .select({ id: consents.id, dataClasses: consents.dataClasses })
    .from(consents)
    .where(and(inArray(consents.id, ids), eq(consents.enterpriseId, actor.organisationId)));
  return {
    total,
    items: items.map(({ readerUserId: _reader, enterpriseId: _firm, ...row }) => {
      const opened = new Set<RecordClassCode>(
        given.filter(({ id }) => row.consentIds.includes(id)).flatMap(({ dataClasses }) => dataClasses),
      );
      const isRead = (code: RecordClassCode) => !needsConsent(code) || opened.has(code);
      return { ...row, read: recordClassCodes.filter(isRead), withheld: recordClassCodes.filter(code => !isRead(code)) };
    }),
  };
}
