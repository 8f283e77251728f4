import { describe, expect, it } from 'vitest';
import { groupingOf, parametersOf, questionFrom } from './question';

const ask = (address: string) => questionFrom(new URLSearchParams(address));

describe('the question in an address', () => {
  it('is about the amount by month where the address says nothing', () => {
    expect(ask('')).toEqual({
      from: '',
      to: '',
      topic: 'transactions',
      by: 'month',
      measure: 'transactionAmount',
      isByMonth: false,
      month: '',
    });
  });

  it.each([
    ['a month that does not exist', 'from=2021-13', { from: '' }],
    ['a day instead of a month', 'to=2021-11-30', { to: '' }],
    ['a topic there is not', 'topic=firms', { topic: 'transactions' }],
    ['a breakdown that the topic does not have', 'topic=products&by=county', { by: 'bank' }],
    ['a measure of another topic', 'topic=products&measure=loans', { measure: 'publishedProducts' }],
    ['months beside months', 'by=month&byMonth=1', { isByMonth: false }],
  ])('takes the default for %s', (_, address, expected) => {
    expect(ask(address)).toMatchObject(expected);
  });

  it.each(['', 'by=bank&byMonth=1&measure=transactionRate', 'from=2021-01&to=2021-11&topic=indicators&month=2021-11'])(
    'comes back from the address it is written to: %s',
    address => {
      expect(questionFrom(parametersOf(ask(address)))).toEqual(ask(address));
    },
  );

  it('groups by the month first where a breakdown is shown month by month', () => {
    expect(groupingOf(ask('by=county'))).toEqual(['county']);
    expect(groupingOf(ask('by=county&byMonth=1'))).toEqual(['month', 'county']);
  });
});
