import type { Actor } from '../../shared/actor';
import type { ConsentRequest } from './tables';

/** A request is known to the firm that is asked and to the institution that asks. */
export const canSeeConsentRequest = (actor: Actor, { enterpriseId, recipientId }: ConsentRequest): boolean =>
  actor.organisationId === enterpriseId || actor.organisationId === recipientId;

export type ConsentRequestAction = 'refuseConsentRequest' | 'withdrawConsentRequest';

/** What this actor, who may see the request, may do with it: the firm gives the consent itself, or says no. */
export function verbsOnConsentRequest(actor: Actor, { enterpriseId, state }: ConsentRequest): ConsentRequestAction[] {
  if (state !== 'open' || actor.role === 'auditor') return [];
  return actor.organisationId === enterpriseId ? ['refuseConsentRequest'] : ['withdrawConsentRequest'];
}
