import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowById, rowsBy } from '../../database/rows';
import { containing, selectPage } from '../../database/select';
import type { CalendarDate } from '../../shared/dates';
import type { ListRequest, Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import type { SchemeState } from './lifecycle';
import {
  type CompensationPool,
  compensationPools,
  type GuarantorCapital,
  guarantorCapitals,
  type RiskSharingScheme,
  riskSharingSchemes,
  type SchemeParty,
  type SchemeTerms,
  schemeParties,
  schemeTerms,
} from './tables';
import { poolWord, schemeWord } from './words';

/** A version of a scheme's terms, whole. */
export type SchemeVersion = {
  readonly scheme: RiskSharingScheme;
  readonly terms: SchemeTerms;
  readonly parties: readonly SchemeParty[];
};

type SchemeList = ListRequest & { readonly q?: string | null; readonly filter?: { readonly state?: SchemeState | null } | null };

/** The schemes, by name; everybody who is signed in may read what they say. */
export const listSchemes = ({ db }: ActorContext, list: SchemeList): Promise<Page<RiskSharingScheme>> =>
  selectPage(db.read, riskSharingSchemes, {
    list,
    where: and(
      list.filter?.state ? eq(riskSharingSchemes.state, list.filter.state) : undefined,
      list.q?.trim() ? containing(riskSharingSchemes.name, list.q.trim()) : undefined,
    ),
    sorts: { name: riskSharingSchemes.name, createdAt: riskSharingSchemes.createdAt },
    defaultSort: [asc(riskSharingSchemes.createdAt)],
  });

export async function schemeById({ db }: ActorContext, id: string): Promise<RiskSharingScheme> {
  const scheme = await rowById(db.read, riskSharingSchemes, id);
  if (!scheme) throw notFound(schemeWord, id);
  return scheme;
}

/** Versions by the ids of their terms, in the order asked for; null where there is none. */
export async function termsByIds(read: Reader, ids: readonly string[]): Promise<(SchemeVersion | null)[]> {
  if (ids.length === 0) return [];
  const [found, parties] = await Promise.all([
    read
      .select({ scheme: riskSharingSchemes, terms: schemeTerms })
      .from(schemeTerms)
      .innerJoin(riskSharingSchemes, eq(riskSharingSchemes.id, schemeTerms.schemeId))
      .where(inArray(schemeTerms.id, [...ids])),
    schemePartiesByTermsId(read, ids),
  ]);
  return ids.map(id => {
    const version = found.find(({ terms }) => terms.id === id);
    return version ? { ...version, parties: parties.filter(({ termsId }) => termsId === id) } : null;
  });
}

/** Every scheme that is open, with its terms in force. */
export async function openSchemes(read: Reader): Promise<SchemeVersion[]> {
  const found = await read
    .select({ termsId: riskSharingSchemes.currentTermsId })
    .from(riskSharingSchemes)
    .where(eq(riskSharingSchemes.state, 'open'))
    .orderBy(asc(riskSharingSchemes.createdAt), asc(riskSharingSchemes.id));
  const versions = await termsByIds(
    read,
    found.map(({ termsId }) => termsId),
  );
  return versions.filter(version => version !== null);
}

/** The pools, by name. */
export const listPools = ({ db }: ActorContext, list: ListRequest): Promise<Page<CompensationPool>> =>
  selectPage(db.read, compensationPools, {
    list,
    sorts: { name: compensationPools.name },
    defaultSort: [asc(compensationPools.name)],
  });

export async function poolById({ db }: ActorContext, id: string): Promise<CompensationPool> {
  const pool = await rowById(db.read, compensationPools, id);
  if (!pool) throw notFound(poolWord, id);
  return pool;
}

export async function poolsByIds(read: Reader, ids: readonly string[]): Promise<(CompensationPool | null)[]> {
  const found = await compensationPoolsById(read, ids);
  return ids.map(id => found.find(pool => pool.id === id) ?? null);
}

/** What a guarantor last said of its capital on or before a day; null where it has said nothing. */
export async function capitalOf(read: Reader, guarantorId: string, today: CalendarDate): Promise<GuarantorCapital | null> {
  const stated = await read
    .select()
    .from(guarantorCapitals)
    .where(eq(guarantorCapitals.guarantorId, guarantorId))
    .orderBy(desc(guarantorCapitals.asOf), desc(guarantorCapitals.recordedAt), desc(guarantorCapitals.id));
  return stated.find(({ asOf }) => asOf <= today) ?? null;
}

/** Every version of a scheme's terms, newest first. */
export async function termsOfScheme(read: Reader, schemeId: string): Promise<SchemeVersion[]> {
  const found = await read
    .select({ id: schemeTerms.id })
    .from(schemeTerms)
    .where(eq(schemeTerms.schemeId, schemeId))
    .orderBy(desc(schemeTerms.number));
  const versions = await termsByIds(
    read,
    found.map(({ id }) => id),
  );
  return versions.filter(version => version !== null);
}

const schemePartiesByTermsId = rowsBy(schemeParties, schemeParties.termsId, asc(schemeParties.place));
const compensationPoolsById = rowsBy(compensationPools, compensationPools.id);
