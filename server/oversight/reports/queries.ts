import { desc, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { selectPage } from '../../database/select';
import type { ListRequest, Page } from '../../shared/list';
import { type InstitutionReport, institutionReports } from './tables';

/** What the actor's own bank has reported, newest month first; nobody else's is ever listed. */
export const listInstitutionReports = (
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  list: ListRequest,
): Promise<Page<InstitutionReport>> =>
  selectPage(db.read, institutionReports, {
    list,
    where: eq(institutionReports.institutionId, actor.organisationId),
    sorts: { month: institutionReports.month, reportedAt: institutionReports.reportedAt },
    defaultSort: [desc(institutionReports.month)],
  });
