import type { ConsentPurpose } from '../../generated/schema';

/** A consent as it is being written: nothing chosen for the signer but what a link asked for, and never a class. */
export type Draft = {
  readonly purpose: ConsentPurpose;
  readonly recipientId: string;
  readonly dataClasses: readonly string[];
  readonly validTo: string;
  readonly dataFrom: string;
  readonly dataTo: string;
  /** On how many days the recipient may read; null where they are not limited. */
  readonly readDaysMax: number | null;
  readonly dataLifeDays: number;
  readonly hasRead: boolean;
};

export const purposes: readonly ConsentPurpose[] = ['matching', 'creditAssessment', 'postLoan'];

/** As the server has it: nobody remembers for longer what was agreed. */
export const monthsMax = 24;

export const emptyDraft = (today: string): Draft => ({
  purpose: 'matching',
  recipientId: '',
  dataClasses: [],
  validTo: monthsLater(today, 12),
  dataFrom: '',
  dataTo: '',
  readDaysMax: null,
  dataLifeDays: 180,
  hasRead: false,
});

/** The same day `months` later, or the last day of that month where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

export type Step = 'recipient' | 'classes' | 'period' | 'window' | 'read';

/** What is left to do before the draft can be signed, in the order of the form. */
export function stepsLeft(draft: Draft, today: string): Step[] {
  const isPeriod =
    /^\d{4}-\d{2}-\d{2}$/.test(draft.validTo) && today <= draft.validTo && draft.validTo <= monthsLater(today, monthsMax);
  const isWindow = draft.dataFrom === '' || draft.dataTo === '' || draft.dataFrom <= draft.dataTo;
  return [
    ...(draft.recipientId === '' ? (['recipient'] as const) : []),
    ...(draft.dataClasses.length === 0 ? (['classes'] as const) : []),
    ...(isPeriod ? [] : (['period'] as const)),
    ...(isWindow ? [] : (['window'] as const)),
    ...(draft.hasRead ? [] : (['read'] as const)),
  ];
}

/** The days of reading and the days of keeping that can be chosen; null reads as often as needed. */
export const readDaysOffered: readonly (number | null)[] = [1, 5, 30, null];
export const dataLifeOffered: readonly number[] = [0, 30, 180, 365, 1825];

/** Whatever is signed must be what was read: any change but the tick itself takes the tick away. */
export const changed = (draft: Draft, change: Partial<Draft>): Draft => ({ ...draft, hasRead: false, ...change });
