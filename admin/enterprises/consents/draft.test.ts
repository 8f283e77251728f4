import { expect, test } from 'vitest';
import { changed, emptyDraft, monthsLater, stepsLeft } from './draft';

const today = '2026-11-23';
const whole = {
  ...emptyDraft(today),
  recipientId: 'platform',
  dataClasses: ['TAX_PAID'],
  hasRead: true,
};

test('an empty draft has no class ticked and asks for recipient, classes and reading', () => {
  expect(emptyDraft(today).dataClasses).toEqual([]);
  expect(stepsLeft(emptyDraft(today), today)).toEqual(['recipient', 'classes', 'read']);
});

test.each([
  ['today as the last day', { validTo: '2026-11-23' }, []],
  ['yesterday as the last day', { validTo: '2026-11-22' }, ['period']],
  ['the day 24 months on', { validTo: '2028-11-23' }, []],
  ['a day later than 24 months on', { validTo: '2028-11-24' }, ['period']],
  ['no last day', { validTo: '' }, ['period']],
  ['data that begin and end on one day', { dataFrom: '2026-01-01', dataTo: '2026-01-01' }, []],
  ['data that end before they begin', { dataFrom: '2026-01-02', dataTo: '2026-01-01' }, ['window']],
  ['data that only begin', { dataFrom: '2026-01-02' }, []],
] as const)('%s', (_, change, expected) => {
  expect(stepsLeft({ ...whole, ...change }, today)).toEqual(expected);
});

test('a change after reading asks to read again', () => {
  expect(changed(whole, { dataClasses: ['TAX_PAID', 'PATENT'] }).hasRead).toBe(false);
  expect(changed(whole, { hasRead: true }).hasRead).toBe(true);
});

test.each([
  ['2026-11-23', 12, '2027-11-23'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-31', 2, '2027-02-28'],
] as const)('%s and %i months is %s', (day, months, expected) => {
  expect(monthsLater(day, months)).toBe(expected);
});
