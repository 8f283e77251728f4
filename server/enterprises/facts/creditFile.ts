import { type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { dataClassOf, type RecordClassCode, recordKey } from '../dataClasses';

/** One record of a firm's credit file, its value checked against the fields of its class when it was kept. */
export type CreditRecord = {
  readonly dataClass: RecordClassCode;
  /** `YYYY-MM` or `YYYY` for classes that come by month or year, else null. */
  readonly period: string | null;
  readonly value: Readonly<Record<string, unknown>>;
  /** The day the value describes. */
  readonly asOf: CalendarDate;
  /** Who says so, as shown to people. */
  readonly source: string;
  /** The firm has objected to it and the department has not answered yet. */
  readonly isDisputed?: boolean;
};

/** What a register holds about a firm. */
export type Register = {
  readonly entries: readonly CreditRecord[];
  /** Every record that says so: the entries and the check record, which alone proves that there are none. */
  readonly records: readonly CreditRecord[];
  /** A check record confirms that these are all the entries there are. */
  readonly isCounted: boolean;
};

/**
 * A firm's records as facts read them: of each class, period and entry the newest version only, that is the one with the
 * later `asOf`, or of two of the same day the one recorded later (later in the list).
 */
export class CreditFile {
  readonly #byClass = new Map<RecordClassCode, Map<string, CreditRecord>>();

  constructor(records: readonly CreditRecord[]) {
    for (const record of records) {
      const versions = this.#byClass.get(record.dataClass) ?? new Map<string, CreditRecord>();
      this.#byClass.set(record.dataClass, versions);
      const key = `${record.period ?? ''}/${recordKey(record.dataClass, record.value)}`;
      const earlier = versions.get(key);
      if (earlier === undefined || earlier.asOf <= record.asOf) versions.set(key, record);
    }
  }

  /** The records of a class that comes by month or year, oldest period first. */
  byPeriod(code: RecordClassCode): readonly CreditRecord[] {
    return this.#records(code).sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1));
  }

  /** The one record of a snapshot class, or that of the newest period. */
  newest(code: RecordClassCode): CreditRecord | null {
    return this.byPeriod(code).at(-1) ?? null;
  }

  /**
   * The entries of a register. Null, which is not known, when there is no record at all, and when its check record counts
   * more entries than are held: some have not arrived. An empty list is known: somebody looked and found none.
   */
  register(code: RecordClassCode): Register | null {
    if (dataClassOf(code).shape !== 'register') throw new RangeError(`${code} is not a register`);
    const records = this.#records(code);
    const check = records.find(record => 'entryCount' in record.value);
    const entries = records.filter(record => record !== check);
    if (check === undefined) return entries.length === 0 ? null : { entries, records, isCounted: false };
    return entries.length < (numberIn(check, 'entryCount') ?? 0) ? null : { entries, records, isCounted: true };
  }

  #records(code: RecordClassCode): CreditRecord[] {
    return [...(this.#byClass.get(code)?.values() ?? [])];
  }
}

/** The number in a field; null when it is missing, or hidden for want of an authorisation. */
export function numberIn(record: CreditRecord, key: string): number | null {
  const value = record.value[key];
  return typeof value === 'number' ? value : null;
}

export function textIn(record: CreditRecord, key: string): string | null {
  const value = record.value[key];
  return typeof value === 'string' ? value : null;
}

export function flagIn(record: CreditRecord, key: string): boolean | null {
  const value = record.value[key];
  return typeof value === 'boolean' ? value : null;
}

export function dateIn(record: CreditRecord, key: string): CalendarDate | null {
  const value = record.value[key];
  return typeof value === 'string' ? parseCalendarDate(value) : null;
}
