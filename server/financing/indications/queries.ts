import { asc } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { type Indication, indications } from './tables';

/** The indications on each application, first to last, in the order asked for; the caller has made sure of who may see them. */
export async function indicationsOf(read: Reader, applicationIds: readonly string[]): Promise<Indication[][]> {
  const found = await indicationsByApplicationId(read, applicationIds);
  return applicationIds.map(id => found.filter(({ applicationId }) => applicationId === id));
}

const indicationsByApplicationId = rowsBy(
  indications,
  indications.applicationId,
  asc(indications.createdAt),
  asc(indications.id),
);
