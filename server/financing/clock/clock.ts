import { isPublishedThrough, nthWorkingDayAfter, type WorkingCalendar, workingDaysBetween } from '../../calendar/workingDays';
import type { PromisedDays } from '../../products/terms';
import { type CalendarDate, dayOf, type Instant } from '../../shared/dates';
import { type ApplicationActor, stateOn } from '../applications/access';
import { type ApplicationState, unanswered } from '../applications/lifecycle';
import type { Application } from '../applications/tables';
import { limitOf, silentAfter } from './limits';

/** An application moved from one state to another. */
export type ClockStep = { readonly at: Instant; readonly from: ApplicationState; readonly to: ApplicationState };

/** Who has to do something by when, counted in working days. */
export type Clock = {
  readonly party: ApplicationActor;
  /** Null for an offer, which names its last day itself. */
  readonly limitDays: number | null;
  readonly dueOn: CalendarDate;
  /** Working days until the day it is due; negative by how many have passed since. */
  readonly leftDays: number;
  readonly isOverdue: boolean;
  /** Left unanswered through this day, it is released by itself; null for a step after which it is not. */
  readonly releasedAfter: CalendarDate | null;
  /** Whether the holidays of the years it runs through are published. */
  readonly isCalendarKnown: boolean;
};

export type ClockGround = {
  readonly application: Pick<Application, 'state' | 'offerValidUntil' | 'securities' | 'submittedAt'>;
  readonly promisedDays: PromisedDays;
  /** All that the application went through, first to last. */
  readonly steps: readonly ClockStep[];
  readonly calendar: WorkingCalendar;
  readonly today: CalendarDate;
};

/**
 * The clock that runs for an application on a day, computed from its steps alone: whose turn it is, by when, and how many working
 * days are left. While the firm must put something right, the bank's time stands still and goes on afterwards. Null when no
 * limit runs.
 */
export function clockOf(ground: ClockGround): Clock | null {
  const { application, calendar, today } = ground;
  const state = stateOn(application, today);
  if (state === 'offered' && application.offerValidUntil !== null)
    return clockUntil(application.offerValidUntil, {
      party: 'enterprise',
      limitDays: null,
      releasedAfter: null,
      since: today,
      calendar,
      today,
    });
  const limit = limitIn(state, ground);
  if (limit === null) return null;
  const { since, usedDays } = standingOf(ground);
  const dueOn = nthWorkingDayAfter(calendar, since, Math.max(0, limit.days - usedDays));
  const releasedAfter = releasedAfterIn(ground);
  return clockUntil(dueOn, { party: limit.party, limitDays: limit.days, releasedAfter, since, calendar, today });
}

/** Whether a bank has left an application unanswered for twice its limit: from the day after on. */
export function isSilent(ground: ClockGround): boolean {
  const last = releasedAfterIn(ground);
  return last !== null && ground.today > last;
}

function releasedAfterIn(ground: ClockGround): CalendarDate | null {
  const limit = limitIn(ground.application.state, ground);
  if (!isUnanswered(ground.application.state) || limit === null) return null;
  return nthWorkingDayAfter(ground.calendar, standingOf(ground).since, silentAfter(limit.days));
}

const isUnanswered = (state: ApplicationState): boolean => (unanswered as readonly ApplicationState[]).includes(state);

const limitIn = (state: ApplicationState, { application, promisedDays }: ClockGround) =>
  limitOf(state, { promisedDays, isSecured: application.securities.length > 0 });

function clockUntil(
  dueOn: CalendarDate,
  {
    since,
    calendar,
    today,
    ...whose
  }: Pick<Clock, 'party' | 'limitDays' | 'releasedAfter'> &
    Pick<ClockGround, 'calendar' | 'today'> & { readonly since: CalendarDate },
): Clock {
  return {
    ...whose,
    dueOn,
    leftDays: workingDaysBetween(calendar, today, dueOn),
    isOverdue: today > dueOn,
    isCalendarKnown: isPublishedThrough(calendar, since, dueOn),
  };
}

type Standing = { readonly state: ApplicationState; readonly since: CalendarDate; readonly usedDays: number };

/** Since when the application stands where it stands, and how much of its time was used before it was interrupted. */
function standingOf({ application, steps, calendar }: ClockGround): Standing {
  let standing: Standing = { state: 'submitted', since: dayOf(application.submittedAt), usedDays: 0 };
  let interrupted: Standing | null = null;
  for (const { at, from, to } of steps) {
    if (from === to) continue;
    const since = dayOf(at);
    if (to === 'actionRequired')
      interrupted = { ...standing, usedDays: standing.usedDays + workingDaysBetween(calendar, standing.since, since) };
    const goesOn: boolean = from === 'actionRequired' && interrupted?.state === to;
    standing = { state: to, since, usedDays: goesOn ? (interrupted?.usedDays ?? 0) : 0 };
  }
  return standing;
}
