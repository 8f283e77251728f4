import { describe, expect, it, test } from 'vitest';
import { publishedYears } from '../../calendar/published';
import { workingCalendar } from '../../calendar/workingDays';
import type { PromisedDays } from '../../products/terms';
import { calendarDate } from '../../shared/dates';
import type { ApplicationState } from '../applications/lifecycle';
import { type ClockGround, type ClockStep, clockOf, isSilent } from './clock';
import { limitOf } from './limits';

const calendar = workingCalendar(Object.entries(publishedYears).map(([year, days]) => [Number(year), days] as const));
const nothing: PromisedDays = { accept: null, contact: null, decide: null, disburse: null };
const at = (day: string) => new Date(`${day}T02:00:00Z`);
const step = (day: string, from: ApplicationState, to: ApplicationState): ClockStep => ({ at: at(day), from, to });

type Wish = {
  readonly state: ApplicationState;
  readonly steps?: readonly ClockStep[];
  readonly today: string;
  readonly promisedDays?: Partial<PromisedDays>;
  readonly isSecured?: boolean;
};

/** An application submitted on Monday, 9 November 2026. */
const ground = ({ state, steps = [], today, promisedDays = {}, isSecured = false }: Wish): ClockGround => ({
  application: {
    state,
    offerValidUntil: state === 'offered' ? calendarDate('2026-12-09') : null,
    securities: isSecured ? ['PATENT_PLEDGE'] : [],
    submittedAt: at('2026-11-09'),
  },
  promisedDays: { ...nothing, ...promisedDays },
  steps,
  calendar,
  today: calendarDate(today),
});
const toReview = [step('2026-11-10', 'submitted', 'accepted'), step('2026-11-11', 'accepted', 'dueDiligence')];

describe('the clock of an application', () => {
  test.each<[string, Wish, object | null]>([
    [
      'just submitted is due on the next working day',
      { state: 'submitted', today: '2026-11-09' },
      { dueOn: '2026-11-10', leftDays: 1, isOverdue: false, limitDays: 1, party: 'institution' },
    ],
    ['is not overdue on the day', { state: 'submitted', today: '2026-11-10' }, { leftDays: 0, isOverdue: false }],
    ['is a day later', { state: 'submitted', today: '2026-11-11' }, { leftDays: -1, isOverdue: true }],
    [
      'in due diligence has five days from its beginning, over a weekend',
      { state: 'dueDiligence', steps: toReview, today: '2026-11-13' },
      { dueOn: '2026-11-18', leftDays: 3 },
    ],
    [
      'with security has ten',
      { state: 'dueDiligence', steps: toReview, today: '2026-11-13', isSecured: true },
      { dueOn: '2026-11-25', limitDays: 10 },
    ],
    [
      'has no more than the product promises',
      { state: 'dueDiligence', steps: toReview, today: '2026-11-13', promisedDays: { decide: 3 } },
      { dueOn: '2026-11-16', limitDays: 3 },
    ],
    [
      'has no more than the limit where the product promises longer',
      { state: 'dueDiligence', steps: toReview, today: '2026-11-13', promisedDays: { decide: 20 } },
      { limitDays: 5 },
    ],
    [
      "is the firm's while it puts something right",
      {
        state: 'actionRequired',
        steps: [...toReview, step('2026-11-12', 'dueDiligence', 'actionRequired')],
        today: '2026-11-13',
      },
      { party: 'enterprise', dueOn: '2026-11-26', limitDays: 10 },
    ],
    [
      'goes on afterwards with what was left of it',
      {
        state: 'dueDiligence',
        steps: [
          ...toReview,
          step('2026-11-13', 'dueDiligence', 'actionRequired'),
          step('2026-11-24', 'actionRequired', 'dueDiligence'),
        ],
        today: '2026-11-24',
      },
      { dueOn: '2026-11-27', leftDays: 3, limitDays: 5 },
    ],
    [
      'adds up two interruptions',
      {
        state: 'dueDiligence',
        steps: [
          ...toReview,
          step('2026-11-13', 'dueDiligence', 'actionRequired'),
          step('2026-11-16', 'actionRequired', 'dueDiligence'),
          step('2026-11-17', 'dueDiligence', 'actionRequired'),
          step('2026-11-18', 'actionRequired', 'dueDiligence'),
        ],
        today: '2026-11-18',
      },
      { dueOn: '2026-11-20', leftDays: 2 },
    ],
    [
      'begins anew when an offer was declined',
      {
        state: 'dueDiligence',
        steps: [...toReview, step('2026-11-16', 'dueDiligence', 'offered'), step('2026-11-20', 'offered', 'dueDiligence')],
        today: '2026-11-20',
      },
      { dueOn: '2026-11-27' },
    ],
    [
      'runs on to the contract once the credit is approved: an approval is not the money',
      { state: 'approved', steps: [step('2026-11-16', 'offerAccepted', 'approved')], today: '2026-11-20' },
      { party: 'institution', dueOn: '2026-11-19', limitDays: 3, isOverdue: true },
    ],
    [
      'is not moved by a step that leads nowhere',
      {
        state: 'approved',
        steps: [step('2026-11-16', 'offerAccepted', 'approved'), step('2026-11-18', 'approved', 'approved')],
        today: '2026-11-18',
      },
      { dueOn: '2026-11-19' },
    ],
    [
      'is the last day of an offer',
      { state: 'offered', today: '2026-12-07' },
      { party: 'enterprise', dueOn: '2026-12-09', leftDays: 2, limitDays: null },
    ],
    ['does not run once the offer has run out', { state: 'offered', today: '2026-12-10' }, null],
    ['does not run once it is over', { state: 'disbursed', today: '2026-12-10' }, null],
  ])('%s', (_, wish, expected) => {
    const clock = clockOf(ground(wish));
    if (expected === null) expect(clock).toBeNull();
    else expect(clock).toMatchObject(expected);
  });

  it('says where it runs into a year whose holidays nobody has published', () => {
    const steps = [step('2026-12-30', 'submitted', 'accepted')];
    expect(clockOf(ground({ state: 'accepted', steps, today: '2026-12-30' }))).toMatchObject({
      dueOn: '2027-01-04',
      isCalendarKnown: false,
    });
  });
});

test.each([
  ['2026-11-11', false],
  ['2026-11-12', true],
])('transition 6: on %s a bank that answers within one day, or promised the same day, is silent: %s', (today, expected) => {
  expect(isSilent(ground({ state: 'submitted', today }))).toBe(expected);
  expect(isSilent(ground({ state: 'submitted', today, promisedDays: { accept: 0 } }))).toBe(expected);
  expect(isSilent(ground({ state: 'accepted', today }))).toBe(false);
});

test('a product that promises to answer the same day shortens the limit to nothing', () =>
  expect(limitOf('submitted', { promisedDays: { ...nothing, accept: 0 }, isSecured: false })).toEqual({
    party: 'institution',
    days: 0,
  }));
