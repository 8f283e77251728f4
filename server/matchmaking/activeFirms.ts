import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { enterprises } from '../enterprises/tables';
import { organisations } from '../identity/tables';

/** The ids of all firms that are active on the platform. */
export const activeFirms = (read: Reader): Promise<string[]> => idsWhere(read, undefined);

/** Those of `ids` that are. */
export const activeAmong = (read: Reader, ids: readonly string[]): Promise<string[]> =>
  idsWhere(read, inArray(enterprises.id, [...ids]));

async function idsWhere(read: Reader, further: SQL | undefined): Promise<string[]> {
  const rows = await read
    .select({ id: enterprises.id })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.id))
    .where(and(eq(organisations.status, 'active'), further))
    .orderBy(asc(enterprises.id));
  return rows.map(({ id }) => id);
}
