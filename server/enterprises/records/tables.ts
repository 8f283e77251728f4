import { choice, date, index, instant, isOneOf, json, sequence, table, text, uniqueIndex } from '../../database/columns';
import { recordedDataClassCodes } from '../../shared/dataClassCodes';
import { enterprises } from '../tables';

/** Classes that records are kept of: those of the catalogue, and the firm's own statement. */
export const recordClassCodes = [...recordedDataClassCodes, 'SELF_DECLARED'] as const;

/** The value of one record: the fields of its class, as enterprises/dataClasses describes them. */
export type RecordValue = Readonly<Record<string, unknown>>;

/**
 * What a department said about a firm on a day. Rows are only ever added: a correction is a newer row, and readers
 * take the newest. The digest covers period, value and as-of day, so the same statement twice is one row.
 */
export const creditRecords = table(
  'credit_records',
  {
    seq: sequence('seq'),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    dataClass: choice('data_class', recordClassCodes).notNull(),
    /** The month or year the record speaks of; null when it speaks of a state of things. */
    period: text('period'),
    value: json<RecordValue>('value').notNull(),
    asOf: date('as_of').notNull(),
    source: text('source').notNull(),
    /** The import that brought it; null when no file did. */
    batchId: text('batch_id'),
    digest: text('digest').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  row => [
    uniqueIndex('credit_records_statement').on(row.enterpriseId, row.dataClass, row.digest),
    index('credit_records_newest').on(row.enterpriseId, row.dataClass, row.period, row.asOf),
    isOneOf('credit_records_data_class', row.dataClass, recordClassCodes),
  ],
);

export type StoredRecord = typeof creditRecords.$inferSelect;
