import { hash } from 'node:crypto';
import type { CalendarDate } from '../../shared/dates';
import { stableText } from '../../shared/stableText';
import type { RecordValue } from './tables';

/**
 * SHA-256, in hexadecimal, of what a record says: its period, its as-of day and its value with the fields in the order
 * of their names. Where it came from is left out: two departments that say the same make one statement.
 */
export const digestOf = (record: {
  readonly period: string | null;
  readonly asOf: CalendarDate;
  readonly value: RecordValue;
}): string => hash('sha256', stableText([record.period, record.asOf, record.value]), 'hex');
