import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import type { CalendarDate, Instant } from '../../shared/dates';
import { type AccessPurpose, accessLog } from '../accessLog/tables';
import { type Consent, consents } from '../consents/tables';
import type { RecordClassCode } from '../dataClasses';
import { type MarkedRecord, objectionMarks, withMarks } from '../objections/marks';
import { type Decision, decideRead } from './gate';
import { readable } from './readRecords';
import { creditRecords, recordClassCodes } from './tables';

/** A moment to which the files of many firms are rolled back. */
export type AsOf = {
  /** The last record that was there. */
  readonly recordsSeq: number;
  /** The moment whose consents count. */
  readonly at: Instant;
  readonly day: CalendarDate;
};

export type FileAsOf = {
  readonly enterpriseId: string;
  readonly records: readonly MarkedRecord[];
  readonly withheld: ReadonlySet<RecordClassCode>;
};

type Context = Pick<ActorContext, 'actor' | 'db' | 'now' | 'today' | 'requestId'>;

/**
 * The files of many firms as they stood at a moment, for a reader and a purpose: what the consents of that moment open
 * and those of this moment still do, since nobody reads after a consent was taken back. Otherwise like `readRecords`:
 * each read of a class is logged before anything is handed out. In the order of `enterpriseIds`.
 */
export async function readRecordsAsOf(
  context: Context,
  question: {
    readonly enterpriseIds: readonly string[];
    readonly readerOrganisationId: string;
    readonly purpose: AccessPurpose;
    readonly asOf: AsOf;
  },
): Promise<FileAsOf[]> {
  const { enterpriseIds, readerOrganisationId, purpose, asOf } = question;
  const given = await context.db.write(async tx => {
    const found = await consentsTo(tx, readerOrganisationId, enterpriseIds);
    await tx.insertMany(accessLog, entriesOf(context, question, found));
    return found;
  });
  const rows = await context.db.read
    .select()
    .from(creditRecords)
    .where(and(inArray(creditRecords.enterpriseId, [...enterpriseIds]), lte(creditRecords.seq, asOf.recordsSeq)))
    .orderBy(asc(creditRecords.enterpriseId), asc(creditRecords.asOf), asc(creditRecords.seq));
  const rowsByFirm = byFirm(rows);
  const marks = await objectionMarks(context.db.read, enterpriseIds, asOf.at);
  return enterpriseIds.map(enterpriseId => {
    const firm = { enterpriseId, readerOrganisationId, purpose, consents: given.get(enterpriseId) ?? [] };
    const now = decisionsOf(firm, firm.consents, context.today);
    const then = decisionsOf(firm, standingAt(firm.consents, asOf.at), asOf.day);
    return {
      enterpriseId,
      records: withMarks(rowsByFirm.get(enterpriseId) ?? [], marks.get(enterpriseId))
        .flatMap(row => readable(row, now.get(row.dataClass)))
        .flatMap(row => readable(row, then.get(row.dataClass))),
      withheld: new Set(recordClassCodes.filter(code => [now, then].some(side => side.get(code)?.grade !== 'full'))),
    };
  });
}

type FirmQuestion = { readonly enterpriseId: string; readonly readerOrganisationId: string; readonly purpose: AccessPurpose };

const decisionsOf = (
  { enterpriseId, readerOrganisationId, purpose }: FirmQuestion,
  given: readonly Consent[],
  today: CalendarDate,
): ReadonlyMap<RecordClassCode, Decision> =>
  new Map(
    recordClassCodes.map(dataClass => [
      dataClass,
      decideRead({ enterpriseId, readerOrganisationId, purpose, dataClass, consents: given, today }),
    ]),
  );

/** The consents that had been given at a moment, each as it stood then. */
const standingAt = (given: readonly Consent[], at: Instant): Consent[] =>
  given
    .filter(consent => consent.signedAt <= at)
    .map(consent =>
      consent.revokedAt !== null && consent.revokedAt > at ? { ...consent, status: 'active', revokedAt: null } : consent,
    );

async function consentsTo(tx: Tx, readerOrganisationId: string, enterpriseIds: readonly string[]) {
  const found = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.recipientId, readerOrganisationId), inArray(consents.enterpriseId, [...enterpriseIds])));
  return byFirm(found);
}

function* entriesOf(
  context: Context,
  { enterpriseIds, readerOrganisationId, purpose }: { enterpriseIds: readonly string[] } & Omit<FirmQuestion, 'enterpriseId'>,
  given: ReadonlyMap<string, Consent[]>,
) {
  for (const enterpriseId of enterpriseIds) {
    const firm = { enterpriseId, readerOrganisationId, purpose };
    for (const { dataClass, grade, reason, consent } of decisionsOf(firm, given.get(enterpriseId) ?? [], context.today).values())
      yield {
        ...firm,
        at: context.now,
        readerUserId: context.actor.userId,
        dataClass,
        outcome: grade === 'none' ? ('refused' as const) : ('allowed' as const),
        reason,
        consentId: consent?.id ?? null,
        requestId: context.requestId,
      };
  }
}

function byFirm<Row extends { readonly enterpriseId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.enterpriseId);
    if (known) known.push(row);
    else grouped.set(row.enterpriseId, [row]);
  }
  return grouped;
}
