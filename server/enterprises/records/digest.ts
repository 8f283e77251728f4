import { hash } from 'node:crypto';
import type { CalendarDate } from '../../shared/dates';
import type { RecordValue } from './tables';

/**
 * SHA-256, in hexadecimal, of what a record says: its period, its as-of day and its value with the fields in the order
 * of their names. Where it came from is left out: two departments that say the same make one statement.
 */
export const digestOf = (record: {
  readonly period: string | null;
  readonly asOf: CalendarDate;
  readonly value: RecordValue;
}): string => hash('sha256', JSON.stringify([record.period, record.asOf, inOrder(record.value)]), 'hex');

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const ordered: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value).sort(byKey)) if (inner !== undefined) ordered[key] = inOrder(inner);
  return ordered;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
