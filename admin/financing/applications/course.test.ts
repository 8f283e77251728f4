import { describe, expect, test } from 'vitest';
import { courseOf, turnOf } from './course';

const record = (...verbs: string[]) => verbs.map((verb, place) => ({ verb, at: `2026-11-0${place + 1}T02:00:00Z` }));
const assessed = ['submitApplication', 'acceptApplication', 'startDueDiligence'];
const agreed = [...assessed, 'makeOffer', 'acceptOffer'];
const standings = (...of: Parameters<typeof courseOf>) => courseOf(...of).map(({ standing }) => standing);

describe('the course of an application', () => {
  test('one just submitted awaits the bank', () =>
    expect(standings('submitted', record('submitApplication'))).toEqual(['taken', 'awaited', ...Array(6).fill('ahead')]));

  test('a loan paid out has taken every step, each with its moment', () => {
    const history = record(
      'submitApplication',
      'acceptApplication',
      'startDueDiligence',
      'makeOffer',
      'acceptOffer',
      'approveApplication',
      'signContract',
      'disburse',
    );
    expect(courseOf('disbursed', history).map(({ at }) => at)).toEqual(history.map(({ at }) => at));
    expect(standings('disbursed', history)).not.toContain('awaited');
  });

  test('one that is bargained over has been offered a loan and awaits its acceptance', () => {
    const history = record(...assessed, 'makeOffer', 'counterOffer');
    expect(standings('countered', history)).toEqual([...Array(4).fill('taken'), 'awaited', ...Array(3).fill('ahead')]);
  });

  test('one that waits for corrections stands where it was asked', () => {
    expect(standings('actionRequired', record(...assessed, 'requestCorrection')).indexOf('awaited')).toBe(3);
    expect(standings('contractIssued', record(...agreed, 'approveApplication', 'issueContract')).indexOf('awaited')).toBe(6);
  });

  test('of two offers the later one counts', () => {
    const history = record(...assessed, 'makeOffer', 'declineOffer', 'makeOffer');
    expect(courseOf('offered', history)[3]?.at).toBe(history[5]?.at);
  });

  test.each([
    ['declined', ['submitApplication', 'declineApplication'], 1],
    ['rejected', ['submitApplication', 'acceptApplication', 'rejectApplication'], 2],
    ['rejected', [...assessed, 'makeOffer', 'withdrawOffer', 'rejectApplication'], 3],
    ['rejected', [...assessed, 'makeOffer', 'counterOffer', 'rejectApplication'], 4],
    ['lapsed', [...assessed, 'makeOffer'], 4],
    ['withdrawn', [...agreed, 'withdrawApplication'], 5],
    ['cancelled', [...agreed, 'approveApplication', 'cancelApplication'], 6],
  ] as const)('%s after %j ends where the step %# did not come', (state, verbs, ended) => {
    const course = courseOf(state, record(...verbs));
    expect(course.findIndex(({ standing }) => standing === 'ended')).toBe(ended);
    expect(course.slice(0, ended).every(({ standing }) => standing === 'taken')).toBe(true);
  });
});

test.each([
  ['submitted', 'bank'],
  ['accepted', 'bank'],
  ['actionRequired', 'firm'],
  ['offered', 'firm'],
  ['countered', 'bank'],
  ['offerAccepted', 'bank'],
  ['contractIssued', 'firm'],
  ['disbursed', null],
  ['withdrawn', null],
] as const)('%s: the turn is %s', (state, side) => expect(turnOf(state)).toBe(side));
