import { and, desc, eq, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { selectPage } from '../../database/select';
import type { ListRequest, Page } from '../../shared/list';
import type { ConsentRequestState } from './lifecycle';
import { type ConsentRequest, consentRequests } from './tables';

export type ConsentRequestFilter = { readonly state?: ConsentRequestState | null; readonly enterpriseId?: string | null };

/** The requests that the actor's organisation made or was asked, newest first. */
export function listConsentRequests(
  { actor, db }: ActorContext,
  list: ListRequest & { filter?: ConsentRequestFilter | null },
): Promise<Page<ConsentRequest>> {
  const { state, enterpriseId } = list.filter ?? {};
  return selectPage(db.read, consentRequests, {
    list,
    where: and(
      or(eq(consentRequests.enterpriseId, actor.organisationId), eq(consentRequests.recipientId, actor.organisationId)),
      state ? eq(consentRequests.state, state) : undefined,
      enterpriseId ? eq(consentRequests.enterpriseId, enterpriseId) : undefined,
    ),
    sorts: { askedAt: consentRequests.askedAt },
    defaultSort: [desc(consentRequests.askedAt)],
  });
}
