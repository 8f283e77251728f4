import { type RecordedDataClassCode, recordedDataClassCodes } from '../shared/dataClassCodes';
import { checkPeriod, checkValue, type RecordProblem } from './dataClasses/check';
import type { DataClass, Field } from './dataClasses/dataClass';
import { innovationClasses } from './dataClasses/innovation';
import { courtAndCustomsClasses, propertyClasses, selfDeclaredClass, supportClasses } from './dataClasses/operation';
import { registryClasses, standingClasses } from './dataClasses/registry';
import { peopleClasses, taxClasses } from './dataClasses/taxAndPeople';

export type { DataClass, Field, FieldType, Level, Mode, Refresh, Shape } from './dataClasses/dataClass';
export type { RecordProblem };
export { selfDeclaredClass };

/** A class that records are kept of: the 33 of the catalogue and the firm's own statement. */
export type RecordClassCode = RecordedDataClassCode | 'SELF_DECLARED';

/** The catalogue: the 32 classes of government data in its order, then the cash-flow record as the optional 33rd. */
export const dataClasses: readonly DataClass[] = [
  ...registryClasses,
  ...standingClasses,
  ...taxClasses,
  ...peopleClasses,
  ...propertyClasses,
  ...courtAndCustomsClasses,
  ...innovationClasses,
  ...supportClasses,
];

const byCode: ReadonlyMap<string, DataClass> = new Map([...dataClasses, selfDeclaredClass].map(each => [each.code, each]));

export const isRecordClassCode = (code: string): code is RecordClassCode => byCode.has(code);

/** The class with this code, the firm's own statement among them. */
export function dataClassOf(code: RecordClassCode): DataClass {
  const found = byCode.get(code);
  if (found === undefined) throw new RangeError(`the catalogue has no data class ${code}`);
  return found;
}

/** The number of a class in the catalogue, 1 to 33. */
export const numberOf = (code: RecordedDataClassCode): number => recordedDataClassCodes.indexOf(code) + 1;

/** Whether some of the class can be read only with the firm's authorisation. */
export const needsConsent = (code: RecordClassCode): boolean =>
  Object.values(dataClassOf(code).fields).some(field => field.mode === 'A');

/** Whether some of the class can be read without one. */
export const hasOpenPart = (code: RecordClassCode): boolean => Object.values(dataClassOf(code).fields).some(isPartlyOpen);

const isPartlyOpen = (field: Field): boolean => field.mode === 'O' || field.openValues !== undefined;

/**
 * What anybody may read of a record's value without the firm's authorisation: its open fields, and its authorised ones
 * where their value is published all the same. The count of a register is open where some of its entries is.
 *
 * Of a mixed class every record has to be passed on in this form, an emptied one too: without the emptied newest record
 * an older, published grade would be taken for today's.
 */
export function openPart(code: RecordClassCode, value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { fields } = dataClassOf(code);
  return Object.fromEntries(
    Object.entries(value).filter(([key, content]) => {
      if (key === 'entryCount') return hasOpenPart(code);
      const field = fields[key];
      return field !== undefined && (field.mode === 'O' || field.openValues?.includes(String(content)) === true);
    }),
  );
}

/**
 * What makes a record replace an earlier one of its class and period: the entry's own key in a register, `entryCount` for a
 * register's check record, and nothing else elsewhere.
 */
export function recordKey(code: RecordClassCode, value: Readonly<Record<string, unknown>>): string {
  const { shape, entryKey } = dataClassOf(code);
  if (shape !== 'register') return '';
  return 'entryCount' in value ? 'entryCount' : entryKey.map(key => String(value[key])).join('|');
}

/** Everything that is wrong with a record's value by the fields of its class; empty when it may be kept. */
export const checkRecordValue = (code: RecordClassCode, value: Readonly<Record<string, unknown>>): RecordProblem[] =>
  checkValue(dataClassOf(code), value);

/** What is wrong with a record's period: `YYYY-MM` for a monthly class, `YYYY` for a yearly one, none for the others. */
export const checkRecordPeriod = (code: RecordClassCode, period: string | null): RecordProblem[] =>
  checkPeriod(dataClassOf(code), period);
