import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { rowById } from '../../database/rows';
import { nextState } from '../../shared/lifecycle';
import { notFound, staleVersion } from '../../shared/refusals';
import { type ConsentRequestAction, canSeeConsentRequest } from './access';
import { type ConsentRequestVerb, consentRequestLifecycle } from './lifecycle';
import { type ConsentRequest, consentRequests } from './tables';
import { tellOfConsentRequest } from './tellOfConsentRequest';

export type ConsentRequestChange = { readonly id: string; readonly version: number };

const word = { zh: '授权请求', en: 'request for consent' };

const endings: Readonly<
  Record<ConsentRequestAction, { readonly verb: ConsentRequestVerb; readonly by: 'enterpriseId' | 'recipientId' }>
> = {
  refuseConsentRequest: { verb: 'refuse', by: 'enterpriseId' },
  withdrawConsentRequest: { verb: 'withdraw', by: 'recipientId' },
};

/**
 * Ends a request without a consent: the firm refuses it, whereupon nobody of that institution asks for the same purpose for 90
 * days, or the institution withdraws it. Refuses a request of others as not found, one that has ended, and a stale version.
 */
export function endRequest(
  context: ActorContext,
  action: ConsentRequestAction,
  { id, version }: ConsentRequestChange,
): Promise<ConsentRequest> {
  const { verb, by } = endings[action];
  return context.db.write(async tx => {
    const request = await rowById(tx, consentRequests, id);
    if (!request || !canSeeConsentRequest(context.actor, request) || request[by] !== context.actor.organisationId)
      throw notFound(word, id);
    if (request.version !== version) throw staleVersion(word, version, request.version);
    const ended: ConsentRequest = {
      ...request,
      state: nextState(consentRequestLifecycle, request.state, verb),
      openFor: null,
      answeredAt: context.now,
      version: version + 1,
    };
    const { state, openFor, answeredAt } = ended;
    await tx
      .update(consentRequests)
      .set({ state, openFor, answeredAt, version: ended.version })
      .where(and(eq(consentRequests.id, id), eq(consentRequests.version, version)));
    await tellOfConsentRequest(tx, context, action, ended);
    await record(tx, context, { verb: action, subject: { kind: 'consentRequest', id }, details: {} });
    return ended;
  });
}
