import { and, eq, inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { type AccessPurpose, massReads } from '../accessLog/tables';
import { type Consent, consents } from '../consents/tables';
import type { RecordClassCode } from '../dataClasses';
import { type MarkedRecord, objectionMarks, withMarks } from '../objections/marks';
import { type Decision, decideRead } from './gate';
import { readable, recordsOf } from './readRecords';
import { recordClassCodes } from './tables';

/** The file of one firm as far as it may be read. */
export type ReadableFile = {
  readonly enterpriseId: string;
  /** As `readRecords` hands them out. */
  readonly records: readonly MarkedRecord[];
  readonly withheld: ReadonlySet<RecordClassCode>;
};

type FilesQuestion = {
  readonly enterpriseIds: readonly string[];
  readonly readerOrganisationId: string;
  readonly purpose: AccessPurpose;
};

/** Firms decided about in one unit of work: a few milliseconds of another writer's wait. */
const firmsPerUnit = 50;

/**
 * The files of many firms, one after the other, through the same gate as `readRecords`: consents decide class by class, as
 * they stand when the firm's turn comes, and the read is noted for the firm before anything is handed out, in one row for
 * all its classes.
 */
export async function* readFiles(
  context: Pick<ActorContext, 'actor' | 'db' | 'now' | 'today' | 'requestId'>,
  question: FilesQuestion,
): AsyncGenerator<ReadableFile> {
  for (let first = 0; first < question.enterpriseIds.length; first += firmsPerUnit) {
    const enterpriseIds = question.enterpriseIds.slice(first, first + firmsPerUnit);
    const decided = await context.db.write(tx => decideAndNote(tx, context, { ...question, enterpriseIds }));
    const marks = await objectionMarks(context.db.read, enterpriseIds);
    for (const [enterpriseId, decisions] of decided) {
      const byClass = new Map(decisions.map(decision => [decision.dataClass, decision]));
      const open = decisions.filter(({ grade }) => grade !== 'none').map(({ dataClass }) => dataClass);
      const rows = await recordsOf(context.db.read, enterpriseId, open);
      yield {
        enterpriseId,
        records: withMarks(rows, marks.get(enterpriseId)).flatMap(row => readable(row, byClass.get(row.dataClass))),
        withheld: new Set(decisions.filter(({ grade }) => grade !== 'full').map(({ dataClass }) => dataClass)),
      };
    }
  }
}

async function decideAndNote(
  tx: Tx,
  context: Pick<ActorContext, 'actor' | 'now' | 'today' | 'requestId'>,
  { enterpriseIds, readerOrganisationId, purpose }: FilesQuestion,
): Promise<ReadonlyMap<string, readonly Decision[]>> {
  const given = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.recipientId, readerOrganisationId), inArray(consents.enterpriseId, [...enterpriseIds])));
  const byFirm = new Map<string, Consent[]>(enterpriseIds.map(id => [id, []]));
  for (const consent of given) byFirm.get(consent.enterpriseId)?.push(consent);
  const decided = new Map(
    [...byFirm].map(([enterpriseId, own]) => [
      enterpriseId,
      recordClassCodes.map(dataClass =>
        decideRead({ dataClass, enterpriseId, readerOrganisationId, purpose, consents: own, today: context.today }),
      ),
    ]),
  );
  await tx.insertMany(
    massReads,
    [...decided].map(([enterpriseId, decisions]) => ({
      at: context.now,
      enterpriseId,
      readerUserId: context.actor.userId,
      readerOrganisationId,
      purpose,
      consentIds: [...new Set(decisions.flatMap(({ consent }) => consent?.id ?? []))],
      requestId: context.requestId,
    })),
  );
  return decided;
}
