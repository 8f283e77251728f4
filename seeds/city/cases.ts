import { addDays, type CalendarDate, type Instant } from '../../server/shared/dates';
import type { Random } from '../random';
import type { FirmSketch } from './borrowers';
import { type LoanGroup, largestWan, type PlannedLoan } from './loanPlan';
import { roundedWan } from './shares';
import { cityBegins, momentOf, Workdays } from './workdays';

/** How far an application came; one at a stage is still on somebody's desk. */
export type Outcome = ('disbursed' | 'declined' | 'rejected' | 'withdrawn' | 'lapsed' | 'released') | Stage;

const stages = ['submitted', 'accepted', 'dueDiligence', 'offered', 'offerAccepted', 'approved', 'signed'] as const;
type Stage = (typeof stages)[number];

/** What a bank may do while it looks into a case, beside going on: neither moves the case along. */
export type Aside = 'actionRequired' | 'inPrinciple';

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
  /** It began to look into it. */
  readonly assessedAt: Instant | null;
  /** Where the case stands beside its way, if it does. */
  readonly aside: Aside | null;
  readonly offeredAt: Instant | null;
  /** The firm accepted the offer. */
  readonly agreedAt: Instant | null;
  /** The bank granted the credit. */
  readonly approvedAt: Instant | null;
  /** Both signed the contract. */
  readonly signedAt: Instant | null;
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
  for (let left = Math.max(8, Math.round((loans.length * underWayPerHundred) / 100)); left > 0; left -= 1)
    cases.push(underWay(random.pick(askers), stages[left % stages.length] ?? 'submitted', input));
  return cases.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
}

/** Working days between the steps, from the slowest of a usual case; the channel of government data is twice as quick. */
const usual = { pay: 2, sign: 2, approve: 1, agree: 3, offer: 7, assess: 2, accept: 1, submit: 5 };

function paidOut({ firm, group, amountWan, termMonths, disbursedOn, prepaidWan }: PlannedLoan, random: Random): PlannedCase {
  const pace = group === 'governmentData' ? 0.45 : 1;
  const back = (day: CalendarDate, most: number) => Workdays.before(day, random.whole(0, Math.round(most * pace)));
  const signedOn = back(disbursedOn, usual.pay);
  const approvedOn = back(signedOn, usual.sign);
  const agreedOn = back(approvedOn, usual.approve);
  const offeredOn = back(agreedOn, usual.agree);
  const assessedOn = back(offeredOn, usual.offer);
  const acceptedOn = back(assessedOn, usual.assess);
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
      assessedOn,
      offeredOn,
      agreedOn,
      approvedOn,
      signedOn,
      endedOn: disbursedOn,
    }),
    aside: null,
    disbursedOn,
    prepaidWan,
  };
}

const waysToFail = [
  { outcome: 'rejected', weight: 46 },
  { outcome: 'declined', weight: 36 },
  { outcome: 'withdrawn', weight: 11 },
  { outcome: 'lapsed', weight: 7 },
  { outcome: 'released', weight: 3 },
] as const;

/** A bank that is silent for twice its one day loses the application on the third. */
const releasedAfter = 3;

/** An offer stands for so many days. */
export const offerDays = 30;

function inVain(firm: FirmSketch, { workdays, today, random }: CasePlanInput): PlannedCase {
  const { outcome } = random.weighted(waysToFail);
  const from = firm.bankableFrom > cityBegins ? firm.bankableFrom : cityBegins;
  const submittedOn = workdays.between(random, from, addDays(today, -offerDays - 20));
  const isTaken = outcome !== 'declined' && outcome !== 'released';
  const acceptedOn = isTaken ? onward(random, submittedOn, usual.accept) : null;
  const isAssessed = acceptedOn !== null && outcome !== 'withdrawn';
  const assessedOn = isAssessed ? onward(random, acceptedOn, usual.assess) : null;
  const offeredOn = outcome === 'lapsed' && assessedOn ? onward(random, assessedOn, usual.offer) : null;
  const endedOn = offeredOn
    ? addDays(offeredOn, offerDays + 1)
    : outcome === 'released'
      ? Workdays.before(submittedOn, -releasedAfter)
      : onward(random, assessedOn ?? acceptedOn ?? submittedOn, usual.offer);
  return {
    ...asked(firm, random),
    outcome,
    ...hours(random, {
      openedOn: Workdays.before(submittedOn, random.whole(0, usual.submit)),
      submittedOn,
      acceptedOn,
      assessedOn,
      offeredOn,
      agreedOn: null,
      approvedOn: null,
      signedOn: null,
      endedOn,
    }),
    aside: null,
    disbursedOn: null,
    prepaidWan: 0,
  };
}

function underWay(firm: FirmSketch, outcome: Stage, { today, random }: CasePlanInput): PlannedCase {
  const reached = stages.indexOf(outcome);
  const back = (day: CalendarDate, least: number, most: number) => Workdays.before(day, random.whole(least, most));
  /** When the application came to a stage it has reached: some days before the next one, the last of them before today. */
  const cameOn = (stage: Stage, next: CalendarDate | null, most: number) =>
    reached >= stages.indexOf(stage) ? back(next ?? today, next ? 0 : 1, most) : null;
  const signedOn = cameOn('signed', null, 2);
  const approvedOn = cameOn('approved', signedOn, 3);
  const agreedOn = cameOn('offerAccepted', approvedOn, 2);
  const offeredOn = cameOn('offered', agreedOn, 4);
  const assessedOn = cameOn('dueDiligence', offeredOn, 7);
  const acceptedOn = cameOn('accepted', assessedOn, 3);
  const submittedOn = cameOn('submitted', acceptedOn, 2) ?? today;
  return {
    ...asked(firm, random),
    outcome,
    ...hours(random, {
      openedOn: back(submittedOn, 0, 4),
      submittedOn,
      acceptedOn,
      assessedOn,
      offeredOn,
      agreedOn,
      approvedOn,
      signedOn,
      endedOn: null,
    }),
    aside: outcome === 'dueDiligence' ? random.pick(['actionRequired', 'inPrinciple', null, null] as const) : null,
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
  readonly assessedOn: CalendarDate | null;
  readonly offeredOn: CalendarDate | null;
  readonly agreedOn: CalendarDate | null;
  readonly approvedOn: CalendarDate | null;
  readonly signedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
};

/** Moments within the days, in order also where several steps fall on one. */
function hours(random: Random, days: Days) {
  const within = (day: CalendarDate, place: number) => momentOf(day, (place + random.next() * 0.9) / 9);
  const ifCame = (day: CalendarDate | null, place: number) => (day === null ? null : within(day, place));
  return {
    openedAt: within(days.openedOn, 0),
    submittedAt: within(days.submittedOn, 1),
    acceptedAt: ifCame(days.acceptedOn, 2),
    assessedAt: ifCame(days.assessedOn, 3),
    offeredAt: ifCame(days.offeredOn, 4),
    agreedAt: ifCame(days.agreedOn, 5),
    approvedAt: ifCame(days.approvedOn, 6),
    signedAt: ifCame(days.signedOn, 7),
    endedAt: ifCame(days.endedOn, 8),
  };
}

/** Up to `most` working days after `day`. */
const onward = (random: Random, day: CalendarDate, most: number): CalendarDate => Workdays.before(day, -random.whole(0, most));
