import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { notFound } from '../../shared/refusals';
import { type Offer, offers } from './tables';
import { offerWord } from './words';

/** The offers on each application, first to last, in the order asked for; the caller has made sure of who may see them. */
export async function offersOf(read: Reader, applicationIds: readonly string[]): Promise<Offer[][]> {
  const found = await offersByApplicationId(read, applicationIds);
  return applicationIds.map(id => found.filter(({ applicationId }) => applicationId === id));
}

/** The offer of an application that the firm has accepted, as it was amended since; none before. */
export async function acceptedOfferOf(read: Reader, applicationId: string): Promise<Offer | undefined> {
  const [offer] = await read
    .select()
    .from(offers)
    .where(and(eq(offers.applicationId, applicationId), eq(offers.state, 'accepted')));
  return offer;
}

/** Offers by their ids, in the order asked for. */
export async function offersByIds(read: Reader, ids: readonly string[]): Promise<(Offer | Error)[]> {
  const found = await offersById(read, ids);
  const byId = new Map(found.map(offer => [offer.id, offer]));
  return ids.map(id => byId.get(id) ?? notFound(offerWord, id));
}

const offersByApplicationId = rowsBy(offers, offers.applicationId, asc(offers.number));
const offersById = rowsBy(offers, offers.id);
