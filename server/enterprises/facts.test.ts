import { describe, expect, it } from 'vitest';
import { wholeFacts, wholeFile } from '../../tests/golden/wholeCreditFile';
import { innovation, monthly, patent, penalty, reads, record, registration, today, wan } from '../../tests/support/creditRecords';
import { type AttributeKey, attributes, dataClassesOf, isRequestAttribute } from '../matching/attributes';
import { factOf } from '../matching/facts';
import { calendarDate } from '../shared/dates';
import { dataClasses, openPart } from './dataClasses';
import { type CreditRecord, derivations, deriveFacts } from './facts';

describe('a whole credit file', () => {
  const facts = deriveFacts({ records: wholeFile, notConsented: new Set(), today });

  it('every attribute of the enterprise has one derivation, no attribute of the request has any', () => {
    const ofEnterprise = attributes.filter(attribute => !isRequestAttribute(attribute.key)).map(attribute => attribute.key);
    expect(Object.keys(derivations).sort()).toEqual([...ofEnterprise].sort());
    expect([...facts.keys()].sort()).toEqual([...ofEnterprise].sort());
  });

  it('has a record of every class', () => {
    const classes = new Set(wholeFile.map(each => each.dataClass));
    expect(dataClasses.map(each => each.code).filter(code => !classes.has(code))).toEqual([]);
  });

  it.each(Object.entries(wholeFacts))('%s is %j', (key, expected) => {
    const fact = factOf(facts, key as AttributeKey);
    expect(fact.known ? fact.value : fact).toEqual(expected);
  });

  it('every value is of the kind, the range and the vocabulary of its attribute', () => {
    for (const attribute of attributes) {
      const fact = factOf(facts, attribute.key);
      if (!fact.known) continue;
      const values: readonly unknown[] = Array.isArray(fact.value) ? fact.value : [fact.value];
      for (const value of values) {
        if (attribute.kind === 'number') {
          expect(Number.isSafeInteger(value), attribute.key).toBe(true);
          expect(value, attribute.key).toBeGreaterThanOrEqual(attribute.min);
          expect(value, attribute.key).toBeLessThanOrEqual(attribute.max);
        } else if (attribute.kind === 'boolean') expect(typeof value, attribute.key).toBe('boolean');
        else if (attribute.kind === 'enum' || attribute.kind === 'set')
          expect(Object.keys(attribute.values), attribute.key).toContain(value);
        else expect(typeof value, attribute.key).toBe('string');
      }
    }
  });

  it('each value is read from the classes its attribute names and no other', () => {
    for (const attribute of attributes) {
      if (isRequestAttribute(attribute.key)) continue;
      const classes: readonly string[] = dataClassesOf(attribute);
      const records = wholeFile.filter(each => classes.includes(each.dataClass));
      expect(reads(records, attribute.key), attribute.key).toEqual(wholeFacts[attribute.key]);
    }
  });
});

describe('what is not known', () => {
  it('is missing, attribute by attribute, for an empty file', () => {
    const facts = deriveFacts({ records: [], notConsented: new Set(), today });
    for (const fact of facts.values()) expect(fact).toEqual({ known: false, reason: 'missing' });
  });

  it('is not consented where the class is closed', () => {
    const facts = deriveFacts({ records: [], notConsented: new Set(['TAX_PAID']), today });
    expect(factOf(facts, 'taxPaidLast12MonthsFen')).toEqual({ known: false, reason: 'notConsented' });
    expect(factOf(facts, 'patents')).toEqual({ known: false, reason: 'missing' });
  });

  it('names the one class to authorise where others are readable', () => {
    const records = [
      record('ANNUAL_REPORT', { revenueFen: 100 * wan }, { period: '2024' }),
      record('INNOVATION_STATUS', openPart('INNOVATION_STATUS', innovation), { period: '2024' }),
    ];
    const facts = deriveFacts({ records, notConsented: new Set(['INNOVATION_STATUS']), today });
    expect(factOf(facts, 'rndShareBps')).toEqual({ known: false, reason: 'notConsented', dataClasses: ['INNOVATION_STATUS'] });
    expect(factOf(facts, 'isHighTech')).toMatchObject({ known: true, value: true });
  });

  it('never takes an older published grade for the newest one, which is hidden', () => {
    const records: CreditRecord[] = [
      record('TAX_CREDIT_GRADE', { grade: 'A' }, { period: '2023' }),
      { ...record('TAX_CREDIT_GRADE', { grade: 'C' }, { period: '2024' }), value: openPart('TAX_CREDIT_GRADE', { grade: 'C' }) },
    ];
    const facts = deriveFacts({ records, notConsented: new Set(['TAX_CREDIT_GRADE']), today });
    expect(factOf(facts, 'taxCreditGrade')).toEqual({ known: false, reason: 'notConsented' });
  });

  it('is disputed where a record under objection was used, and nowhere else', () => {
    const records = [record('ADMIN_PENALTY', penalty, { isDisputed: true }), record('PATENT', patent)];
    const facts = deriveFacts({ records, notConsented: new Set(), today });
    expect(factOf(facts, 'penaltiesLast24Months')).toEqual({ known: false, reason: 'disputed' });
    expect(factOf(facts, 'patents')).toMatchObject({ known: true });
  });

  it('is stale a day after the class allows, not on that day', () => {
    const records = monthly('ELECTRICITY', 1, () => ({ usedKwh: 1, paidFen: 0, arrearsFen: 0 }));
    expect(reads(records, 'electricityLast12MonthsKwh', calendarDate('2026-03-01'))).toBe(1);
    expect(reads(records, 'electricityLast12MonthsKwh', calendarDate('2026-03-02'))).toBe('stale');
  });

  it('is never stale when the past is read as of its own day', () => {
    const records = monthly('ELECTRICITY', 1, () => ({ usedKwh: 1, paidFen: 0, arrearsFen: 0 }));
    const facts = deriveFacts({ records, notConsented: new Set(), today: calendarDate('2040-01-01'), ageLimit: 'none' });
    expect(factOf(facts, 'electricityLast12MonthsKwh')).toMatchObject({ known: true, value: 1, asOf: '2025-09-01' });
  });

  it('names the stale class where others are fresh', () => {
    const records = [
      record('REGISTRATION', registration, { asOf: calendarDate('2024-01-01') }),
      record('ANNUAL_REPORT', { employees: 1, revenueFen: 1, totalAssetsFen: 1 }, { period: '2024' }),
    ];
    const facts = deriveFacts({ records, notConsented: new Set(), today });
    expect(factOf(facts, 'sizeClass')).toEqual({ known: false, reason: 'stale', dataClasses: ['REGISTRATION'] });
  });
});

describe('versions', () => {
  it('the later day counts, whatever the order of arrival; of one day, the later arrival', () => {
    const old = record('TAX_CREDIT_GRADE', { grade: 'C' }, { period: '2024', asOf: calendarDate('2025-04-01') });
    const corrected = record(
      'TAX_CREDIT_GRADE',
      { grade: 'B' },
      { period: '2024', asOf: calendarDate('2025-06-01'), source: 'corrected' },
    );
    const sameDay = record('TAX_CREDIT_GRADE', { grade: 'M' }, { period: '2024', asOf: calendarDate('2025-06-01') });
    expect(reads([old, corrected], 'taxCreditGrade')).toBe('B');
    expect(reads([corrected, old], 'taxCreditGrade')).toBe('B');
    expect(reads([corrected, sameDay], 'taxCreditGrade')).toBe('M');
    const facts = deriveFacts({ records: [old, corrected], notConsented: new Set(), today });
    expect(factOf(facts, 'taxCreditGrade')).toEqual({ known: true, value: 'B', asOf: '2025-06-01', source: 'corrected' });
  });

  it('a later period counts over a later day', () => {
    const records = [
      record('TAX_CREDIT_GRADE', { grade: 'A' }, { period: '2024', asOf: calendarDate('2025-04-01') }),
      record('TAX_CREDIT_GRADE', { grade: 'D' }, { period: '2023', asOf: calendarDate('2025-08-01') }),
    ];
    expect(reads(records, 'taxCreditGrade')).toBe('A');
  });

  it('a repaired penalty replaces the same penalty unrepaired', () => {
    const repaired = record('ADMIN_PENALTY', { ...penalty, isRepaired: true }, { asOf: calendarDate('2025-09-10') });
    expect(reads([record('ADMIN_PENALTY', penalty), repaired], 'penaltiesLast24Months')).toBe(0);
  });
});

describe('a statement of the firm', () => {
  it('is made whole: what the newest leaves out is not known', () => {
    const first = record('SELF_DECLARED', { lenderCount: 2, hasOverdueLoans: false }, { asOf: calendarDate('2025-08-01') });
    const second = record('SELF_DECLARED', { lenderCount: 3 });
    expect(reads([first, second], 'lenderCount')).toBe(3);
    expect(reads([first, second], 'hasOverdueLoans')).toBe('missing');
  });
});
