import type { CreditRecord, DataClassField, ObjectionMark } from '../../generated/schema';

export type RecordShown = Pick<CreditRecord, 'id' | 'period' | 'value' | 'asOf' | 'source'> & {
  readonly objection: Pick<ObjectionMark, 'state' | 'statement' | 'raisedAt'> | null;
};

const contentOf = (record: Pick<RecordShown, 'value'>): Readonly<Record<string, unknown>> =>
  typeof record.value === 'object' && record.value !== null ? (record.value as Record<string, unknown>) : {};

/** What `record` says of `field`. */
export const fieldIn = (record: Pick<RecordShown, 'value'>, field: DataClassField): unknown => contentOf(record)[field.key];

/** How many entries a register's check record counts; null for any other record. */
export function entryCountOf(record: Pick<RecordShown, 'value'>): number | null {
  const { entryCount } = contentOf(record);
  return typeof entryCount === 'number' ? entryCount : null;
}

/** The fields that any of the records says something of, in the order of the catalogue. */
export const fieldsIn = (records: readonly RecordShown[], fields: readonly DataClassField[]): DataClassField[] =>
  fields.filter(field => records.some(record => fieldIn(record, field) !== undefined && fieldIn(record, field) !== null));
