import { describe, expect, it } from 'vitest';
import {
  award,
  enforcement,
  legalRepresentative,
  penalty,
  reads,
  record,
  today,
  wan,
} from '../../../tests/support/creditRecords';
import { factOf } from '../../matching/facts';
import { calendarDate } from '../../shared/dates';
import { openPart } from '../dataClasses';
import { type CreditRecord, deriveFacts } from '../facts';

describe('registers', () => {
  it('no record is not known; a check that found none is none; entries speak for themselves', () => {
    expect(reads([], 'penaltiesLast24Months')).toBe('missing');
    expect(reads([record('ADMIN_PENALTY', { entryCount: 0 })], 'penaltiesLast24Months')).toBe(0);
    expect(reads([record('ADMIN_PENALTY', penalty)], 'penaltiesLast24Months')).toBe(1);
  });

  it('is not known while the check counts more entries than have arrived', () => {
    const check = record('ADMIN_PENALTY', { entryCount: 2 });
    expect(reads([check, record('ADMIN_PENALTY', penalty)], 'penaltiesLast24Months')).toBe('missing');
    expect(
      reads(
        [check, record('ADMIN_PENALTY', penalty), record('ADMIN_PENALTY', { ...penalty, number: 'D-2' })],
        'penaltiesLast24Months',
      ),
    ).toBe(2);
  });

  it('a fresh check keeps old entries from going stale, and dates the fact', () => {
    const entry = record('ENFORCEMENT', enforcement, { asOf: calendarDate('2023-01-01') });
    expect(reads([entry], 'openEnforcementFen')).toBe('stale');
    const facts = deriveFacts({
      records: [entry, record('ENFORCEMENT', { entryCount: 1 }, { source: 'court' })],
      notConsented: new Set(),
      today,
    });
    expect(factOf(facts, 'openEnforcementFen')).toEqual({ known: true, value: 30 * wan, asOf: '2025-09-01', source: 'court' });
  });

  it.each([
    ['2023-09-15', 0],
    ['2023-09-16', 1],
    ['2025-09-15', 1],
    ['2025-09-16', 0],
  ])('a penalty of %s counts %i times in the 24 months to 2025-09-15', (decidedOn, expected) => {
    expect(reads([record('ADMIN_PENALTY', { ...penalty, decidedOn })], 'penaltiesLast24Months')).toBe(expected);
  });

  it.each([
    ['2025-09-14', false],
    ['2025-09-15', false],
    ['2025-09-16', true],
  ])('a listing removed on %s is in force on 2025-09-15: %s', (removedOn, expected) => {
    const listing = record('ABNORMAL_OPERATION', { list: 'ABNORMAL_OPERATION', listedOn: '2024-01-01', removedOn });
    expect(reads([listing], 'onAbnormalOperationList')).toBe(expected);
    expect(reads([listing], 'onSeriousViolationList')).toBe(false);
  });

  it.each([
    ['2025-09-14', []],
    ['2025-09-15', ['MEDICAL']],
  ])('a licence valid to %s gives %j', (validTo, expected) => {
    expect(
      reads([record('ADMIN_LICENCE', { number: 'L', kind: 'MEDICAL', validFrom: '2020-01-01', validTo })], 'licencesInForce'),
    ).toEqual(expected);
  });

  it.each([
    ['JUDGMENT_DEFAULTER', 'isJudgmentDefaulter'],
    ['CONSUMPTION_RESTRICTION', 'hasConsumptionRestriction'],
  ] as const)('%s makes %s true until it ends', (kind, key) => {
    const listing = { caseNumber: 'Z', kind, filedOn: '2024-01-01' };
    expect(reads([record('ENFORCEMENT', listing)], key)).toBe(true);
    expect(reads([record('ENFORCEMENT', { ...listing, endedOn: '2025-01-01' })], key)).toBe(false);
  });

  it.each([
    ['ARREARS', 'hasTaxArrears'],
    ['NON_NORMAL', 'isNonNormalTaxpayer'],
    ['MAJOR_VIOLATION', 'hasMajorTaxViolation'],
  ] as const)('%s makes %s true until it is cleared', (item, key) => {
    const notice = { number: 'N', item, since: '2024-01-01' };
    expect(reads([record('TAX_ARREARS', notice)], key)).toBe(true);
    expect(reads([record('TAX_ARREARS', { ...notice, clearedOn: '2025-01-01' })], key)).toBe(false);
  });

  it('an enforcement whose amount is not stated leaves the sum not known', () => {
    const { amountFen: _amount, ...unstated } = enforcement;
    expect(reads([record('ENFORCEMENT', unstated)], 'openEnforcementFen')).toBe('missing');
    expect(reads([record('ENFORCEMENT', { ...unstated, endedOn: '2025-02-01' })], 'openEnforcementFen')).toBe(0);
  });

  it('a contract whose unpaid part is hidden leaves the receivable to be authorised', () => {
    const open: CreditRecord = { ...record('PUBLIC_PROCUREMENT', award), value: openPart('PUBLIC_PROCUREMENT', award) };
    const facts = deriveFacts({ records: [open], notConsented: new Set(['PUBLIC_PROCUREMENT']), today });
    expect(factOf(facts, 'procurementReceivableFen')).toEqual({ known: false, reason: 'notConsented' });
    expect(factOf(facts, 'procurementContractsLast12MonthsFen')).toMatchObject({ value: 80 * wan });
  });
});

describe('the legal representative', () => {
  it.each([
    ['2025-09-15', 44],
    ['2025-09-16', 45],
  ])('born on 1980-09-16 is on %s aged %i', (on, expected) => {
    expect(reads([record('OWNERSHIP_KEY_PERSONS', legalRepresentative)], 'legalRepresentativeAgeYears', calendarDate(on))).toBe(
      expected,
    );
  });

  it('is the one in office, and of two the one that came last', () => {
    const former = { ...legalRepresentative, personKey: 'P0', since: '2015-01-01', until: '2019-05-20', bornOn: '1950-01-01' };
    const next = { ...legalRepresentative, personKey: 'P2', since: '2025-01-01' };
    const records = [next, former, legalRepresentative].map(each => record('OWNERSHIP_KEY_PERSONS', each));
    expect(reads(records, 'legalRepresentativeSince')).toBe('2025-01-01');
  });

  it('holds nothing only when the register is counted', () => {
    const person = record('OWNERSHIP_KEY_PERSONS', legalRepresentative);
    const other = record('OWNERSHIP_KEY_PERSONS', { personKey: 'P9', role: 'SHAREHOLDER', shareBps: 10_000 });
    expect(reads([person, other], 'legalRepresentativeShareBps')).toBe('missing');
    expect(reads([person, other, record('OWNERSHIP_KEY_PERSONS', { entryCount: 2 })], 'legalRepresentativeShareBps')).toBe(0);
  });

  it('from abroad is not from the mainland', () => {
    expect(
      reads([record('OWNERSHIP_KEY_PERSONS', { ...legalRepresentative, residence: 'FOREIGN' })], 'legalRepresentativeIsMainland'),
    ).toBe(false);
  });
});
