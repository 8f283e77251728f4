import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { inForceOn } from '../../enterprises/consents/queries';
import { consents } from '../../enterprises/consents/tables';
import { findMatchingReader } from '../../matchmaking/reader';
import type { CalendarDate } from '../../shared/dates';

/** Of these firms, those that let the platform match them on the day: only their demands are brought before banks. */
export async function firmsThatMatch(
  read: Reader,
  enterpriseIds: readonly string[],
  today: CalendarDate,
): Promise<ReadonlySet<string>> {
  const readerId = await findMatchingReader(read);
  if (readerId === null || enterpriseIds.length === 0) return new Set();
  const rows = await read
    .select({ id: consents.enterpriseId })
    .from(consents)
    .where(
      and(
        inArray(consents.enterpriseId, [...new Set(enterpriseIds)]),
        eq(consents.recipientId, readerId),
        eq(consents.purpose, 'matching'),
        inForceOn(today),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
