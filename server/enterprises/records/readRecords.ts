import { and, asc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { prepared } from '../../database/prepared';
import { inSharedUnit } from '../../database/sharedUnit';
import { notAllowed } from '../../shared/refusals';
import { type AccessPurpose, accessLog } from '../accessLog/tables';
import { consents } from '../consents/tables';
import { openPart, type RecordClassCode } from '../dataClasses';
import { type MarkedRecord, objectionMarks, withMarks } from '../objections/marks';
import { type Decision, decideRead } from './gate';
import { creditRecords, recordClassCodes, type StoredRecord } from './tables';

export type ReadRequest = {
  readonly enterpriseId: string;
  readonly purpose: AccessPurpose;
  /** For whom the records are read, where that is not the actor's own organisation: the platform that matches for a firm. */
  readonly readerOrganisationId?: string;
  /** All classes when left out. */
  readonly dataClasses?: readonly RecordClassCode[];
};

export type ReadableRecords = {
  /** Oldest as-of day first, then as they came; those of a half-open class hold their published fields only, if any. */
  readonly records: readonly MarkedRecord[];
  readonly decisions: ReadonlyMap<RecordClassCode, Decision>;
  /** The classes of which something was kept back for want of a consent. */
  readonly withheld: ReadonlySet<RecordClassCode>;
};

/**
 * The only door to a firm's credit records. Decides class by class (see `decideRead`) on the consents as they stand at
 * this moment, writes one line of the access log for each, allowed or refused, and only then hands the records out: a
 * read that cannot be logged is no read. Records under objection are marked, those found wrong left out. Refuses the purpose `ownFile` to anyone but the firm.
 */
export async function readRecords(
  context: Pick<ActorContext, 'actor' | 'db' | 'now' | 'today' | 'requestId'>,
  request: ReadRequest,
): Promise<ReadableRecords> {
  const { enterpriseId, purpose } = request;
  const readerOrganisationId = request.readerOrganisationId ?? context.actor.organisationId;
  const dataClasses = request.dataClasses ?? recordClassCodes;
  if (purpose === 'ownFile' && readerOrganisationId !== enterpriseId) throw notOwnFile();
  const read = { enterpriseId, purpose, readerOrganisationId };
  const decisions = await inSharedUnit(context.db, tx => decideAndLog(tx, context, read, dataClasses));
  const byClass = new Map(decisions.map(decision => [decision.dataClass, decision]));
  const open = decisions.filter(decision => decision.grade !== 'none').map(decision => decision.dataClass);
  const [rows, marks] = await Promise.all([
    recordsOf(context.db.read, enterpriseId, open),
    objectionMarks(context.db.read, [enterpriseId]),
  ]);
  return {
    records: withMarks(rows, marks.get(enterpriseId)).flatMap(row => readable(row, byClass.get(row.dataClass))),
    decisions: byClass,
    withheld: new Set(decisions.filter(decision => decision.grade !== 'full').map(decision => decision.dataClass)),
  };
}

/** The records of `open` classes; the whole file, which every firm reads of itself, is the one question asked all day. */
export const recordsOf = (read: Reader, enterpriseId: string, open: readonly RecordClassCode[]): Promise<StoredRecord[]> =>
  open.length === recordClassCodes.length
    ? wholeFile(read, { enterpriseId })
    : inOrder(read, and(eq(creditRecords.enterpriseId, enterpriseId), inArray(creditRecords.dataClass, [...open])));

const inOrder = (read: Reader, where: SQL | undefined) =>
  read.select().from(creditRecords).where(where).orderBy(asc(creditRecords.asOf), asc(creditRecords.seq));

const wholeFile = prepared((read: Reader) => inOrder(read, eq(creditRecords.enterpriseId, sql.placeholder('enterpriseId'))));

/** The record as far as the decision opens it; nothing where its day lies outside the consent's window. */
export function readable<Row extends StoredRecord>(row: Row, decision: Decision | undefined): Row[] {
  if (decision === undefined || decision.grade === 'none') return [];
  if (decision.grade === 'openPart') return [{ ...row, value: openPart(row.dataClass, row.value) }];
  const { dataFrom = null, dataTo = null } = decision.consent ?? {};
  const isInWindow = (dataFrom === null || dataFrom <= row.asOf) && (dataTo === null || row.asOf <= dataTo);
  return isInWindow ? [row] : [];
}

/** In one unit of work, so that a consent taken back before it is never the reason written down. */
async function decideAndLog(
  tx: Tx,
  context: Pick<ActorContext, 'actor' | 'now' | 'today' | 'requestId'>,
  read: { enterpriseId: string; purpose: AccessPurpose; readerOrganisationId: string },
  dataClasses: readonly RecordClassCode[],
): Promise<Decision[]> {
  const given = await consentsBetween(tx, read);
  const decisions = dataClasses.map(dataClass => decideRead({ ...read, dataClass, consents: given, today: context.today }));
  await countReadDay(tx, context, decisions);
  await tx.insertMany(
    accessLog,
    decisions.map(decision => ({
      ...read,
      at: context.now,
      readerUserId: context.actor.userId,
      dataClass: decision.dataClass,
      outcome: decision.grade === 'none' ? ('refused' as const) : ('allowed' as const),
      reason: decision.reason,
      consentId: decision.consent?.id ?? null,
      requestId: context.requestId,
    })),
  );
  return decisions;
}

/** Counts today once for each consent that is read under and whose days are limited: two reads at the same time are one day. */
async function countReadDay(tx: Tx, { today }: Pick<ActorContext, 'today'>, decisions: readonly Decision[]): Promise<void> {
  const limited = new Set(
    decisions.flatMap(({ consent }) =>
      consent && consent.readDaysMax !== null && consent.lastReadOn !== today ? [consent.id] : [],
    ),
  );
  for (const id of limited)
    await tx
      .update(consents)
      .set({ readDays: sql`${consents.readDays} + 1`, lastReadOn: today })
      .where(and(eq(consents.id, id), or(isNull(consents.lastReadOn), ne(consents.lastReadOn, today))));
}

const consentsBetween = prepared((read: Reader) =>
  read
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.enterpriseId, sql.placeholder('enterpriseId')),
        eq(consents.recipientId, sql.placeholder('readerOrganisationId')),
      ),
    ),
);

const notOwnFile = () =>
  notAllowed(
    {
      zh: '只有企业本身可以按「查看本企业档案」读取；请写明授权书中的用途。',
      en: 'Only the firm itself reads its own file; state the purpose that its consent names.',
    },
    { field: 'purpose', value: 'ownFile', rule: 'purpose.ownFile' },
  );
