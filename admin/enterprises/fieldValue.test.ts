import { expect, test } from 'vitest';
import type { DataClassField } from '../generated/schema';
import { formatFieldValue } from './fieldValue';

const fieldOf = (type: string, extra: Partial<DataClassField> = {}): DataClassField => ({
  key: 'field',
  label: { zh: '字段', en: 'Field' },
  type,
  unit: null,
  isRequired: false,
  mode: 'A',
  isPersonal: false,
  values: [],
  min: null,
  max: null,
  ...extra,
});

const grade = fieldOf('enum', { values: [{ code: 'A', label: { zh: 'A 级', en: 'Grade A' } }] });
const people = fieldOf('count', { unit: { zh: '人', en: 'people' } });

test.each([
  ['money in fen as 万元', fieldOf('money'), 123_456_700, '123.46 万元', 'CNY 1.23 million'],
  ['a negative amount', fieldOf('money'), -50_000, '-500 元', 'CNY -500'],
  ['a share in basis points as per cent', fieldOf('share'), 1_234, '12.34 %', '12.34 %'],
  ['a count with its unit', people, 1_200, '1,200 人', '1,200 people'],
  ['zero, which is not nothing', people, 0, '0 人', '0 people'],
  ['a code by its label', grade, 'A', 'A 级', 'Grade A'],
  ['a code that the catalogue does not list as it stands', grade, 'Z', 'Z', 'Z'],
  ['false in words', fieldOf('boolean'), false, '否', 'No'],
  ['a date as it stands', fieldOf('date'), '2026-11-23', '2026-11-23', '2026-11-23'],
  ['nothing as a dash', fieldOf('text'), null, '—', '—'],
  ['an empty text as a dash', fieldOf('text'), '', '—', '—'],
] as const)('shows %s', (_, field, value, zh, en) => {
  expect(formatFieldValue(field, value, 'zh')).toBe(zh);
  expect(formatFieldValue(field, value, 'en')).toBe(en);
});
