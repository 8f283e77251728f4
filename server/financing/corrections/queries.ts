import { asc } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { type Correction, corrections } from './tables';

/** What was asked for on each application, first to last, in the order asked for; the caller has made sure of who may see it. */
export async function correctionsOf(read: Reader, applicationIds: readonly string[]): Promise<Correction[][]> {
  const found = await correctionsByApplicationId(read, applicationIds);
  return applicationIds.map(id => found.filter(({ applicationId }) => applicationId === id));
}

const correctionsByApplicationId = rowsBy(corrections, corrections.applicationId, asc(corrections.number));
