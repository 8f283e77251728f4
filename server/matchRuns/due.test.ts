import { expect, it } from 'vitest';
import { nightlyOccasion, productsOccasion } from './due';

const at = (time: string) => new Date(`2026-11-23T${time}+08:00`);

it.each([
  ['a minute before its time', at('02:29:59'), '02:30', null],
  ['at its time', at('02:30:00'), '02:30', 'nightly:2026-11-23'],
  ['when the server starts late', at('23:59:59'), '02:30', 'nightly:2026-11-23'],
  ['where there is none', at('23:59:59'), null, null],
])('owes the nightly run %s', (_, now, nightlyAt, expected) => {
  expect(nightlyOccasion(now, nightlyAt)).toBe(expected);
});

it.each([
  ['when nothing has changed', null, 0, null],
  ['until a minute has passed', { seq: 7, at: at('10:00:00') }, 3, null],
  ['a minute after the last change', { seq: 7, at: at('09:59:30') }, 3, 'products:7'],
  ['once only', { seq: 7, at: at('09:59:30') }, 7, null],
])('owes the run for changed products %s', (_, newest, covered, expected) => {
  expect(productsOccasion(newest, covered, at('10:00:30'))).toBe(expected);
});
