import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import { rowById } from '../../database/rows';
import { conflict, invalidInput, notFound, staleVersion } from '../../shared/refusals';
import { canRevokeConsent, canSeeConsent, standingOf, verbsOnConsent } from './access';
import { type Consent, consents } from './tables';
import { tellOfConsent } from './tellOfConsent';

export type RevokeConsentInput = { readonly id: string; readonly version: number; readonly reason?: string | null };

const consentWord = { zh: '授权', en: 'consent' };
const reasonMax = 500;

/**
 * Takes a consent of the actor's own firm back; the next read by its recipient is refused. No reason is needed:
 * withdrawing is as easy as giving (个人信息保护法 15). Refuses another firm's consent as not found, one that has
 * already ended, and a stale version.
 */
export async function revokeConsent(context: ActorContext, input: RevokeConsentInput): Promise<Consent> {
  const reason = input.reason?.trim() || null;
  if (reason !== null && reason.length > reasonMax)
    throw invalidInput('reason', reason.length, 'reason.length', {
      zh: `撤回原因最多 ${reasonMax} 字，现为 ${reason.length} 字。`,
      en: `A reason has at most ${reasonMax} characters; this one has ${reason.length}.`,
    });
  return context.db.write(async tx => {
    const consent = await rowById(tx, consents, input.id);
    if (!consent || !canSeeConsent(context.actor, consent) || !canRevokeConsent(context.actor, consent))
      throw notFound(consentWord, input.id);
    if (consent.version !== input.version) throw staleVersion(consentWord, input.version, consent.version);
    if (!verbsOnConsent(context.actor, consent, context.today).includes('revokeConsent'))
      throw conflict(
        {
          zh: '该授权已经撤回、到期、用完或被新的授权取代，不再开放任何数据。',
          en: 'This consent has been withdrawn, has run out or was replaced by a newer one: it opens nothing any more.',
        },
        { rule: 'illegalVerb', state: standingOf(consent, context.today), verb: 'revokeConsent' },
      );
    const revoked: Consent = {
      ...consent,
      status: 'revoked',
      revokedAt: context.now,
      revokeReason: reason,
      version: consent.version + 1,
    };
    await tx
      .update(consents)
      .set({ status: revoked.status, revokedAt: revoked.revokedAt, revokeReason: reason, version: revoked.version })
      .where(and(eq(consents.id, consent.id), eq(consents.version, consent.version)));
    const { recipientId, purpose, enterpriseId } = consent;
    if (purpose === 'matching') noteChange(tx, context, 'enterprise', enterpriseId);
    await tellOfConsent(tx, context, 'revokeConsent', revoked);
    await record(tx, context, {
      verb: 'revokeConsent',
      subject: { kind: 'consent', id: consent.id },
      reason,
      details: { recipientId, purpose },
    });
    return revoked;
  });
}
