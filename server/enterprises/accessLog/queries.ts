import { and, desc, eq, ne } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { selectPage } from '../../database/select';
import type { ListRequest, Page } from '../../shared/list';
import type { RecordClassCode } from '../dataClasses';
import { type AccessEntry, type AccessOutcome, type AccessPurpose, accessLog } from './tables';

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
  const { outcome, purpose, dataClass, readerOrganisationId, isByOthers } = list.filter ?? {};
  return selectPage(db.read, accessLog, {
    list,
    where: and(
      eq(accessLog.enterpriseId, actor.organisationId),
      outcome ? eq(accessLog.outcome, outcome) : undefined,
      purpose ? eq(accessLog.purpose, purpose) : undefined,
      dataClass ? eq(accessLog.dataClass, dataClass) : undefined,
      readerOrganisationId ? eq(accessLog.readerOrganisationId, readerOrganisationId) : undefined,
      isByOthers ? ne(accessLog.purpose, 'ownFile') : undefined,
    ),
    sorts: { at: accessLog.at, dataClass: accessLog.dataClass },
    defaultSort: [desc(accessLog.seq)],
  });
}
