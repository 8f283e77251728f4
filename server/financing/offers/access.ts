import type { Actor } from '../../shared/actor';
import type { CalendarDate } from '../../shared/dates';
import { type ApplicationParty, partyOf } from '../applications/access';
import type { Application } from '../applications/tables';
import type { OfferState } from './lifecycle';
import type { Offer } from './tables';

/** The state on a day: an open offer that was not taken in time has lapsed. */
export const offerStateOn = ({ state, validUntil }: Pick<Offer, 'state' | 'validUntil'>, today: CalendarDate): OfferState =>
  state === 'open' && validUntil < today ? 'lapsed' : state;

export type OfferOperation = 'acceptOffer' | 'declineOffer' | 'withdrawOffer';

const operationsOf: Readonly<Record<ApplicationParty, OfferOperation[]>> = {
  enterprise: ['acceptOffer', 'declineOffer'],
  institution: ['withdrawOffer'],
};

/** What `actor` may do to the offer now, by the names of the operations. */
export function verbsOnOffer(
  actor: Actor,
  application: Pick<Application, 'enterpriseId' | 'institutionId'>,
  offer: Offer,
  today: CalendarDate,
): OfferOperation[] {
  const party = partyOf(actor, application);
  return party !== null && actor.role !== 'auditor' && offerStateOn(offer, today) === 'open' ? operationsOf[party] : [];
}
