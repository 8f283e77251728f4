import { dataClassOf, type RecordClassCode } from '../../server/enterprises/dataClasses';
import type { NewRecord } from '../../server/enterprises/records/appendRecords';
import type { RecordValue } from '../../server/enterprises/records/tables';
import { type CalendarDate, calendarDate } from '../../server/shared/dates';
import type { Random } from '../random';

/** A record before it is told whose it is. */
export type Draft = Omit<NewRecord, 'enterpriseId'>;

/** Keeps which classes a firm has, and writes drafts with the department as their source. */
export class FileDraft {
  readonly drafts: Draft[] = [];
  readonly #delivered = new Map<RecordClassCode, boolean>();

  constructor(
    readonly random: Random,
    readonly coverage: number,
    readonly newest: CalendarDate,
    /** Classes that its department has delivered in any case. */
    readonly always: ReadonlySet<RecordClassCode> = new Set(),
  ) {}

  has(dataClass: RecordClassCode): boolean {
    const known =
      this.#delivered.get(dataClass) ??
      (dataClass === 'REGISTRATION' || this.always.has(dataClass) || this.random.chance(this.coverage));
    this.#delivered.set(dataClass, known);
    return known;
  }

  draft(dataClass: RecordClassCode, period: string | null, value: RecordValue, asOf: CalendarDate = this.newest): Draft {
    return { dataClass, period, value, asOf, source: dataClassOf(dataClass).department.zh };
  }

  snapshot(dataClass: RecordClassCode, value: RecordValue, asOf?: CalendarDate): void {
    if (this.has(dataClass)) this.drafts.push(this.draft(dataClass, null, value, asOf));
  }

  yearly(dataClass: RecordClassCode, year: number, value: RecordValue): void {
    const asOf = calendarDate(`${year + 1}-04-30`);
    if (this.has(dataClass))
      this.drafts.push(this.draft(dataClass, String(year), value, asOf < this.newest ? asOf : this.newest));
  }

  /** The entries, and the check record that says how many there are: none, too, is something to know. */
  register(dataClass: RecordClassCode, entries: readonly RecordValue[]): void {
    if (!this.has(dataClass)) return;
    for (const entry of entries) this.drafts.push(this.draft(dataClass, null, entry));
    this.drafts.push(this.draft(dataClass, null, { entryCount: entries.length }));
  }
}
