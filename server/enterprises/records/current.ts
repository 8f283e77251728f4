import { type RecordClassCode, recordKey } from '../dataClasses';
import type { RecordValue } from './tables';

/**
 * The newest version of each record: of those that share class, period and entry the last in the list, which is ordered
 * by as-of day and then as they came.
 */
export function currentRecords<
  Row extends { readonly dataClass: RecordClassCode; readonly period: string | null; readonly value: RecordValue },
>(rows: readonly Row[]): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) newest.set(`${row.dataClass}/${row.period ?? ''}/${recordKey(row.dataClass, row.value)}`, row);
  return [...newest.values()];
}
