import { createHash } from 'node:crypto';
import { lastChangeOf } from '../changes/queries';
import type { ActorContext } from '../context';
import type { Database } from '../database/database';
import { deriveFacts } from '../enterprises/facts';
import { readRecords } from '../enterprises/records/readRecords';
import { coordinatesOf } from '../matching/coordinates';
import type { Facts } from '../matching/facts';
import type { CalendarDate } from '../shared/dates';
import { matchingReaderId } from './reader';

/** What is known of a firm for matching on a day, under its consent to it. */
export type FirmFacts = {
  readonly facts: Facts;
  readonly coordinates: Float64Array;
  /** SHA-256 of the facts. */
  readonly digest: string;
};

/** Firms kept, each with the last day asked about: some 20 KB a firm. */
const firmsKept = 1_000;

type Kept = { readonly stamp: string; readonly facts: Promise<FirmFacts> };

/** Kept with the database they were read from, so that they end with it. */
const keptOf = new WeakMap<Database, Map<string, Kept>>();

/**
 * The facts of a firm on a day, read for the platform under the firm's consent to matching. They are kept until anything
 * of the firm changes, which is asked of the database each time: a consent that was taken back has its effect with the
 * next question, whichever process it was taken back in. The access log has an entry for each class when records are
 * read; answers from facts that are kept read none (docs/decisions/0006-reads-for-matching.md).
 */
export async function factsOfFirm(context: ActorContext, enterpriseId: string, on: CalendarDate): Promise<FirmFacts> {
  const { db, today } = context;
  const [seq, readerId] = await Promise.all([lastChangeOf(db.read, enterpriseId), matchingReaderId(db.read)]);
  const stamp = [seq, today, on, readerId].join(' ');
  const kept = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, kept);
  const known = kept.get(enterpriseId);
  const facts = known?.stamp === stamp ? known.facts : readFacts(context, { enterpriseId, readerId, on });
  kept.delete(enterpriseId);
  kept.set(enterpriseId, { stamp, facts });
  if (kept.size > firmsKept) kept.delete(kept.keys().next().value ?? '');
  try {
    return await facts;
  } catch (error) {
    if (kept.get(enterpriseId)?.facts === facts) kept.delete(enterpriseId);
    throw error;
  }
}

async function readFacts(
  context: ActorContext,
  { enterpriseId, readerId, on }: { readonly enterpriseId: string; readonly readerId: string; readonly on: CalendarDate },
): Promise<FirmFacts> {
  const { records, withheld } = await readRecords(context, {
    enterpriseId,
    purpose: 'matching',
    readerOrganisationId: readerId,
  });
  const facts = deriveFacts({ records: records.filter(({ asOf }) => asOf <= on), notConsented: withheld, today: on });
  return { facts, coordinates: coordinatesOf(facts), digest: digestOf(facts) };
}

const digestOf = (facts: Facts): string =>
  createHash('sha256')
    .update(JSON.stringify([...facts].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');
