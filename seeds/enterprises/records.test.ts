import { describe, expect, it } from 'vitest';
import { checkRecordPeriod, checkRecordValue } from '../../server/enterprises/dataClasses';
import { deriveFacts } from '../../server/enterprises/facts';
import { recordClassCodes } from '../../server/enterprises/records/tables';
import { attributeKeys, isRequestAttribute } from '../../server/matching/attributes';
import { calendarDate } from '../../server/shared/dates';
import { checkUscc } from '../../server/shared/uscc';
import { Random } from '../random';
import { drawProfile } from './profile';
import { drawRecords } from './records';

const today = calendarDate('2026-11-23');
const plan = { today, months: 26, coverage: 0.92 };
const firms = Array.from({ length: 400 }, (_, index) => {
  const random = Random.of(20_261_123, index);
  const profile = drawProfile(random, index, today);
  return { profile, records: [...drawRecords(random, profile, plan)] };
});

describe('an invented firm', () => {
  it('has a valid code and a name of its own', () => {
    for (const { profile } of firms) expect(checkUscc(profile.uscc)).toMatchObject({ verdict: 'valid' });
    expect(new Set(firms.map(({ profile }) => profile.name)).size).toBe(firms.length);
    expect(new Set(firms.map(({ profile }) => profile.uscc)).size).toBe(firms.length);
  });

  it('leaves only records that the catalogue accepts, none dated after today', () => {
    const problems = firms.flatMap(({ records }) =>
      records.flatMap(({ dataClass, period, value, asOf }) => [
        ...checkRecordValue(dataClass, value).map(problem => ({ dataClass, ...problem })),
        ...checkRecordPeriod(dataClass, period).map(problem => ({ dataClass, ...problem })),
        ...(asOf > today ? [{ dataClass, asOf }] : []),
      ]),
    );
    expect(problems).toEqual([]);
  });

  it('is the same on every machine', () => {
    const random = Random.of(20_261_123, 7);
    const profile = drawProfile(random, 7, today);
    expect(profile).toEqual(firms[7]?.profile);
    expect([...drawRecords(random, profile, plan)]).toEqual(firms[7]?.records);
  });
});

describe('the firms together', () => {
  it('leave records in every class of the catalogue', () => {
    const seen = new Set(firms.flatMap(({ records }) => records.map(({ dataClass }) => dataClass)));
    expect(recordClassCodes.filter(code => !seen.has(code))).toEqual([]);
  });

  it('make nearly every attribute known for somebody', () => {
    const known = new Set<string>();
    for (const { records } of firms)
      for (const [key, fact] of deriveFacts({ records, notConsented: new Set(), today })) if (fact.known) known.add(key);
    const never = attributeKeys.filter(key => !isRequestAttribute(key) && !known.has(key));
    expect(never).toEqual(['ordersOnHandFen', 'coreEnterpriseReceivableFen', 'medicalSettlementLast12MonthsFen']);
  });

  it('hang together: better firms grow more and void fewer invoices', () => {
    const byQuality = firms.filter(({ profile }) => profile.ageMonths > 24).sort((a, b) => a.profile.quality - b.profile.quality);
    const third = Math.floor(byQuality.length / 3);
    const voidShare = (part: typeof firms) => {
      const invoices = part.flatMap(({ records }) => records.filter(({ dataClass }) => dataClass === 'VAT_INVOICE_SUMMARY'));
      const sum = (key: string) => invoices.reduce((total, { value }) => total + Number(value[key]), 0);
      return sum('outputVoidCount') / sum('outputCount');
    };
    expect(voidShare(byQuality.slice(-third))).toBeLessThan(voidShare(byQuality.slice(0, third)) / 1.5);
  });
});
