import { expect, test } from 'vitest';
import type { AccessEntry } from '../generated/schema';
import { eventsOf } from './accessEvents';

const entryOf = (id: string, extra: Partial<AccessEntry> = {}): AccessEntry => ({
  id,
  at: '2026-11-23T02:00:00.000Z',
  readerOrganisationId: 'bank',
  reader: { id: 'bank', name: '旌城银行', kind: 'bank' },
  purpose: 'creditAssessment',
  dataClass: 'TAX_PAID',
  outcome: 'allowed',
  reason: 'consented',
  consentId: 'consent',
  requestId: 'request-1',
  ...extra,
});

test('the classes of one query are one event, with what was allowed and refused of them', () => {
  const events = eventsOf([entryOf('2'), entryOf('1', { dataClass: 'PATENT', outcome: 'refused', reason: 'classNotIncluded' })]);
  expect(events.map(({ allowed, refused }) => ({ allowed, refused }))).toEqual([{ allowed: 1, refused: 1 }]);
  expect(events[0]?.entries.map(({ id }) => id)).toEqual(['2', '1']);
});

test.each([
  ['another request', { requestId: 'request-2' }],
  ['another reader', { readerOrganisationId: 'other' }],
  ['another purpose', { purpose: 'postLoan' }],
  ['another time', { at: '2026-11-23T02:00:01.000Z' }],
] as const)('%s is another event', (_, extra) => {
  expect(eventsOf([entryOf('2'), entryOf('1', extra)])).toHaveLength(2);
});
