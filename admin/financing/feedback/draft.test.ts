import { expect, it } from 'vitest';
import { emptyDraft, rowOf } from './draft';

const due = { dueOn: '2026-10-23', principalFen: 8_000_000, interestFen: 360_000, feeFen: 0 };
const draft = emptyDraft(due, '2026-10', '2026-11-23');

it('takes the day it was due, the last of the month where nothing was, and no day to come', () => {
  expect(draft.paidOn).toBe('2026-10-23');
  expect(emptyDraft({ ...due, dueOn: '2026-09-23' }, '2026-10', '2026-11-23').paidOn).toBe('2026-10-31');
  expect(emptyDraft({ ...due, dueOn: null }, '2026-11', '2026-11-23').paidOn).toBe('2026-11-23');
});

it('sends what is due, what was typed, or that nothing was paid; and nothing while nothing is said', () => {
  expect(rowOf('t', draft, due)).toBeNull();
  expect(rowOf('t', { ...draft, how: 'asDue' }, due)).toEqual({
    transactionId: 't',
    paidOn: '2026-10-23',
    principalFen: 8_000_000,
    interestFen: 360_000,
    feeFen: 0,
  });
  expect(rowOf('t', { ...draft, how: 'other', interestFen: 100 }, due)).toMatchObject({ principalFen: 0, interestFen: 100 });
  expect(rowOf('t', { ...draft, how: 'other' }, due)).toBeNull();
  expect(rowOf('t', { ...draft, how: 'other', interestFen: Number.NaN }, due)).toBeNull();
  expect(rowOf('t', { ...draft, how: 'nothing' }, due)).toMatchObject({ paidOn: null, principalFen: 0 });
});
