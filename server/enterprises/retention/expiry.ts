import { addMonths, type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { type DataClass, dataClasses } from '../dataClasses';
import type { StoredRecord } from '../records/tables';

/** How long an adverse record is kept after the event has ended: five years (征信业管理条例 16). */
const keptMonths = 60;

/** The classes whose records are kept for a time after their event has ended. */
export const classesThatExpire: readonly DataClass[] = dataClasses.filter(({ endOfEvent }) => endOfEvent !== undefined);

/**
 * The last day on which an adverse record may be kept; null while its event has not ended or its class knows of no end.
 * The event's own day does not count (民法典 201).
 */
export function keptUntil({ endOfEvent }: DataClass, { value }: Pick<StoredRecord, 'value'>): CalendarDate | null {
  const ended = endOfEvent === undefined ? null : parseCalendarDate(String(value[endOfEvent] ?? ''));
  return ended === null ? null : addMonths(ended, keptMonths);
}
