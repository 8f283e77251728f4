import { addDays, addMonths, type CalendarDate } from '../../server/shared/dates';
import type { Random } from '../random';
import type { FirmSketch } from './borrowers';
import type { CityFigures } from './figures';
import { roundAmounts } from './shares';
import { cityBegins, type Workdays } from './workdays';

/** Which of the published sums a loan counts in: red credit, the trial of the government-data channel, or neither. */
export type LoanGroup = 'red' | 'governmentData' | 'other';

/** A loan paid out, before a bank and a product are found for it. */
export type PlannedLoan = {
  readonly firm: number;
  readonly group: LoanGroup;
  readonly amountWan: number;
  readonly termMonths: number;
  readonly disbursedOn: CalendarDate;
  /** Principal repaid ahead of the schedule, where the sum of what is owed asks for it. */
  readonly prepaidWan: number;
};

export type LoanPlanInput = {
  readonly figures: CityFigures;
  readonly firms: readonly FirmSketch[];
  readonly workdays: Workdays;
  readonly today: CalendarDate;
  readonly random: Random;
};

/** The largest loan of each group, in 万元: within what products of the group lend. */
export const largestWan: Readonly<Record<LoanGroup, number>> = { red: 3_000, governmentData: 1_000, other: 12_000 };
const loansOfFirmMax = 9;
/** The channel of government data has been on trial for so long. */
export const trialMonths = 10;
/** Red credit runs for three years; what was lent earlier ran for one and has been repaid. */
const redTermMonths = { running: 36, repaid: 12 };

/**
 * Plans every loan of the city, in order of their days, so that counts and sums are those of `figures` exactly: who
 * borrows, how often and how much follows from size and quality; what is red and what came through government data is
 * drawn until the sum is reached; days follow the year's course and the firm's age.
 */
export function planLoans(input: LoanPlanInput): PlannedLoan[] {
  const { figures, random } = input;
  const drafts = drawDrafts(input);
  const groups = groupsOf(drafts, input);
  const loans = [
    ...datedRed(withAmounts(groups.red, figures.redLentWan, largestWan.red), input),
    ...dated('governmentData', withAmounts(groups.governmentData, figures.governmentDataWan, largestWan.governmentData), input),
    ...dated(
      'other',
      withAmounts(groups.other, figures.lentWan - figures.redLentWan - figures.governmentDataWan, largestWan.other),
      input,
    ),
  ];
  const order = loans.map(loan => ({ loan, tie: random.next() }));
  return order.sort((a, b) => compare(a.loan.disbursedOn, b.loan.disbursedOn) || a.tie - b.tie).map(({ loan }) => loan);
}

type Draft = { readonly firm: FirmSketch; readonly rawWan: number };
type Sized = { readonly firm: FirmSketch; readonly amountWan: number };

/** One loan for each borrower and the others by chance, larger and better firms more often. */
function drawDrafts({ figures, firms, random }: LoanPlanInput): Draft[] {
  const appeal = (firm: FirmSketch) => Math.sqrt(firm.salesWan) * Math.exp(0.35 * firm.quality);
  const borrowers = firms
    .filter(({ canBorrow }) => canBorrow)
    .map(firm => ({ firm, rank: Math.log(1 - random.next()) / appeal(firm) }))
    .sort((a, b) => b.rank - a.rank || a.firm.index - b.firm.index)
    .slice(0, figures.borrowers)
    .map(({ firm }) => ({ firm, weight: appeal(firm), loans: 1 }));
  if (borrowers.length < figures.borrowers) throw new RangeError(`only ${borrowers.length} firms can borrow`);
  for (let left = figures.loans - figures.borrowers; left > 0; ) {
    const borrower = random.pick(borrowers);
    if (borrower.loans >= loansOfFirmMax || !random.chance(Math.min(1, borrower.weight / 60))) continue;
    borrower.loans += 1;
    left -= 1;
  }
  return borrowers.flatMap(({ firm, loans }) =>
    Array.from({ length: loans }, () => ({ firm, rawWan: firm.salesWan * Math.exp(0.65 * random.normal()) })),
  );
}

/** Red credit and the trial take loans of their sizes, in an order of chance, until their sums are reached. */
function groupsOf(drafts: readonly Draft[], { figures, random, today }: LoanPlanInput): Record<LoanGroup, Draft[]> {
  const scale = figures.lentWan / drafts.reduce((sum, { rawWan }) => sum + rawWan, 0);
  const groups: Record<LoanGroup, Draft[]> = { red: [], governmentData: [], other: [] };
  const wanted = { red: figures.redLentWan, governmentData: figures.governmentDataWan };
  const taken = { red: 0, governmentData: 0 };
  const trialFrom = addMonths(today, -trialMonths);
  const shuffled = drafts
    .map(draft => ({ draft, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ draft }) => draft);
  for (const draft of shuffled) {
    const amountWan = draft.rawWan * scale;
    const fits = (group: 'red' | 'governmentData') =>
      taken[group] < wanted[group] && amountWan <= largestWan[group] && draft.firm.quality > -0.8;
    const group =
      fits('governmentData') && draft.firm.bankableFrom < trialFrom ? 'governmentData' : fits('red') ? 'red' : 'other';
    groups[group].push(draft);
    if (group !== 'other') taken[group] += amountWan;
  }
  return groups;
}

function withAmounts(drafts: readonly Draft[], totalWan: number, most: number): Sized[] {
  const amounts = roundAmounts(
    totalWan,
    drafts.map(({ rawWan }) => rawWan),
    most,
  );
  return drafts.map(({ firm }, place) => ({ firm, amountWan: amounts[place] ?? 0 }));
}

const termsMonths = [
  { months: 6, weight: 2 },
  { months: 12, weight: 6 },
  { months: 24, weight: 2 },
  { months: 36, weight: 2 },
];

function dated(
  group: 'governmentData' | 'other',
  sized: readonly Sized[],
  { workdays, today, random }: LoanPlanInput,
): PlannedLoan[] {
  const from = group === 'governmentData' ? addMonths(today, -trialMonths) : cityBegins;
  return sized.map(({ firm, amountWan }) => ({
    firm: firm.index,
    group,
    amountWan,
    termMonths: group === 'governmentData' ? 12 : random.weighted(termsMonths).months,
    disbursedOn: workdays.between(random, later(from, firm.bankableFrom), addDays(today, -1)),
    prepaidWan: 0,
  }));
}

/**
 * Red credit is dated from what is still owed: loans of firms old enough are repaid until nearly all that is no longer
 * owed, the others run, and what is left over some of them have repaid ahead.
 */
function datedRed(sized: readonly Sized[], { figures, workdays, today, random }: LoanPlanInput): PlannedLoan[] {
  const newestRepaid = addDays(addMonths(today, -redTermMonths.repaid), -10);
  const oldestRunning = addDays(addMonths(today, -redTermMonths.running), 20);
  let toRepayWan = figures.redLentWan - figures.redOwedWan;
  const keptForPrepayment = Math.round(toRepayWan * 0.06);
  const planned = sized.map(({ firm, amountWan }) => {
    const canBeRepaid = firm.bankableFrom < newestRepaid && amountWan <= toRepayWan - keptForPrepayment;
    if (canBeRepaid) toRepayWan -= amountWan;
    const [from, to, termMonths] = canBeRepaid
      ? [cityBegins, newestRepaid, redTermMonths.repaid]
      : [oldestRunning, addDays(today, -1), redTermMonths.running];
    const disbursedOn = workdays.between(random, later(from, firm.bankableFrom), to);
    return { firm: firm.index, group: 'red' as const, amountWan, termMonths, disbursedOn, prepaidWan: 0 };
  });
  return planned.map(loan => {
    const isOfAge = loan.termMonths === redTermMonths.running && loan.disbursedOn < addMonths(today, -6);
    const prepaidWan = isOfAge ? Math.min(toRepayWan, Math.floor(loan.amountWan / 2)) : 0;
    toRepayWan -= prepaidWan;
    return prepaidWan === 0 ? loan : { ...loan, prepaidWan };
  });
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
