import { and, eq, gt, inArray } from 'drizzle-orm';
import { record } from '../../audit/record';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { type DataClass, recordKey } from '../dataClasses';
import { dataObjections } from '../objections/tables';
import { currentRecords } from '../records/current';
import { recordsOf } from '../records/readRecords';
import { isCheck, recount } from '../records/recount';
import { creditRecords, type StoredRecord } from '../records/tables';
import { classesThatExpire, keptUntil } from './expiry';

/** Records looked at in one go, so that memory does not grow with the register. */
const perPage = 5_000;

/**
 * Deletes what may be kept no longer: adverse records whose event ended more than five years ago, in all their versions, with
 * the objections that were raised to them (征信业管理条例 16). An entry whose objection is being examined stays until it is
 * answered. One unit of work for each firm and class, each in the audit chain; answers how many records went.
 */
export async function deleteExpired(context: ActorContext): Promise<number> {
  let deleted = 0;
  for (const dataClass of classesThatExpire)
    for (const enterpriseId of await firmsWithExpired(context.db.read, context, dataClass))
      deleted += await context.db.write(tx => deleteOf(tx, context, enterpriseId, dataClass));
  return deleted;
}

async function firmsWithExpired(read: Reader, { today }: ActorContext, dataClass: DataClass): Promise<string[]> {
  const firms = new Set<string>();
  for (let after = 0; ; ) {
    const rows = await read
      .select({ seq: creditRecords.seq, enterpriseId: creditRecords.enterpriseId, value: creditRecords.value })
      .from(creditRecords)
      .where(and(eq(creditRecords.dataClass, dataClass.code), gt(creditRecords.seq, after)))
      .orderBy(creditRecords.seq)
      .limit(perPage);
    for (const row of rows) if (isOver(dataClass, row, today)) firms.add(row.enterpriseId);
    const last = rows.at(-1);
    if (!last || rows.length < perPage) return [...firms];
    after = last.seq;
  }
}

async function deleteOf(tx: Tx, context: ActorContext, enterpriseId: string, dataClass: DataClass): Promise<number> {
  const rows = await recordsOf(tx, enterpriseId, [dataClass.code]);
  const keyOf = ({ value }: StoredRecord) => recordKey(dataClass.code, value);
  const over = new Set(
    currentRecords(rows)
      .filter(row => !isCheck(row) && isOver(dataClass, row, context.today))
      .map(keyOf),
  );
  for (const key of await underExamination(tx, rows, keyOf)) over.delete(key);
  const expired = rows.filter(row => !isCheck(row) && over.has(keyOf(row))).map(({ seq }) => seq);
  if (expired.length === 0) return 0;
  await tx.delete(dataObjections).where(inArray(dataObjections.recordSeq, expired));
  await tx.delete(creditRecords).where(inArray(creditRecords.seq, expired));
  await recount(
    tx,
    context,
    rows.filter(({ seq }) => !expired.includes(seq)),
  );
  noteChange(tx, context, 'enterprise', enterpriseId);
  await record(tx, context, {
    verb: 'deleteExpired',
    subject: { kind: 'enterprise', id: enterpriseId },
    details: { dataClass: dataClass.code, records: expired.length },
  });
  return expired.length;
}

async function underExamination(
  tx: Tx,
  rows: readonly StoredRecord[],
  keyOf: (row: StoredRecord) => string,
): Promise<ReadonlySet<string>> {
  const open = await tx
    .select({ recordSeq: dataObjections.recordSeq })
    .from(dataObjections)
    .where(
      and(
        eq(dataObjections.state, 'open'),
        inArray(
          dataObjections.recordSeq,
          rows.map(({ seq }) => seq),
        ),
      ),
    );
  const disputed = new Set(open.map(({ recordSeq }) => recordSeq));
  return new Set(rows.filter(({ seq }) => disputed.has(seq)).map(keyOf));
}

const isOver = (dataClass: DataClass, row: Pick<StoredRecord, 'value'>, today: string): boolean => {
  const until = keptUntil(dataClass, row);
  return until !== null && until < today;
};
