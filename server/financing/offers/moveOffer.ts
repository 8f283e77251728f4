import { and, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { conflict, invalidInput, notFound, staleVersion } from '../../shared/refusals';
import { canSeeApplication } from '../applications/access';
import { type LockedApplication, loadFor } from '../applications/moveApplication';
import { applications } from '../applications/tables';
import { offerStateOn } from './access';
import type { OfferVerb } from './lifecycle';
import { offerAfter } from './steps';
import { type Offer, offers } from './tables';
import { offerWord } from './words';

/** What a verb of an offer takes: which offer, and the version of it that the caller has read. */
export type OfferChange = { readonly id: string; readonly version: number };

export type LockedOffer = LockedApplication & { readonly offer: Offer };

/**
 * Loads an offer for the verb of its application. Refuses, in this order: one on an application that the actor is no party
 * to (as not found), a party whose verb it is not, a stale version, and one whose last day has passed.
 */
export async function loadOfferFor(
  tx: Tx,
  context: ActorContext,
  { id, version, verb }: OfferChange & { readonly verb: 'acceptOffer' | 'declineOffer' | 'withdrawOffer' | 'counter' },
): Promise<LockedOffer> {
  const [known] = await tx
    .select({ application: applications })
    .from(offers)
    .innerJoin(applications, eq(applications.id, offers.applicationId))
    .where(eq(offers.id, id));
  if (!known || !canSeeApplication(context.actor, known.application)) throw notFound(offerWord, id);
  const locked = await loadFor(tx, context, { id: known.application.id, verb });
  const offer = await rowById(tx, offers, id);
  if (!offer) throw notFound(offerWord, id);
  if (offer.version !== version) throw staleVersion(offerWord, version, offer.version);
  if (offer.state === 'open' && offerStateOn(offer, context.today) === 'lapsed') throw expired(offer);
  return { ...locked, offer };
}

/** Moves an offer by `verb`. Refuses a verb that its state does not have. */
export async function moveOffer(
  tx: Tx,
  context: ActorContext,
  offer: Offer,
  verb: OfferVerb,
  reason: string | null = null,
): Promise<Offer> {
  const moved = offerAfter(offer, verb, context, reason);
  const { state, stateReason, answeredAt, version } = moved;
  const written = await tx
    .update(offers)
    .set({ state, stateReason, answeredAt, version })
    .where(and(eq(offers.id, offer.id), eq(offers.version, offer.version)))
    .returning({ id: offers.id });
  if (written.length !== 1) throw staleVersion(offerWord, offer.version, version);
  return moved;
}

/** Ends the open offer of an application that nothing comes of any more, if it has one. */
export async function lapseOpenOffer(tx: Tx, context: ActorContext, applicationId: string): Promise<void> {
  const [open] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.applicationId, applicationId), eq(offers.state, 'open')));
  if (open) await moveOffer(tx, context, open, 'lapse');
}

const reasonMax = 500;

/** The reason that an answer to an offer must give, trimmed; refuses one that is missing or too long. */
export function checkOfferReason(reason: string): string {
  const given = reason.trim();
  if (given.length >= 2 && given.length <= reasonMax) return given;
  throw invalidInput('reason', reason, 'offer.reason', {
    zh: `请写明原因（2 至 ${reasonMax} 字），对方会看到。`,
    en: `Give the reason (2 to ${reasonMax} characters): the other side will read it.`,
  });
}

const expired = ({ validUntil }: Offer) =>
  conflict(
    {
      zh: `该报价有效期至 ${validUntil}，已失效。如仍有需要，请重新申请。`,
      en: `This offer was valid until ${validUntil} and has lapsed. Apply again if there is still a need.`,
    },
    { rule: 'offer.expired', validUntil },
  );
