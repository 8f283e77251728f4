import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { prepared } from '../../database/prepared';
import type { Instant } from '../../shared/dates';
import type { StoredRecord } from '../records/tables';
import { type DataObjection, dataObjections } from './tables';

/** What a reader is shown beside a record that its firm objected to. */
export type ObjectionMark = Pick<DataObjection, 'state' | 'statement' | 'raisedAt' | 'dueOn' | 'answer'>;

/** A record with what its firm objects to; while the objection is open, nothing is concluded from the record. */
export type MarkedRecord = StoredRecord & { readonly objection?: ObjectionMark; readonly isDisputed?: boolean };

/** The objections that change how records are read, by the record. */
export type ObjectionMarks = ReadonlyMap<number, ObjectionMark>;

/**
 * The objections to records of these firms that count in a reading: open ones, those that were left unsettled, which stay on
 * record, and those that were put right, whose record is read no more (征信业管理条例 25).
 * With `at`, what a record said at that moment: an objection raised later is not there yet, one answered later was open.
 */
export async function objectionMarks(
  read: Reader,
  enterpriseIds: readonly string[],
  at: Instant | null = null,
): Promise<ReadonlyMap<string, ObjectionMarks>> {
  const marks = new Map<string, Map<number, ObjectionMark>>();
  const [only = '', ...others] = enterpriseIds;
  const found =
    at === null && others.length === 0
      ? await markingNow(read, { enterpriseId: only })
      : await inStates(read, inArray(dataObjections.enterpriseId, [...enterpriseIds]), at === null ? marking : everRaised);
  for (const objection of found.sort((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime())) {
    const mark = at === null ? objection : asItStood(objection, at);
    if (mark === null) continue;
    const ofFirm = marks.get(objection.enterpriseId) ?? new Map<number, ObjectionMark>();
    marks.set(objection.enterpriseId, ofFirm.set(objection.recordSeq, mark));
  }
  return marks;
}

const marking = ['open', 'corrected', 'unresolved'] as const;
const everRaised = ['open', 'corrected', 'dismissed', 'unresolved', 'withdrawn'] as const;

const inStates = (read: Reader, ofFirms: SQL | undefined, states: readonly DataObjection['state'][]) =>
  read
    .select()
    .from(dataObjections)
    .where(and(ofFirms, inArray(dataObjections.state, [...states])));

/** Of one firm: asked with every reading of a file. */
const markingNow = prepared((read: Reader) =>
  inStates(read, eq(dataObjections.enterpriseId, sql.placeholder('enterpriseId')), marking),
);

/** The objection as it stood at a moment; null when it did not mark the record then. What was put right since stays so. */
function asItStood(objection: DataObjection, at: Instant): ObjectionMark | null {
  if (objection.state === 'corrected') return objection;
  if (objection.raisedAt > at) return null;
  const endedAt = objection.answeredAt ?? objection.withdrawnAt;
  if (endedAt === null || endedAt > at) return { ...objection, state: 'open' };
  return objection.state === 'unresolved' ? objection : null;
}

/** The records as they may be read: each with its mark, without those that were found wrong. */
export function withMarks(records: readonly StoredRecord[], marks: ObjectionMarks | undefined): MarkedRecord[] {
  if (marks === undefined) return [...records];
  return records.flatMap(record => {
    const objection = marks.get(record.seq);
    if (objection === undefined) return [record];
    if (objection.state === 'corrected') return [];
    return [{ ...record, objection, isDisputed: objection.state === 'open' }];
  });
}
