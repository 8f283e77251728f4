import { inArray } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { type Application, applications } from '../applications/tables';
import { correctionsOf } from './queries';
import type { Correction } from './tables';

/**
 * What the firm answered in the applications that each one goes on from: its file is not asked for twice. Which bank asked is
 * left out. In the order asked for.
 */
export async function carriedCorrectionsOf(read: Reader, wanted: readonly Application[]): Promise<Correction[][]> {
  const demandIds = wanted.flatMap(({ demandId, followsId }) => (followsId === null ? [] : [demandId]));
  if (demandIds.length === 0) return wanted.map(() => []);
  const rows = await read
    .select({ id: applications.id, followsId: applications.followsId })
    .from(applications)
    .where(inArray(applications.demandId, [...new Set(demandIds)]));
  const followed = new Map(rows.map(({ id, followsId }) => [id, followsId]));
  const chains = wanted.map(({ followsId }) => chainFrom(followsId, followed));
  const ids = [...new Set(chains.flat())];
  const byApplication = new Map((await correctionsOf(read, ids)).map((corrections, place) => [ids[place], corrections]));
  return chains.map(chain => chain.flatMap(id => byApplication.get(id) ?? []).filter(({ answers }) => answers !== null));
}

/** The applications before one, the first of all first; a chain never comes back to itself, as each names an earlier one. */
function chainFrom(followsId: string | null, followed: ReadonlyMap<string, string | null>): string[] {
  const chain: string[] = [];
  for (let id = followsId; id !== null; id = followed.get(id) ?? null) chain.unshift(id);
  return chain;
}
