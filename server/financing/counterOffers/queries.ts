import { asc } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { type CounterOffer, counterOffers } from './tables';

/** The counter-offers on each application, first to last, in the order asked for; the caller has made sure of who may see them. */
export async function counterOffersOf(read: Reader, applicationIds: readonly string[]): Promise<CounterOffer[][]> {
  const found = await counterOffersByApplicationId(read, applicationIds);
  return applicationIds.map(id => found.filter(({ applicationId }) => applicationId === id));
}

const counterOffersByApplicationId = rowsBy(counterOffers, counterOffers.applicationId, asc(counterOffers.round));
