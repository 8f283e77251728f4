import { expect, test } from 'vitest';
import type { DataClass } from '../../generated/schema';
import { groupsOf, isFound, isOfBanks } from './groups';

const classOf = (code: string, extra: Partial<DataClass> = {}): DataClass => ({
  id: code,
  code,
  number: 1,
  name: { zh: '纳税信用等级', en: 'Tax credit grade' },
  department: { zh: '市税务局', en: 'Tax Bureau' },
  modes: ['A'],
  levels: [2],
  refresh: 'y',
  category: { zh: '纳税信息', en: 'Taxes' },
  shape: 'year',
  needsConsent: true,
  fields: [],
  ...extra,
});

const grade = classOf('TAX_CREDIT_GRADE');

test.each([
  ['no words', { words: '', access: '' }, true],
  ['blanks around the words', { words: '  信用 ', access: '' }, true],
  ['English in any case', { words: 'TAX CREDIT', access: '' }, true],
  ['its code', { words: 'tax_credit', access: '' }, true],
  ['its department', { words: '税务', access: '' }, true],
  ['a word it does not have', { words: '社保', access: '' }, false],
  ['open classes only', { words: '', access: 'open' }, false],
  ['authorised classes only', { words: '', access: 'consent' }, true],
] as const)('finds a class by %s', (_, wanted, expected) => {
  expect(isFound(grade, wanted)).toBe(expected);
});

test('banks give the cash-flow record, and no class of government data without a category', () => {
  const support = classOf('FISCAL_SUPPORT', { category: null });
  expect([grade, support, classOf('CASH_FLOW')].filter(isOfBanks).map(({ code }) => code)).toEqual(['CASH_FLOW']);
});

test('groups keep the order of the catalogue, and a class without category has a group of its own', () => {
  const cash = classOf('CASH_FLOW', { category: null, department: { zh: '人民银行', en: "People's Bank" } });
  const paid = classOf('TAX_PAID');
  const codesOf = (grouping: 'category' | 'department') =>
    groupsOf([grade, cash, paid], grouping).map(group => [group.name?.en ?? null, group.classes.map(each => each.code)]);
  expect(codesOf('category')).toEqual([
    ['Taxes', ['TAX_CREDIT_GRADE', 'TAX_PAID']],
    [null, ['CASH_FLOW']],
  ]);
  expect(codesOf('department')).toEqual([
    ['Tax Bureau', ['TAX_CREDIT_GRADE', 'TAX_PAID']],
    ["People's Bank", ['CASH_FLOW']],
  ]);
});
