import type { RepaymentMethod } from '../../matching/attributes';
import { addDays, type CalendarDate, daysBetween } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import type { Bps } from '../../shared/rate';
import { interestOn } from '../repayment/dayCount';
import { type LoanTerms, maturityOf } from '../repayment/loanTerms';
import { repaymentSchedule } from '../repayment/schedule';

/** A part of a loan that falls due on a day. `isEarly`: the firm repaid it before it was due, which redrew the rest. */
export type DuePart = {
  readonly dueOn: CalendarDate;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly isEarly: boolean;
};

/** What changed the terms from a day on: another rate, and of a restructuring, how the rest is repaid and until when. */
export type Revision = {
  readonly from: CalendarDate;
  readonly rateBps: Bps;
  readonly restructured: { readonly method: RepaymentMethod; readonly maturesOn: CalendarDate } | null;
};

/** What the lender reports to have received on a day, each kind by itself. */
export type Payment = {
  readonly paidOn: CalendarDate;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly feeFen: Fen;
};

export type LoanCourse = {
  /** As paid out. */
  readonly terms: LoanTerms;
  readonly revisions: readonly Revision[];
  readonly payments: readonly Payment[];
};

export type LoanPlan = {
  readonly parts: readonly DuePart[];
  readonly maturesOn: CalendarDate;
  /** The rate that holds after the last of what was told. */
  readonly rateBps: Bps;
};

/** A payment at most so many days before an instalment is that instalment, paid ahead; monthly instalments are never further apart. */
const daysAhead = 31;

/**
 * What of a loan falls due when, after everything that has happened to it: the schedule as agreed, drawn anew by the same
 * function from each day on which the rate was reset, the loan restructured or principal repaid early. Days due by then stand;
 * interest that has accrued and is not yet due is due with the next part. The due day of the month stays.
 *
 * Principal beyond what is due pays the next instalment where that is at most 31 days away and the payment is no more than it;
 * any more is an early repayment, and the rest is reckoned on what is then owed (民法典 677: interest for the actual time). A
 * revolving loan, and one repaid in full, pays the accrued interest with it. A restructuring takes over whatever is unpaid:
 * principal into the new schedule, interest into its first part.
 */
export function planOf({ terms, revisions, payments }: LoanCourse): LoanPlan {
  let plan = startOf(terms);
  for (const event of inOrder(revisions, payments)) plan = event.kind === 'payment' ? paid(plan, event) : revised(plan, event);
  const { terms: now, parts } = plan.segment;
  return { parts: [...plan.kept, ...parts], maturesOn: maturityOf(now), rateBps: now.rateBps };
}

/** The part of the plan that no later event has cut off, and what was due before it. */
type Draft = {
  readonly kept: readonly DuePart[];
  readonly segment: Segment;
  readonly paidPrincipalFen: Fen;
  readonly paidInterestFen: Fen;
};
type Segment = { readonly terms: LoanTerms; readonly carriedFen: Fen; readonly parts: readonly DuePart[] };

type Event = ({ readonly kind: 'revision' } & Revision) | ({ readonly kind: 'payment' } & Payment);

/** By day; on one day the rate is reset first, then payments count, then the loan is restructured. */
const inOrder = (revisions: readonly Revision[], payments: readonly Payment[]): readonly Event[] =>
  [
    ...revisions.map(revision => ({ on: revision.from, place: revision.restructured ? 2 : 0, event: of('revision', revision) })),
    ...payments.map(payment => ({ on: payment.paidOn, place: 1, event: of('payment', payment) })),
  ]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.place - b.place))
    .map(({ event }) => event);

const of = <Kind extends string, Rest>(kind: Kind, rest: Rest) => ({ kind, ...rest });

const startOf = (terms: LoanTerms): Draft => ({
  kept: [],
  segment: drawn({ ...terms, fees: [] }, 0),
  paidPrincipalFen: 0,
  paidInterestFen: 0,
});

/** The parts of `terms`, the first with the interest that was carried over. */
function drawn(terms: LoanTerms, carriedFen: Fen): Segment {
  const rows = repaymentSchedule(terms).rows;
  const parts = rows.map(({ dueOn, principalFen, interestFen }, place) => ({
    dueOn,
    principalFen,
    interestFen: interestFen + (place === 0 ? carriedFen : 0),
    isEarly: false,
  }));
  return { terms, carriedFen, parts };
}

function paid(draft: Draft, { paidOn, principalFen, interestFen }: Payment): Draft {
  const { kept, segment } = draft;
  const after = {
    ...draft,
    paidPrincipalFen: draft.paidPrincipalFen + principalFen,
    paidInterestFen: draft.paidInterestFen + interestFen,
  };
  const dueFen = principalOf([...kept, ...segment.parts.filter(({ dueOn }) => dueOn <= paidOn)]);
  const surplusFen = after.paidPrincipalFen - dueFen;
  if (principalFen === 0 || surplusFen <= 0 || paidOn >= maturityOf(segment.terms)) return after;
  const next = segment.parts.find(({ dueOn }) => dueOn > paidOn);
  const isAhead = segment.terms.method !== 'FLEXIBLE' && next !== undefined && next.dueOn <= addDays(paidOn, daysAhead);
  if (isAhead && surplusFen <= next.principalFen) return after;
  return repaidEarly(after, paidOn, surplusFen);
}

function repaidEarly(draft: Draft, on: CalendarDate, principalFen: Fen): Draft {
  const { kept, owedFen, accruedFen } = cut(draft, on);
  const restFen = owedFen - principalFen;
  const settlesInterest = restFen === 0 || draft.segment.terms.method === 'FLEXIBLE';
  const early = { dueOn: on, principalFen, interestFen: settlesInterest ? accruedFen : 0, isEarly: true };
  const segment = redrawn(draft.segment.terms, { on, restFen, carriedFen: settlesInterest ? 0 : accruedFen });
  return { ...draft, kept: joined(kept, early), segment };
}

function revised(draft: Draft, { from, rateBps, restructured }: Revision): Draft {
  const { terms } = draft.segment;
  if (restructured) return restructuredFrom(draft, from, { ...restructured, rateBps });
  const { kept, owedFen, accruedFen } = cut(draft, from);
  if (owedFen === 0 || from >= maturityOf(terms)) return draft;
  const segment = redrawn({ ...terms, rateBps }, { on: from, restFen: owedFen, carriedFen: accruedFen });
  return { ...draft, kept, segment };
}

type NewTerms = { readonly method: RepaymentMethod; readonly maturesOn: CalendarDate; readonly rateBps: Bps };

function restructuredFrom(draft: Draft, on: CalendarDate, terms: NewTerms): Draft {
  const { kept, accruedFen } = cut(draft, on);
  const { parts, openInterestFen } = asPaid(kept, draft);
  const surplusFen = draft.paidPrincipalFen - principalOf(parts);
  const before = surplusFen > 0 ? joined(parts, { dueOn: on, principalFen: surplusFen, interestFen: 0, isEarly: true }) : parts;
  const restFen = draft.segment.terms.principalFen + principalOf(draft.kept) - draft.paidPrincipalFen;
  const now = { ...draft.segment.terms, ...terms, dueDay: dueDayFor(terms.method, draft.segment.terms), instalments: null };
  const segment = redrawn(now, { on, restFen, carriedFen: openInterestFen + accruedFen });
  return { ...draft, kept: before, segment };
}

const monthly: readonly RepaymentMethod[] = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST'];

/** The day of the month that instalments fall on, kept over a change of method. */
const dueDayFor = (method: RepaymentMethod, { dueDay, disbursedOn }: LoanTerms): number | null =>
  monthly.includes(method) ? (dueDay ?? Number(disbursedOn.slice(8))) : null;

/** What is left of a loan from `on` to its maturity, by the same method on the same day of the month. */
function redrawn(
  terms: LoanTerms,
  { on, restFen, carriedFen }: { readonly on: CalendarDate; readonly restFen: Fen; readonly carriedFen: Fen },
): Segment {
  const maturesOn = maturityOf(terms);
  const rest = {
    ...terms,
    principalFen: restFen,
    disbursedOn: on,
    maturesOn,
    firstDueOn: null,
    dueDay: terms.method === 'FLEXIBLE' ? (terms.dueDay ?? null) : dueDayFor(terms.method, terms),
    instalments: terms.instalments ? agreedRest(terms, on, restFen) : null,
  };
  return restFen === 0 ? { terms: rest, carriedFen: 0, parts: [] } : drawn(rest, carriedFen);
}

/** An agreed plan after a part was repaid early: what is left is taken off its end. */
function agreedRest({ instalments }: LoanTerms, on: CalendarDate, restFen: Fen) {
  const left = (instalments ?? []).filter(({ dueOn }) => dueOn > on);
  let roomFen = restFen;
  return left.map(({ dueOn, principalFen }) => {
    const partFen = Math.min(principalFen, roomFen);
    roomFen -= partFen;
    return { dueOn, principalFen: partFen };
  });
}

/** Where a draft stands on a day: what was due by then, what by plan is owed after it, and the interest on that since the last due day. */
function cut({ kept, segment }: Draft, on: CalendarDate) {
  const { terms, carriedFen, parts } = segment;
  const due = parts.filter(({ dueOn }) => dueOn <= on);
  const owedFen = terms.principalFen - principalOf(due);
  const since = due.at(-1)?.dueOn ?? terms.disbursedOn;
  const days = Math.max(0, daysBetween(since, on));
  const accruedFen = interestOn(BigInt(owedFen) * BigInt(days), terms.rateBps, terms.dayBasis);
  return { kept: [...kept, ...due], owedFen, accruedFen: accruedFen + (due.length === 0 ? carriedFen : 0) };
}

/** Past parts cut down to what was paid of them, the oldest first, and the interest that was not. */
function asPaid(parts: readonly DuePart[], { paidPrincipalFen, paidInterestFen }: Draft) {
  let [principalLeft, interestLeft] = [paidPrincipalFen, paidInterestFen];
  let openInterestFen: Fen = 0;
  const cutDown = parts.map(part => {
    const principalFen = Math.min(part.principalFen, principalLeft);
    const interestFen = Math.min(part.interestFen, interestLeft);
    principalLeft -= principalFen;
    interestLeft -= interestFen;
    openInterestFen += part.interestFen - interestFen;
    return { ...part, principalFen, interestFen };
  });
  return { parts: cutDown.filter(({ principalFen, interestFen }) => principalFen + interestFen > 0), openInterestFen };
}

/** Two parts of one day are one: days rise strictly. */
function joined(parts: readonly DuePart[], last: DuePart): readonly DuePart[] {
  const before = parts.at(-1);
  if (before?.dueOn !== last.dueOn) return [...parts, last];
  const both = {
    ...before,
    principalFen: before.principalFen + last.principalFen,
    interestFen: before.interestFen + last.interestFen,
  };
  return [...parts.slice(0, -1), both];
}

const principalOf = (parts: readonly DuePart[]): Fen => parts.reduce((sum, { principalFen }) => sum + principalFen, 0);
