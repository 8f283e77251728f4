import { addMonths, type CalendarDate } from '../../shared/dates';
import { invalidInput } from '../../shared/refusals';
import type { Period } from './dayCount';
import { type AgreedInstalment, type LoanTerms, maturityOf, onDay } from './loanTerms';

/** The days a bank settles interest on by the quarter (结息日): the 20th of its last month. */
const quarterDay = 20;

/**
 * The periods of `terms`, each ending on the day its instalment is due. They follow one another without a gap from
 * disbursement to maturity, which is always the last day: a due day that maturity does not fall on leaves a broken period at
 * each end. Refuses an agreed plan whose days do not rise to maturity.
 */
export function periodsOf(terms: LoanTerms): readonly Period[] {
  switch (terms.method) {
    case 'EQUAL_INSTALLMENT':
    case 'EQUAL_PRINCIPAL':
    case 'INTEREST_FIRST':
      return periodsUntil(monthlyDueDays(terms), terms, isMonthly(dueDayOf(terms)));
    case 'QUARTERLY_INTEREST':
      return periodsUntil(quarterlyDueDays(terms), terms, isQuarterEnd);
    case 'SCHEDULED':
      return periodsUntil(agreedDays(terms), terms, isMonthly(dueDayOf(terms)));
    case 'LUMP_SUM':
    case 'FLEXIBLE':
      return periodsUntil([maturityOf(terms)], terms, () => false);
  }
}

/**
 * The monthly due days after disbursement, ending with maturity. The 31st becomes the last day of a shorter month and is the
 * 31st again after it.
 */
export function monthlyDueDays(terms: LoanTerms): readonly CalendarDate[] {
  const { disbursedOn, firstDueOn } = terms;
  const day = dueDayOf(terms);
  const maturesOn = maturityOf(terms);
  const inSameMonth = onDay(disbursedOn, day);
  const first = firstDueOn ?? (inSameMonth > disbursedOn ? inSameMonth : nextMonthly(inSameMonth, day));
  const days: CalendarDate[] = [];
  for (let due = first; due < maturesOn; due = nextMonthly(due, day)) days.push(due);
  return [...days, maturesOn];
}

const dueDayOf = ({ dueDay, firstDueOn, disbursedOn }: LoanTerms): number =>
  dueDay ?? Number((firstDueOn ?? disbursedOn).slice(8));

const nextMonthly = (due: CalendarDate, day: number): CalendarDate => onDay(addMonths(due, 1), day);

function quarterlyDueDays(terms: LoanTerms): readonly CalendarDate[] {
  const { disbursedOn } = terms;
  const maturesOn = maturityOf(terms);
  const days: CalendarDate[] = [];
  for (let due = onDay(disbursedOn, quarterDay); due < maturesOn; due = addMonths(due, 1))
    if (due > disbursedOn && isQuarterEnd(due)) days.push(due);
  return [...days, maturesOn];
}

function agreedDays(terms: LoanTerms): readonly CalendarDate[] {
  const days = agreedInstalments(terms).map(({ dueOn }) => dueOn);
  const maturesOn = maturityOf(terms);
  const isRising = days.every((day, place) => day > (days[place - 1] ?? terms.disbursedOn));
  if (!isRising || days.at(-1) !== maturesOn)
    throw invalidInput('instalments', days, 'instalments.toMaturity', {
      zh: `约定的还款日应在放款日之后逐期递增，末期为到期日 ${maturesOn}。`,
      en: `The agreed days must rise after disbursement, and the last must be maturity, ${maturesOn}.`,
    });
  return days;
}

export const agreedInstalments = ({ instalments }: LoanTerms): readonly AgreedInstalment[] => instalments ?? [];

const isMonthly =
  (day: number) =>
  (date: CalendarDate): boolean =>
    date === onDay(date, day);

const isQuarterEnd = (date: CalendarDate): boolean => Number(date.slice(5, 7)) % 3 === 0 && Number(date.slice(8)) === quarterDay;

/** Whole months run from a regular due day to a regular due day, or from disbursement to maturity; all else is broken. */
function periodsUntil(
  ends: readonly CalendarDate[],
  { disbursedOn, termMonths, maturesOn }: LoanTerms,
  isRegular: (date: CalendarDate) => boolean,
): readonly Period[] {
  return ends.map((endsOn, place) => {
    const startsOn = ends[place - 1] ?? disbursedOn;
    const isWholeLoan = ends.length === 1 && !maturesOn;
    const isWhole = isRegular(startsOn) && isRegular(endsOn);
    return { startsOn, endsOn, wholeMonths: isWholeLoan ? termMonths : isWhole ? monthsApart(startsOn, endsOn) : null };
  });
}

/** How many months lie between the months of two days. */
const monthsApart = (from: CalendarDate, to: CalendarDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
