import { expect, test } from 'vitest';
import { daysWritten, rangesOf } from './days';

test.each([
  ['2027-01-01', ['2027-01-01']],
  ['2027-02-27~2027-03-01、2027-04-05', ['2027-02-27', '2027-02-28', '2027-03-01', '2027-04-05']],
  ['2027-02-05至2027-02-06\n2027-05-01', ['2027-02-05', '2027-02-06', '2027-05-01']],
  ['', []],
  ['2027-02-30', null],
  ['2027-02-06~2027-02-05', null],
  ['2027-01-01~2027-12-31', null],
  ['New Year', null],
])('%j means %j', (text, days) => expect(daysWritten(text)).toEqual(days));

test('neighbours are read as one, over the end of a month', () =>
  expect(rangesOf(['2027-03-01', '2027-02-27', '2027-02-28', '2027-04-05'])).toEqual([
    { from: '2027-02-27', to: '2027-03-01' },
    { from: '2027-04-05', to: '2027-04-05' },
  ]));
