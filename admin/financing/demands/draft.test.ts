import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../matches/request';
import { type DemandDraft, dayAfter, demandFrom, demandInputOf, requestOf, stepsLeft } from './draft';

const asked = {
  ...emptyDraft,
  amountWan: '300',
  termMonths: '12',
  purpose: 'WORKING_CAPITAL',
  offersNone: true,
  ratePercent: '4.35',
};
const whole: DemandDraft = demandFrom(asked);

describe('a demand being written', () => {
  test('begins with what was asked for, exactly', () =>
    expect(demandInputOf(whole)).toEqual({
      amountFen: 300_000_000,
      termMonths: 12,
      purpose: 'WORKING_CAPITAL',
      securities: [],
      highestRateBps: 435,
      repaymentMethods: [],
      note: null,
      route: 'direct',
      lendersMax: 3,
      allowsSecondLook: false,
      validUntil: null,
      offersUntil: null,
    }));

  test('names every step left, in the order of the form, and sends nothing', () => {
    const empty = demandFrom(emptyDraft);
    expect(stepsLeft(empty)).toEqual(['amount', 'term', 'purpose', 'securities']);
    expect(demandInputOf(empty)).toBeNull();
  });

  test.each([
    ['no figure', { amountFen: Number.NaN }],
    ['zero', { termMonths: 0 }],
    ['a rate of zero', { highestRateBps: 0 }],
  ])('%s is to be mended', (_, change) => {
    expect(stepsLeft({ ...whole, ...change })).toEqual(['figures']);
    expect(Object.values(requestOf({ ...whole, ...change }))).toContain(null);
  });

  test('one that goes to the market names its last day, an auction that for offers too', () => {
    expect(stepsLeft({ ...whole, route: 'grab' })).toEqual(['days']);
    expect(stepsLeft({ ...whole, route: 'auction', validUntil: dayAfter('2026-12-31', 30) })).toEqual(['days']);
    expect(demandInputOf({ ...whole, route: 'grab', validUntil: '2027-01-30' })).toMatchObject({ validUntil: '2027-01-30' });
    expect(dayAfter('2026-12-31', 30)).toBe('2027-01-30');
  });

  test('to give no security is an answer, to say nothing is none', () => {
    expect(requestOf(whole).securities).toEqual([]);
    expect(requestOf({ ...whole, offersNone: false }).securities).toBeNull();
    expect(stepsLeft({ ...whole, offersNone: false })).toEqual(['securities']);
  });
});
