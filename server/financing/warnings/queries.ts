import { and, desc, eq, ne } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { selectPage } from '../../database/select';
import type { ListRequest, Page } from '../../shared/list';
import { type EarlyWarning, earlyWarnings } from './tables';

export type EarlyWarningFilter = { readonly standing?: 'open' | 'resolved' | null; readonly enterpriseId?: string | null };

/** The warnings of the actor's own bank, newest first. */
export function listEarlyWarnings(
  { actor, db }: ActorContext,
  list: ListRequest & { filter?: EarlyWarningFilter | null },
): Promise<Page<EarlyWarning>> {
  const { standing, enterpriseId } = list.filter ?? {};
  return selectPage(db.read, earlyWarnings, {
    list,
    where: and(
      eq(earlyWarnings.institutionId, actor.organisationId),
      standing === 'open' ? ne(earlyWarnings.state, 'resolved') : undefined,
      standing === 'resolved' ? eq(earlyWarnings.state, 'resolved') : undefined,
      enterpriseId ? eq(earlyWarnings.enterpriseId, enterpriseId) : undefined,
    ),
    sorts: { raisedAt: earlyWarnings.raisedAt },
    defaultSort: [desc(earlyWarnings.raisedAt)],
  });
}
