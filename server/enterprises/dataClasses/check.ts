import { parseCalendarDate } from '../../shared/dates';
import type { Text } from '../../shared/text';
import type { DataClass, Field } from './dataClass';

/** What is wrong with one field of a record: `rule` is stable, `text` says what to write instead. */
export type RecordProblem = { readonly field: string; readonly value: unknown; readonly rule: string; readonly text: Text };

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Everything that is wrong with a record's value by the fields of its class; an empty list when it may be kept. */
export function checkValue({ fields, shape }: DataClass, value: Readonly<Record<string, unknown>>): RecordProblem[] {
  if (shape === 'register' && 'entryCount' in value) return checkCount(value);
  const unknownFields = Object.keys(value)
    .filter(key => fields[key] === undefined)
    .map(key =>
      problem(key, value[key], 'unknownField', {
        zh: `「${key}」不是该数据类的字段，可用字段：${Object.keys(fields).join('、')}。`,
        en: `"${key}" is not a field of this class; its fields are ${Object.keys(fields).join(', ')}.`,
      }),
    );
  return [...unknownFields, ...Object.entries(fields).flatMap(([key, field]) => checkField(key, field, value[key]))];
}

/** What is wrong with a record's period: `YYYY-MM` for a monthly class, `YYYY` for a yearly one, none for the others. */
export function checkPeriod({ shape }: DataClass, period: string | null): RecordProblem[] {
  if (shape === 'month' && (period === null || !monthPattern.test(period)))
    return [
      problem('period', period, 'period.month', {
        zh: '期间应为月份，写作 2025-03。',
        en: 'The period is a month, written 2025-03.',
      }),
    ];
  if (shape === 'year' && (period === null || !/^\d{4}$/.test(period)))
    return [
      problem('period', period, 'period.year', { zh: '期间应为年份，写作 2025。', en: 'The period is a year, written 2025.' }),
    ];
  if ((shape === 'snapshot' || shape === 'register') && period !== null)
    return [
      problem('period', period, 'period.none', {
        zh: '该数据类没有期间，请留空。',
        en: 'This class has no period: leave it empty.',
      }),
    ];
  return [];
}

/** A register's check record says how many entries there are and nothing else. */
function checkCount(value: Readonly<Record<string, unknown>>): RecordProblem[] {
  const { entryCount, ...others } = value;
  const mixed = Object.keys(others).map(key =>
    problem(key, others[key], 'entryCount.alone', {
      zh: '核对记录只含 entryCount，登记条目请另立记录。',
      en: 'A check record holds entryCount alone; put the entry in a record of its own.',
    }),
  );
  return isWholeWithin(entryCount, 0, 1_000_000) ? mixed : [...mixed, notWhole('entryCount', entryCount, 0, 1_000_000)];
}

function checkField(key: string, field: Field, value: unknown): RecordProblem[] {
  if (value === undefined || value === null) {
    if (!field.isRequired) return [];
    return [
      problem(key, value, 'required', {
        zh: `缺少「${field.label.zh}」，该字段必填。`,
        en: `"${field.label.en}" is missing; it is required.`,
      }),
    ];
  }
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 2_000 ? [] : [notText(key, value)];
    case 'boolean':
      return typeof value === 'boolean'
        ? []
        : [problem(key, value, 'boolean', { zh: '应为 true 或 false。', en: 'Write true or false.' })];
    case 'date':
      return typeof value === 'string' && parseCalendarDate(value) !== null
        ? []
        : [
            problem(key, value, 'date', {
              zh: '应为存在的日期，写作 2025-03-31。',
              en: 'Write a day that exists, as 2025-03-31.',
            }),
          ];
    case 'enum':
      return typeof value === 'string' && Object.hasOwn(field.values ?? {}, value) ? [] : [notListed(key, value, field)];
    default:
      return isWholeWithin(value, field.min, field.max) ? [] : [notWhole(key, value, field.min, field.max, unitOf(field))];
  }
}

const problem = (field: string, value: unknown, rule: string, text: Text): RecordProblem => ({
  field,
  value: value ?? null,
  rule,
  text,
});

const isWholeWithin = (value: unknown, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;

/** The unit in which the number is stored, which for money and shares is not the one it is shown in. */
function unitOf(field: Field): Text {
  if (field.type === 'money') return { zh: '分', en: 'fen' };
  if (field.type === 'share') return { zh: '基点', en: 'basis points' };
  return field.unit ?? { zh: '', en: '' };
}

function notWhole(
  key: string,
  value: unknown,
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
  unit: Text = { zh: '', en: '' },
): RecordProblem {
  return problem(key, value, 'number', {
    zh: `应为 ${min} 至 ${max} 的整数${unit.zh === '' ? '' : `（单位：${unit.zh}）`}。`,
    en: `Write a whole number from ${min} to ${max}${unit.en === '' ? '' : `, in ${unit.en}`}.`,
  });
}

function notText(key: string, value: unknown): RecordProblem {
  return problem(key, value, 'text', { zh: '应为 1 至 2000 字的文本。', en: 'Write 1 to 2,000 characters of text.' });
}

function notListed(key: string, value: unknown, field: Field): RecordProblem {
  const codes = Object.keys(field.values ?? {});
  return problem(key, value, 'enum', { zh: `应为以下之一：${codes.join('、')}。`, en: `Write one of: ${codes.join(', ')}.` });
}
