import { and, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import type { Consent } from '../consents/tables';
import { consentRequests } from './tables';

/** A consent answers the open request of its recipient for its purpose, whichever of the classes it gives. */
export async function answerByConsent(tx: Tx, { now }: ActorContext, consent: Consent): Promise<void> {
  const { id: consentId, enterpriseId, recipientId, purpose } = consent;
  const [open] = await tx
    .select()
    .from(consentRequests)
    .where(
      and(
        eq(consentRequests.enterpriseId, enterpriseId),
        eq(consentRequests.recipientId, recipientId),
        eq(consentRequests.purpose, purpose),
        eq(consentRequests.state, 'open'),
      ),
    );
  if (!open) return;
  await tx
    .update(consentRequests)
    .set({ state: 'granted', openFor: null, answeredAt: now, consentId, version: open.version + 1 })
    .where(and(eq(consentRequests.id, open.id), eq(consentRequests.version, open.version)));
}
