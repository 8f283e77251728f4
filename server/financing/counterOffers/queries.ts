import { asc, inArray } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { type CounterOffer, counterOffers } from './tables';

/** The counter-offers on each application, first to last, in the order asked for; the caller has made sure of who may see them. */
export async function counterOffersOf(read: Reader, applicationIds: readonly string[]): Promise<CounterOffer[][]> {
  const found = await read
    .select()
    .from(counterOffers)
    .where(inArray(counterOffers.applicationId, [...applicationIds]))
    .orderBy(asc(counterOffers.round));
  return applicationIds.map(id => found.filter(({ applicationId }) => applicationId === id));
}
