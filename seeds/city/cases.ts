import { addDays, type CalendarDate, type Instant } from '../../server/shared/dates';
import type { Random } from '../random';
import type { FirmSketch } from './borrowers';
import { type LoanGroup, largestWan, type PlannedLoan } from './loanPlan';
import { roundedWan } from './shares';
import { cityBegins, momentOf, Workdays } from './workdays';

/** How far an application came; those of the second line are still on somebody's desk. */
export type Outcome =
  | ('disbursed' | 'declined' | 'rejected' | 'withdrawn' | 'lapsed')
  | ('submitted' | 'accepted' | 'offered' | 'offerAccepted');

/** One application with all that happened to it, before a product is found for it; a moment is null when it never came. */
export type PlannedCase = {
  readonly firm: number;
  readonly group: LoanGroup;
  readonly outcome: Outcome;
  readonly amountWan: number;
  readonly termMonths: number;
  /** The firm opened its demand. */
  readonly openedAt: Instant;
  readonly submittedAt: Instant;
  /** The bank took the application. */
  readonly acceptedAt: Instant | null;
  readonly offeredAt: Instant | null;
  /** The firm accepted the offer. */
  readonly agreedAt: Instant | null;
  /** It was paid out, refused, taken back or lapsed. */
  readonly endedAt: Instant | null;
  /** Of a loan paid out. */
  readonly disbursedOn: CalendarDate | null;
  readonly prepaidWan: number;
};

export type CasePlanInput = {
  readonly loans: readonly PlannedLoan[];
  readonly firms: readonly FirmSketch[];
  readonly workdays: Workdays;
  readonly today: CalendarDate;
  readonly random: Random;
};

/** Of the firms without a loan, those that ever asked for one; of those with one, those refused elsewhere. */
const askedInVain = 0.55;
const refusedElsewhere = 0.35;
/** For a hundred loans paid out so many applications are on somebody's desk today. */
const underWayPerHundred = 4;

/**
 * Every application of the city in the order in which they were submitted: the planned loans with the steps that led to
 * them, what was refused, taken back or lapsed before, and what is under way today.
 */
export function planCases(input: CasePlanInput): PlannedCase[] {
  const { loans, firms, random } = input;
  const borrowers = new Set(loans.map(({ firm }) => firm));
  const cases = loans.map(loan => paidOut(loan, random));
  for (const firm of firms) {
    if (!random.chance(borrowers.has(firm.index) ? refusedElsewhere : askedInVain)) continue;
    cases.push(inVain(firm, input));
    if (random.chance(0.25)) cases.push(inVain(firm, input));
  }
  const askers = firms.filter(({ canBorrow }) => canBorrow);
  const stages = ['submitted', 'accepted', 'offered', 'offerAccepted'] as const;
  for (let left = Math.max(8, Math.round((loans.length * underWayPerHundred) / 100)); left > 0; left -= 1)
    cases.push(underWay(random.pick(askers), stages[left % stages.length] ?? 'submitted', input));
  return cases.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
}

/** Working days between the steps, from the slowest of a usual case; the channel of government data is twice as quick. */
const usual = { disburse: 5, agree: 3, offer: 9, accept: 2, submit: 5 };

function paidOut({ firm, group, amountWan, termMonths, disbursedOn, prepaidWan }: PlannedLoan, random: Random): PlannedCase {
  const pace = group === 'governmentData' ? 0.45 : 1;
  const back = (day: CalendarDate, most: number) => Workdays.before(day, random.whole(0, Math.round(most * pace)));
  const agreedOn = back(disbursedOn, usual.disburse);
  const offeredOn = back(agreedOn, usual.agree);
  const acceptedOn = back(offeredOn, usual.offer);
  const submittedOn = back(acceptedOn, usual.accept);
  return {
    firm,
    group,
    outcome: 'disbursed',
    amountWan,
    termMonths,
    ...hours(random, {
      openedOn: back(submittedOn, usual.submit),
      submittedOn,
      acceptedOn,
      offeredOn,
      agreedOn,
      endedOn: disbursedOn,
    }),
    disbursedOn,
    prepaidWan,
  };
}

const waysToFail = [
  { outcome: 'rejected', weight: 46 },
  { outcome: 'declined', weight: 36 },
  { outcome: 'withdrawn', weight: 11 },
  { outcome: 'lapsed', weight: 7 },
] as const;

/** An offer stands for so many days. */
export const offerDays = 30;

function inVain(firm: FirmSketch, { workdays, today, random }: CasePlanInput): PlannedCase {
  const { outcome } = random.weighted(waysToFail);
  const from = firm.bankableFrom > cityBegins ? firm.bankableFrom : cityBegins;
  const submittedOn = workdays.between(random, from, addDays(today, -offerDays - 20));
  const acceptedOn = outcome === 'declined' ? null : onward(random, submittedOn, usual.accept);
  const offeredOn = outcome === 'lapsed' && acceptedOn ? onward(random, acceptedOn, usual.offer) : null;
  const endedOn = offeredOn ? addDays(offeredOn, offerDays + 1) : onward(random, acceptedOn ?? submittedOn, usual.offer);
  return {
    ...asked(firm, random),
    outcome,
    ...hours(random, {
      openedOn: Workdays.before(submittedOn, random.whole(0, usual.submit)),
      submittedOn,
      acceptedOn,
      offeredOn,
      agreedOn: null,
      endedOn,
    }),
    disbursedOn: null,
    prepaidWan: 0,
  };
}

function underWay(
  firm: FirmSketch,
  outcome: 'submitted' | 'accepted' | 'offered' | 'offerAccepted',
  { today, random }: CasePlanInput,
): PlannedCase {
  const reached = ['submitted', 'accepted', 'offered', 'offerAccepted'].indexOf(outcome);
  const back = (day: CalendarDate, least: number, most: number) => Workdays.before(day, random.whole(least, most));
  const agreedOn = reached >= 3 ? back(today, 1, 3) : null;
  const offeredOn = reached >= 2 ? back(agreedOn ?? today, agreedOn ? 0 : 1, 4) : null;
  const acceptedOn = reached >= 1 ? back(offeredOn ?? today, offeredOn ? 0 : 1, 6) : null;
  const submittedOn = back(acceptedOn ?? today, acceptedOn ? 0 : 1, 2);
  return {
    ...asked(firm, random),
    outcome,
    ...hours(random, { openedOn: back(submittedOn, 0, 4), submittedOn, acceptedOn, offeredOn, agreedOn, endedOn: null }),
    disbursedOn: null,
    prepaidWan: 0,
  };
}

/** What a firm asks for when nothing has to add up: something in proportion to its sales. */
const asked = (firm: FirmSketch, random: Random) => ({
  firm: firm.index,
  group: 'other' as const,
  amountWan: Math.min(largestWan.other, roundedWan(firm.salesWan * 0.2 * Math.exp(0.6 * random.normal()))),
  termMonths: random.pick([6, 12, 12, 12, 24, 36]),
});

type Days = {
  readonly openedOn: CalendarDate;
  readonly submittedOn: CalendarDate;
  readonly acceptedOn: CalendarDate | null;
  readonly offeredOn: CalendarDate | null;
  readonly agreedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
};

/** Moments within the days, in order also where several steps fall on one. */
function hours(random: Random, days: Days) {
  const within = (day: CalendarDate, place: number) => momentOf(day, (place + random.next() * 0.9) / 6);
  const ifCame = (day: CalendarDate | null, place: number) => (day === null ? null : within(day, place));
  return {
    openedAt: within(days.openedOn, 0),
    submittedAt: within(days.submittedOn, 1),
    acceptedAt: ifCame(days.acceptedOn, 2),
    offeredAt: ifCame(days.offeredOn, 3),
    agreedAt: ifCame(days.agreedOn, 4),
    endedAt: ifCame(days.endedOn, 5),
  };
}

/** Up to `most` working days after `day`. */
const onward = (random: Random, day: CalendarDate, most: number): CalendarDate => Workdays.before(day, -random.whole(0, most));
