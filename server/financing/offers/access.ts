import type { Actor } from '../../shared/actor';
import type { CalendarDate } from '../../shared/dates';
import { type ApplicationParty, mayChooseOn, partyOf } from '../applications/access';
import type { Application } from '../applications/tables';
import { roundsMax } from '../counterOffers/rounds';
import { isWithin } from '../signingLimits/access';
import type { OfferState } from './lifecycle';
import type { Offer } from './tables';

/** The state on a day: an open offer that was not taken in time has lapsed. */
export const offerStateOn = ({ state, validUntil }: Pick<Offer, 'state' | 'validUntil'>, today: CalendarDate): OfferState =>
  state === 'open' && validUntil < today ? 'lapsed' : state;

export type OfferOperation = 'acceptOffer' | 'declineOffer' | 'counterOffer' | 'withdrawOffer';

const operationsOf: Readonly<Record<ApplicationParty, OfferOperation[]>> = {
  enterprise: ['acceptOffer', 'declineOffer', 'counterOffer'],
  institution: ['withdrawOffer'],
};

export type BargainedOver = Pick<Application, 'enterpriseId' | 'institutionId' | 'state' | 'counterRounds' | 'offersUntil'>;

/** The day that is asked about, what is open of the demand's sum, and up to which sum the actor may bind its firm (null: any). */
export type OfferGround = { readonly today: CalendarDate; readonly restFen: number; readonly signingLimitFen?: number | null };

/** The firm has not just made one, and has rounds left. */
const mayCounter = ({ state, counterRounds }: BargainedOver): boolean => state === 'offered' && counterRounds < roundsMax;

/** What `actor` may do to the offer now, by the names of the operations. */
export function verbsOnOffer(
  actor: Actor,
  application: BargainedOver,
  offer: Offer,
  { today, restFen, signingLimitFen = null }: OfferGround,
): OfferOperation[] {
  const party = partyOf(actor, application);
  if (party === null || actor.role === 'auditor' || offerStateOn(offer, today) !== 'open') return [];
  const mayAccept = mayChooseOn(application, today) && offer.amountFen <= restFen && isWithin(offer.amountFen, signingLimitFen);
  return operationsOf[party]
    .filter(operation => operation !== 'counterOffer' || mayCounter(application))
    .filter(operation => operation !== 'acceptOffer' || mayAccept);
}
