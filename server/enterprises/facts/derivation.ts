import type { FactValue } from '../../matching/facts';
import { addMonths, type CalendarDate, type CalendarMonth, shiftMonth } from '../../shared/dates';
import { shareBps } from '../../shared/rate';
import type { RecordClassCode } from '../dataClasses';
import { type CreditFile, type CreditRecord, dateIn, flagIn, numberIn, type Register } from './creditFile';

/** A value and the records it was read from, which give it its day and its source. */
export type Evidence = { readonly value: FactValue; readonly records: readonly CreditRecord[] };

/** How one attribute is read from a credit file on a day; null when the file does not say. */
export type Derivation = (file: CreditFile, today: CalendarDate) => Evidence | null;

type Entry = CreditRecord;
type Condition = (entry: Entry, today: CalendarDate) => boolean;
type Amount = (record: CreditRecord) => number | null;

/** The field `key` of a snapshot, or of the newest year or month, as it stands. */
export const fieldOf =
  (code: RecordClassCode, key: string): Derivation =>
  file =>
    fromNewest(file, code, record => {
      const value = record.value[key];
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    });

/** Whatever `read` makes of a snapshot, or of the record of the newest year or month. */
export function fromNewest(
  file: CreditFile,
  code: RecordClassCode,
  read: (record: CreditRecord) => FactValue | null,
): Evidence | null {
  const record = file.newest(code);
  const value = record === null ? null : read(record);
  return record === null || value === null ? null : { value, records: [record] };
}

/** Whatever `read` makes of a register's entries. */
export function fromRegister(
  file: CreditFile,
  code: RecordClassCode,
  read: (register: Register) => FactValue | null,
): Evidence | null {
  const register = file.register(code);
  const value = register === null ? null : read(register);
  return register === null || value === null ? null : { value, records: register.records };
}

/** How many entries of a register meet the condition. */
export const entryCount =
  (code: RecordClassCode, condition: Condition): Derivation =>
  (file, today) =>
    fromRegister(file, code, ({ entries }) => entries.filter(entry => condition(entry, today)).length);

/** Whether any entry of a register meets the condition. */
export const anyEntry =
  (code: RecordClassCode, condition: Condition): Derivation =>
  (file, today) =>
    fromRegister(file, code, ({ entries }) => entries.some(entry => condition(entry, today)));

/** The amounts of the entries that meet the condition, added up; not known when one of these amounts is not. */
export const entrySum =
  (code: RecordClassCode, condition: Condition, amount: Amount): Derivation =>
  (file, today) =>
    fromRegister(file, code, ({ entries }) =>
      sumOf(
        entries.filter(entry => condition(entry, today)),
        amount,
      ),
    );

/** Whether the balance `key` was above zero at the end of the newest month. */
export const owesAtMonthEnd =
  (code: RecordClassCode, key: string): Derivation =>
  file =>
    fromNewest(file, code, record => {
      const balance = numberIn(record, key);
      return balance === null ? null : balance > 0;
    });

/**
 * The amounts of the last `months` months, up to the newest on record, added up. Departments send no record for a month
 * without anything in it, and none from before the firm came to them: such a month adds nothing.
 */
export const monthsSum =
  (code: RecordClassCode, months: number, amount: Amount): Derivation =>
  file => {
    const window = lastMonths(file.byPeriod(code), months);
    const value = window.length === 0 ? null : sumOf(window, amount);
    return value === null ? null : { value, records: window };
  };

/**
 * The growth of the last `months` months over the `months` before, in basis points. Not known unless the records reach
 * back to the first of those months or further, nor when nothing, or less, came before.
 */
export const monthsGrowth =
  (code: RecordClassCode, months: number, amount: Amount): Derivation =>
  file => {
    const records = file.byPeriod(code);
    const window = lastMonths(records, months);
    const both = lastMonths(records, 2 * months);
    const first = records[0]?.period ?? '';
    const newest = records.at(-1)?.period ?? '';
    if (first === '' || first > shiftMonth(newest as CalendarMonth, 1 - 2 * months)) return null;
    const now = sumOf(window, amount);
    const total = sumOf(both, amount);
    if (now === null || total === null) return null;
    const value = growthBps(total - now, now);
    return value === null ? null : { value, records: both };
  };

/** Months in a row that meet the condition, counted back from the newest on record; a month without a record ends the row. */
export const monthsInARow =
  (code: RecordClassCode, condition: (record: CreditRecord) => boolean | null): Derivation =>
  file => {
    const records = [...file.byPeriod(code)].reverse();
    const newest = records[0]?.period;
    if (newest === undefined || newest === null) return null;
    let length = 0;
    for (const record of records) {
      const holds = condition(record);
      if (holds === null && length === 0) return null;
      if (holds !== true || record.period !== shiftMonth(newest as CalendarMonth, -length)) break;
      length += 1;
    }
    return { value: length, records: records.slice(0, Math.max(length, 1)) };
  };

/** The records of the last `months` months, counted from the newest on record; `records` by period, oldest first. */
export function lastMonths(records: readonly CreditRecord[], months: number): readonly CreditRecord[] {
  const newest = records.at(-1)?.period;
  if (newest === undefined || newest === null) return [];
  const before = shiftMonth(newest as CalendarMonth, -months);
  return records.filter(record => (record.period ?? '') > before);
}

/** The sum of the amounts, 0 of none; null when one of them is not known. */
export function sumOf(records: readonly CreditRecord[], amount: Amount): number | null {
  let sum = 0;
  for (const record of records) {
    const part = amount(record);
    if (part === null) return null;
    sum += part;
  }
  return sum;
}

/** From `before` to `now` in basis points, rounded half away from zero; null when `before` is zero or less. */
export const growthBps = (before: number, now: number): number | null => shareBps(now - before, before);

export const field =
  (key: string): Amount =>
  record =>
    numberIn(record, key);

/** The fields added up; null when one of them is missing. */
export const fieldsSum =
  (...keys: readonly string[]): Amount =>
  record =>
    keys.reduce<number | null>((sum, key) => {
      const part = numberIn(record, key);
      return sum === null || part === null ? null : sum + part;
    }, 0);

/** Whether `date` lies in the `months` months up to and including `today`. */
export const isWithinMonths = (date: CalendarDate | null, months: number, today: CalendarDate): boolean =>
  date !== null && date > addMonths(today, -months) && date <= today;

/** Whether something that ends with the day `until`, or never when that is null, still holds on `today`. */
export const isInForce = (until: CalendarDate | null, today: CalendarDate): boolean => until === null || until >= today;

export const isTrue = (entry: Entry, key: string): boolean => flagIn(entry, key) === true;

/** Whether the day of ending `key`, such as a removal from a list, has come; the thing has ended on that same day. */
export function hasEnded(entry: Entry, key: string, today: CalendarDate): boolean {
  const endedOn = dateIn(entry, key);
  return endedOn !== null && endedOn <= today;
}
