import { and, eq, gte, inArray, lt, or, type Placeholder, type SQL } from 'drizzle-orm';
import type { CalendarDate } from '../../shared/dates';
import { type ApplicationState, liveStates } from './lifecycle';
import { applications } from './tables';

const { state, offerValidUntil } = applications;

/** `stateOn` as a condition of a query: an application whose offer has run out has lapsed. */
export const isInStateOn = (wanted: ApplicationState, today: CalendarDate): SQL | undefined => {
  if (wanted === 'offered') return isOfferedOn(today);
  return wanted === 'lapsed' ? or(eq(state, 'lapsed'), hasRunOutOn(today)) : eq(state, wanted);
};

/** A day, or its place in a prepared query. */
type Day = CalendarDate | Placeholder;

/** An offer waits for the firm's answer. */
export const isOfferedOn = (today: Day): SQL | undefined => and(eq(state, 'offered'), gte(offerValidUntil, today));

const hasRunOutOn = (today: CalendarDate): SQL | undefined => and(eq(state, 'offered'), lt(offerValidUntil, today));

/** A loan can still come of it. */
export const isLiveOn = (today: Day): SQL | undefined =>
  or(
    inArray(
      state,
      liveStates.filter(each => each !== 'offered'),
    ),
    isOfferedOn(today),
  );

/** Its money was paid out, or its line opened. */
export const isLent: SQL = inArray(applications.state, ['disbursed', 'partiallyDisbursed']);
