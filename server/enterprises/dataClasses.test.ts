import { describe, expect, it } from 'vitest';
import { governmentDataClassCodes, recordedDataClassCodes } from '../shared/dataClassCodes';
import {
  checkRecordPeriod,
  checkRecordValue,
  dataClasses,
  dataClassOf,
  hasOpenPart,
  needsConsent,
  numberOf,
  openPart,
  type RecordClassCode,
  recordKey,
  selfDeclaredClass,
} from './dataClasses';

const allClasses = [...dataClasses, selfDeclaredClass];
const rulesOf = (code: RecordClassCode, value: Record<string, unknown>) =>
  checkRecordValue(code, value).map(problem => `${problem.field}: ${problem.rule}`);

describe('the catalogue', () => {
  it('has the 32 classes in their order and the cash-flow record as the 33rd', () => {
    expect(dataClasses.map(each => each.code)).toEqual(recordedDataClassCodes);
    expect(governmentDataClassCodes).toHaveLength(32);
    expect(numberOf('REGISTRATION')).toBe(1);
    expect(numberOf('FISCAL_SUPPORT')).toBe(32);
    expect(numberOf('CASH_FLOW')).toBe(33);
  });

  it.each(allClasses)('$code is worded in both languages, field by field', each => {
    const texts = [each.name, each.department, ...(each.category ? [each.category] : [])];
    for (const field of Object.values(each.fields))
      texts.push(field.label, ...Object.values(field.values ?? {}), ...(field.unit ? [field.unit] : []));
    for (const { zh, en } of texts) {
      expect(zh).not.toBe('');
      expect(en).toMatch(/[\w%]/);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(dataClasses)('$code: its modes are those of its fields', ({ code, modes, fields }) => {
    expect(modes.includes('O')).toBe(hasOpenPart(code));
    expect(modes.includes('A')).toBe(needsConsent(code));
    expect(Object.keys(fields).length).toBeGreaterThan(0);
  });

  it.each(allClasses)(
    '$code: names carry their units and registers can tell their entries apart, also by their open part',
    ({ code, shape, entryKey, fields }) => {
      for (const [key, field] of Object.entries(fields)) {
        if (field.type === 'money') expect(key).toMatch(/Fen$/);
        if (field.type === 'share') expect(key).toMatch(/Bps$/);
        if (field.type === 'number') expect(key).toMatch(/(Kwh|M3|M2|Mu|Kg)$/);
        if (field.type === 'enum') expect(Object.keys(field.values ?? {}).length).toBeGreaterThan(1);
      }
      expect(entryKey.length > 0).toBe(shape === 'register');
      for (const key of entryKey) expect(fields[key]).toMatchObject({ isRequired: true, mode: hasOpenPart(code) ? 'O' : 'A' });
    },
  );

  it('keeps personal fields behind the authorisation', () => {
    const personal = dataClasses.flatMap(each => Object.values(each.fields).filter(field => field.isPersonal));
    expect(personal.length).toBeGreaterThan(0);
    for (const field of personal) expect(field.mode).toBe('A');
  });
});

describe('consent', () => {
  it.each([
    ['REGISTRATION', false, true],
    ['ENFORCEMENT', false, true],
    ['TAX_PAID', true, false],
    ['VAT_INVOICE_SUMMARY', true, false],
    ['REAL_ESTATE', true, false],
    ['CASH_FLOW', true, false],
    ['TAX_CREDIT_GRADE', true, true],
    ['INNOVATION_STATUS', true, true],
    ['OWNERSHIP_KEY_PERSONS', true, true],
    ['SELF_DECLARED', false, true],
  ] as const)('%s needs an authorisation: %s; has an open part: %s', (code, needed, open) => {
    expect([needsConsent(code), hasOpenPart(code)]).toEqual([needed, open]);
  });

  it('publishes tax credit grade A and no other', () => {
    expect(openPart('TAX_CREDIT_GRADE', { grade: 'A' })).toEqual({ grade: 'A' });
    expect(openPart('TAX_CREDIT_GRADE', { grade: 'B' })).toEqual({});
  });

  it('leaves a person the job and takes the person away', () => {
    const value = { personKey: 'P1', name: '张三', role: 'LEGAL_REPRESENTATIVE', bornOn: '1980-01-01', residence: 'MAINLAND' };
    expect(openPart('OWNERSHIP_KEY_PERSONS', value)).toEqual({ personKey: 'P1', name: '张三', role: 'LEGAL_REPRESENTATIVE' });
  });

  it('gives nothing of an authorised class, not even the count of a register', () => {
    expect(openPart('TAX_PAID', { declaredSalesFen: 1 })).toEqual({});
    expect(openPart('REAL_ESTATE', { entryCount: 3 })).toEqual({});
    expect(openPart('PATENT', { entryCount: 3 })).toEqual({ entryCount: 3 });
  });
});

describe('checkRecordValue', () => {
  const penalty = { number: 'D-1', amountFen: 10_000, decidedOn: '2025-03-31', isRepaired: false };

  it('accepts a complete entry and a check record', () => {
    expect(checkRecordValue('ADMIN_PENALTY', penalty)).toEqual([]);
    expect(checkRecordValue('ADMIN_PENALTY', { entryCount: 0 })).toEqual([]);
    expect(checkRecordValue('SELF_DECLARED', { hasOverdueLoans: false })).toEqual([]);
  });

  it.each<[string, RecordClassCode, Record<string, unknown>, string[]]>([
    ['a missing required field', 'ADMIN_PENALTY', { ...penalty, number: undefined }, ['number: required']],
    ['a null required field', 'ADMIN_PENALTY', { ...penalty, amountFen: null }, ['amountFen: required']],
    ['a field the class lacks', 'ADMIN_PENALTY', { ...penalty, colour: 'red' }, ['colour: unknownField']],
    ['a part of a fen', 'ADMIN_PENALTY', { ...penalty, amountFen: 0.5 }, ['amountFen: number']],
    ['an amount below zero', 'ADMIN_PENALTY', { ...penalty, amountFen: -1 }, ['amountFen: number']],
    ['a number written as text', 'ADMIN_PENALTY', { ...penalty, amountFen: '100' }, ['amountFen: number']],
    ['a day that does not exist', 'ADMIN_PENALTY', { ...penalty, decidedOn: '2025-02-29' }, ['decidedOn: date']],
    ['a yes', 'ADMIN_PENALTY', { ...penalty, isRepaired: 'yes' }, ['isRepaired: boolean']],
    ['an empty text', 'ADMIN_PENALTY', { ...penalty, cause: ' ' }, ['cause: text']],
    ['a grade that is none', 'TAX_CREDIT_GRADE', { grade: 'E' }, ['grade: enum']],
    ['a name every object has', 'TAX_CREDIT_GRADE', { grade: 'toString' }, ['grade: enum']],
    ['a count with an entry', 'ADMIN_PENALTY', { entryCount: 1, number: 'D-1' }, ['number: entryCount.alone']],
    ['a count below zero', 'ADMIN_PENALTY', { entryCount: -1 }, ['entryCount: number']],
    ['a count outside a register', 'TAX_CREDIT_GRADE', { grade: 'A', entryCount: 1 }, ['entryCount: unknownField']],
    ['two faults at once', 'LABOUR_COMPLIANCE', { grade: 'Z' }, ['grade: enum', 'onWageArrearsList: required']],
  ])('refuses %s', (_name, code, value, expected) => {
    expect(rulesOf(code, value)).toEqual(expected);
  });

  it('allows returns above sales in a month, and no negative invoices above zero', () => {
    const required = Object.fromEntries(Object.entries(dataClassOf('VAT_INVOICE_SUMMARY').fields).map(([key]) => [key, 0]));
    expect(rulesOf('VAT_INVOICE_SUMMARY', { ...required, outputFen: -100_000 })).toEqual([]);
    expect(rulesOf('VAT_INVOICE_SUMMARY', { ...required, outputNegativeFen: 1 })).toEqual(['outputNegativeFen: number']);
  });

  it('says what to write in both languages', () => {
    const [problem] = checkRecordValue('TAX_CREDIT_GRADE', { grade: 'E' });
    expect(problem).toMatchObject({
      field: 'grade',
      value: 'E',
      text: { zh: '应为以下之一：A、B、M、C、D。', en: 'Write one of: A, B, M, C, D.' },
    });
  });
});

describe('checkRecordPeriod', () => {
  it.each<[RecordClassCode, string | null, string[]]>([
    ['TAX_PAID', '2025-03', []],
    ['TAX_PAID', '2025-13', ['period.month']],
    ['TAX_PAID', null, ['period.month']],
    ['ANNUAL_REPORT', '2024', []],
    ['ANNUAL_REPORT', '2024-01', ['period.year']],
    ['REGISTRATION', null, []],
    ['REGISTRATION', '2024', ['period.none']],
    ['PATENT', '2024', ['period.none']],
  ])('%s, %s', (code, period, expected) => {
    expect(checkRecordPeriod(code, period).map(problem => problem.rule)).toEqual(expected);
  });
});

describe('recordKey', () => {
  it('tells register entries apart by their own key, and the check record from them', () => {
    expect(recordKey('ENFORCEMENT', { caseNumber: '(2025)1', kind: 'EXECUTION' })).toBe('(2025)1|EXECUTION');
    expect(recordKey('ENFORCEMENT', { entryCount: 0 })).toBe('entryCount');
    expect(recordKey('TAX_PAID', { declaredSalesFen: 1 })).toBe('');
  });
});
