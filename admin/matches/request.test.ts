import { describe, expect, test } from 'vitest';
import { draftFrom, emptyDraft, isInvalidNumber, requestOf, withDraft } from './request';

describe('the request of a firm', () => {
  test('nothing said is no request at all', () => expect(requestOf(emptyDraft)).toBeNull());

  test('amounts in 万元 become fen, per cent become basis points, exactly', () =>
    expect(requestOf({ ...emptyDraft, amountWan: '0.1', termMonths: '12', ratePercent: '4.35' })).toEqual({
      amountFen: 100_000,
      termMonths: 12,
      purpose: null,
      securitiesOffered: null,
      highestRateBps: 435,
    }));

  test('offering no security is said, not left open', () =>
    expect(requestOf({ ...emptyDraft, offersNone: true, securities: ['realEstate'] })?.securitiesOffered).toEqual([]));

  test.each([
    ['', false],
    ['12', false],
    ['0', true],
    ['-1', true],
    ['abc', true],
  ])('%j is refused as a number: %s', (text, refused) => expect(isInvalidNumber(text)).toBe(refused));

  test('a request survives the address of the page', () => {
    const draft = { ...emptyDraft, amountWan: '300', securities: ['realEstate', 'patent'], purpose: 'workingCapital' };
    expect(draftFrom(withDraft(new URLSearchParams('verdict=possible&page=3'), draft))).toEqual(draft);
    expect(withDraft(new URLSearchParams('verdict=possible&page=3'), draft).get('page')).toBeNull();
  });
});
