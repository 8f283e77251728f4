import { asc, inArray } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { type Indication, indications } from './tables';

/** The indications on each application, first to last, in the order asked for; the caller has made sure of who may see them. */
export async function indicationsOf(read: Reader, applicationIds: readonly string[]): Promise<Indication[][]> {
  const found = await read
    .select()
    .from(indications)
    .where(inArray(indications.applicationId, [...applicationIds]))
    .orderBy(asc(indications.createdAt), asc(indications.id));
  return applicationIds.map(id => found.filter(({ applicationId }) => applicationId === id));
}
