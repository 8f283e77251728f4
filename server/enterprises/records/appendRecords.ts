import { noteChange } from '../../changes/noteChange';
import type { Context } from '../../context';
import type { Tx } from '../../database/database';
import type { CalendarDate } from '../../shared/dates';
import type { RecordClassCode } from '../dataClasses';
import { digestOf } from './digest';
import { creditRecords, type RecordValue } from './tables';

export type NewRecord = {
  readonly enterpriseId: string;
  readonly dataClass: RecordClassCode;
  /** `YYYY-MM` or `YYYY` where the class is reported by period; otherwise null. */
  readonly period: string | null;
  /** The fields of the class, checked by its catalogue entry. */
  readonly value: RecordValue;
  readonly asOf: CalendarDate;
  readonly source: string;
};

export type AppendedRecords = { readonly recordsNew: number; readonly recordsKnown: number };

/**
 * Adds credit records inside the caller's unit of work, as they come: nothing is held together. A record that says what
 * one already says (same firm, class, period, as-of day and value) changes nothing and is counted as known.
 * The firms they are of have changed when any was new. The values are taken as checked: the reader of a file refuses bad rows before they come here.
 */
export async function appendRecords(
  tx: Tx,
  context: Pick<Context, 'now'>,
  records: Iterable<NewRecord> | AsyncIterable<NewRecord>,
  batchId: string | null = null,
): Promise<AppendedRecords> {
  let seen = 0;
  const firms = new Set<string>();
  const rowOf = (record: NewRecord) => {
    seen += 1;
    firms.add(record.enterpriseId);
    return { ...record, batchId, digest: digestOf(record), recordedAt: context.now };
  };
  const rows = Symbol.iterator in records ? eachOf(records, rowOf) : eachAsItComes(records, rowOf);
  const recordsNew = await tx.insertMany(creditRecords, rows, { skipsKnown: true });
  if (recordsNew > 0) for (const firm of firms) noteChange(tx, context, 'enterprise', firm);
  return { recordsNew, recordsKnown: seen - recordsNew };
}

function* eachOf<Item, Row>(items: Iterable<Item>, rowOf: (item: Item) => Row): Generator<Row> {
  for (const item of items) yield rowOf(item);
}

async function* eachAsItComes<Item, Row>(items: AsyncIterable<Item>, rowOf: (item: Item) => Row): AsyncGenerator<Row> {
  for await (const item of items) yield rowOf(item);
}
