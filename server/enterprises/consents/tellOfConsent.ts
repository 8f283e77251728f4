import { inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { asWritten } from '../../shared/text';
import type { Consent } from './tables';
import { purposeTerms } from './terms';

/**
 * Tells the recipient of a consent that it was given or taken back. The operator, to whom every firm consents for
 * matching, is not told: nobody there does anything upon it.
 */
export async function tellOfConsent(
  tx: Tx,
  context: ActorContext,
  verb: 'grantConsent' | 'revokeConsent',
  { id: consentId, enterpriseId, recipientId, purpose, dataClasses, validTo, revokeReason, version }: Consent,
): Promise<void> {
  const parties = await tx
    .select({ id: organisations.id, kind: organisations.kind, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [enterpriseId, recipientId]));
  if (parties.find(({ id }) => id === recipientId)?.kind === 'operator') return;
  const payload = {
    consentId,
    enterpriseId,
    firm: parties.find(({ id }) => id === enterpriseId)?.name ?? '',
    purpose: purposeTerms[purpose].label,
    classes: dataClasses.length,
    validTo,
    reason: asWritten(revokeReason),
  };
  await send(
    tx,
    context,
    steps[verb].map(kind => ({ recipientId, kind, occasion: `${consentId}/${version}`, payload })),
  );
}
