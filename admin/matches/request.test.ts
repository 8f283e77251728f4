import { describe, expect, test } from 'vitest';
import { wanScale } from '../products/figures';
import { draftFrom, emptyDraft, isInvalidFigure, requestOf, withDraft } from './request';

describe('the request of a firm', () => {
  test('nothing said is no request at all', () => expect(requestOf(emptyDraft)).toBeNull());

  test('amounts in 万元 become fen, per cent become basis points, exactly', () =>
    expect(requestOf({ ...emptyDraft, amountWan: '0.1', termMonths: '12', ratePercent: '4.35' })).toEqual({
      amountFen: 100_000,
      termMonths: 12,
      purpose: null,
      securities: null,
      rateBpsMax: 435,
    }));

  test('offering no security is said, not left open', () =>
    expect(requestOf({ ...emptyDraft, offersNone: true, securities: ['REAL_ESTATE_MORTGAGE'] })?.securities).toEqual([]));

  test.each([
    ['', false],
    ['12', false],
    ['0', true],
    ['-1', true],
    ['abc', true],
  ])('%j is refused as a number: %s', (text, refused) => expect(isInvalidFigure(text, wanScale)).toBe(refused));

  test('a request survives the address of the page', () => {
    const draft = {
      ...emptyDraft,
      amountWan: '300',
      securities: ['REAL_ESTATE_MORTGAGE', 'PATENT_PLEDGE'],
      purpose: 'WORKING_CAPITAL',
    };
    expect(draftFrom(withDraft(new URLSearchParams('verdict=possible&page=3'), draft))).toEqual(draft);
    expect(withDraft(new URLSearchParams('verdict=possible&page=3'), draft).get('page')).toBeNull();
  });

  test('stays that of the demand it came from while only words and days are chosen, and no longer with another amount', () => {
    const address = withDraft(new URLSearchParams(), { ...emptyDraft, amountWan: '300' });
    address.set('demand', 'd1');
    const draft = draftFrom(address);
    expect(withDraft(address, { ...draft, words: '快贷', day: '2026-11-01', label: 'firstLoan' }).get('demand')).toBe('d1');
    expect(withDraft(address, { ...draft, amountWan: '301' }).get('demand')).toBeNull();
  });
});
