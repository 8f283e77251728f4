import { describe, expect, test } from 'vitest';
import { courseOf, turnOf } from './course';

const record = (...verbs: string[]) => verbs.map((verb, place) => ({ verb, at: `2026-11-0${place + 1}T02:00:00Z` }));
const standings = (...of: Parameters<typeof courseOf>) => courseOf(...of).map(({ standing }) => standing);

describe('the course of an application', () => {
  test('one just submitted awaits the bank', () =>
    expect(standings('submitted', record('submitApplication'))).toEqual(['taken', 'awaited', 'ahead', 'ahead', 'ahead']));

  test('a loan paid out has taken every step, each with its moment', () => {
    const history = record('submitApplication', 'acceptApplication', 'makeOffer', 'acceptOffer', 'disburse');
    expect(courseOf('disbursed', history).map(({ at }) => at)).toEqual(history.map(({ at }) => at));
    expect(standings('disbursed', history)).not.toContain('awaited');
  });

  test('one that is bargained over has been offered a loan and awaits its acceptance', () => {
    const history = record('submitApplication', 'acceptApplication', 'makeOffer', 'counterOffer');
    expect(standings('countered', history)).toEqual(['taken', 'taken', 'taken', 'awaited', 'ahead']);
  });

  test('of two offers the later one counts', () => {
    const history = record('submitApplication', 'acceptApplication', 'makeOffer', 'declineOffer', 'makeOffer');
    expect(courseOf('offered', history)[2]?.at).toBe(history[4]?.at);
  });

  test.each([
    ['declined', ['submitApplication', 'declineApplication'], 1],
    ['rejected', ['submitApplication', 'acceptApplication', 'rejectApplication'], 2],
    ['rejected', ['submitApplication', 'acceptApplication', 'makeOffer', 'withdrawOffer', 'rejectApplication'], 2],
    ['rejected', ['submitApplication', 'acceptApplication', 'makeOffer', 'counterOffer', 'rejectApplication'], 3],
    ['lapsed', ['submitApplication', 'acceptApplication', 'makeOffer'], 3],
    ['withdrawn', ['submitApplication', 'acceptApplication', 'makeOffer', 'acceptOffer', 'withdrawApplication'], 4],
  ] as const)('%s after %j ends where the step %# did not come', (state, verbs, ended) => {
    const course = courseOf(state, record(...verbs));
    expect(course.findIndex(({ standing }) => standing === 'ended')).toBe(ended);
    expect(course.slice(0, ended).every(({ standing }) => standing === 'taken')).toBe(true);
  });
});

test.each([
  ['submitted', 'bank'],
  ['accepted', 'bank'],
  ['offered', 'firm'],
  ['countered', 'bank'],
  ['offerAccepted', 'bank'],
  ['disbursed', null],
  ['withdrawn', null],
] as const)('%s: the turn is %s', (state, side) => expect(turnOf(state)).toBe(side));
