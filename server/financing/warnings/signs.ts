import type { RecordClassCode } from '../../enterprises/dataClasses';
import type { MarkedRecord } from '../../enterprises/objections/marks';
import { currentRecords } from '../../enterprises/records/current';
import { type CalendarDate, type CalendarMonth, parseCalendarDate, shiftMonth } from '../../shared/dates';

export const warningRules = ['enforcement', 'taxArrears', 'abnormalOperation', 'powerHalved'] as const;
export type WarningRule = (typeof warningRules)[number];

/** What a sign was read from: amounts in fen, power in kWh, the day or the month it speaks of, the number of a case or document. */
export type SignFigures = {
  readonly on: string;
  readonly number?: string;
  readonly amountFen?: number;
  readonly usedKwh?: number;
  readonly usedKwhYearBefore?: number;
};

/** That a record of an indebted firm has turned. `key` tells one event from another of the same rule. */
export type Sign = { readonly rule: WarningRule; readonly key: string; readonly figures: SignFigures };

/** The classes that the rules look at. */
export const watchedClasses = [
  'ENFORCEMENT',
  'TAX_ARREARS',
  'ABNORMAL_OPERATION',
  'ELECTRICITY',
] as const satisfies readonly RecordClassCode[];

/**
 * The signs in the records that a lender may read of a firm it has lent to since `since`: an enforcement filed, arrears of tax
 * found, a listing as abnormal after that day and not over; and power used in the newest three months down to half of the same
 * months a year before, or less, where all six are known. What is under objection is no sign. The rules are ours.
 */
export function signsIn(records: readonly MarkedRecord[], since: CalendarDate): Sign[] {
  const current = currentRecords(records).filter(({ isDisputed }) => !isDisputed);
  const of = (code: RecordClassCode) => current.filter(({ dataClass }) => dataClass === code);
  const events = (code: RecordClassCode, begins: string, ends: string) =>
    of(code).filter(({ value }) => {
      const day = parseCalendarDate(String(value[begins] ?? ''));
      return day !== null && day > since && (value[ends] ?? null) === null;
    });
  return [
    ...events('ENFORCEMENT', 'filedOn', 'endedOn').map(({ value }) => ({
      rule: 'enforcement' as const,
      key: `${value.caseNumber}/${value.kind}`,
      figures: {
        on: String(value.filedOn),
        number: String(value.caseNumber),
        ...amountOf(value.outstandingFen ?? value.amountFen),
      },
    })),
    ...events('TAX_ARREARS', 'since', 'clearedOn').map(({ value }) => ({
      rule: 'taxArrears' as const,
      key: String(value.number),
      figures: { on: String(value.since), number: String(value.number), ...amountOf(value.amountFen) },
    })),
    ...events('ABNORMAL_OPERATION', 'listedOn', 'removedOn').map(({ value }) => ({
      rule: 'abnormalOperation' as const,
      key: `${value.list}/${value.listedOn}`,
      figures: { on: String(value.listedOn) },
    })),
    ...powerHalved(of('ELECTRICITY')),
  ];
}

const amountOf = (value: unknown): { amountFen?: number } => (typeof value === 'number' ? { amountFen: value } : {});

/** One sign a quarter, however long it lasts. */
function powerHalved(months: readonly MarkedRecord[]): Sign[] {
  const used = new Map(
    months.flatMap(({ period, value }) =>
      period !== null && typeof value.usedKwh === 'number' ? [[period, value.usedKwh] as const] : [],
    ),
  );
  const newest = [...used.keys()].sort().at(-1) as CalendarMonth | undefined;
  if (newest === undefined) return [];
  const sumOf = (last: CalendarMonth): number | null => {
    const three = [0, 1, 2].map(ago => used.get(shiftMonth(last, -ago)));
    return three.some(each => each === undefined) ? null : three.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  };
  const [now, before] = [sumOf(newest), sumOf(shiftMonth(newest, -12))];
  if (now === null || before === null || before === 0 || now * 2 > before) return [];
  const quarter = `${newest.slice(0, 4)}-Q${Math.ceil(Number(newest.slice(5)) / 3)}`;
  return [{ rule: 'powerHalved', key: quarter, figures: { on: newest, usedKwh: now, usedKwhYearBefore: before } }];
}
