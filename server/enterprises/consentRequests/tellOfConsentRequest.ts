import { inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { asWritten } from '../../shared/text';
import { purposeTerms } from '../consents/terms';
import type { ConsentRequest } from './tables';

/** Tells the firm that it is asked or asked no longer, and the institution that the firm said no. */
export async function tellOfConsentRequest(
  tx: Tx,
  context: ActorContext,
  verb: 'requestConsent' | 'refuseConsentRequest' | 'withdrawConsentRequest',
  { id, enterpriseId, recipientId, purpose, dataClasses, reason, version }: ConsentRequest,
): Promise<void> {
  const parties = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [enterpriseId, recipientId]));
  const nameOf = (partyId: string) => parties.find(party => party.id === partyId)?.name ?? '';
  const payload = {
    enterpriseId,
    firm: nameOf(enterpriseId),
    institution: nameOf(recipientId),
    purpose: purposeTerms[purpose].label,
    classes: dataClasses.length,
    reason: asWritten(reason),
  };
  const to = verb === 'refuseConsentRequest' ? recipientId : enterpriseId;
  await send(
    tx,
    context,
    steps[verb].map(kind => ({ recipientId: to, kind, occasion: `${id}/${version}`, payload })),
  );
}
