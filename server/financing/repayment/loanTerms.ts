import { z } from 'zod';
import type { RepaymentMethod } from '../../matching/attributes';
import type { Fee } from '../../products/terms';
import { addMonths, type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { type Fen, fenPerYi } from '../../shared/money';
import { type Bps, bpsPerUnit } from '../../shared/rate';
import { invalidInput } from '../../shared/refusals';
import { type DayBasis, dayBases } from './dayCount';

/**
 * A fee of the loan as its product states it. A periodic one is charged ahead for each of its periods, as guarantee fees and
 * premiums are, unless `chargedAt` says otherwise; assuming the earlier day never makes a loan look cheaper than it is.
 */
export type LoanFee = Fee & { readonly chargedAt?: 'periodStart' | 'periodEnd' };

/** What was drawn from or repaid to a revolving loan on a day. */
export type Movement = { readonly on: CalendarDate; readonly kind: 'draw' | 'repay'; readonly amountFen: Fen };

/** One agreed repayment of principal; zero where only interest is paid that day. */
export type AgreedInstalment = { readonly dueOn: CalendarDate; readonly principalFen: Fen };

export type LoanTerms = {
  readonly method: RepaymentMethod;
  /** What is lent; of a revolving loan, the limit. */
  readonly principalFen: Fen;
  readonly rateBps: Bps;
  readonly termMonths: number;
  readonly disbursedOn: CalendarDate;
  /** Where the rest of a loan runs to its old maturity, which need not lie whole months ahead; left out, the term says. */
  readonly maturesOn?: CalendarDate | null;
  readonly dayBasis: DayBasis;
  /** Monthly methods: the first day something is due; left out, the first due day after disbursement. */
  readonly firstDueOn?: CalendarDate | null;
  /** Monthly methods: the day of the month; left out, that of `firstDueOn` or else of the disbursement. 31 is the last day. */
  readonly dueDay?: number | null;
  readonly fees?: readonly LoanFee[];
  /** FLEXIBLE: in order of their days; left out, all is drawn at once and repaid at maturity. */
  readonly movements?: readonly Movement[] | null;
  /** SCHEDULED: the agreed plan, in order of its days, the last at maturity. */
  readonly instalments?: readonly AgreedInstalment[] | null;
};

/** The last day of the loan: the whole term after disbursement, unless another day is stated. */
export const maturityOf = ({
  disbursedOn,
  termMonths,
  maturesOn,
}: Pick<LoanTerms, 'disbursedOn' | 'termMonths' | 'maturesOn'>): CalendarDate => maturesOn ?? addMonths(disbursedOn, termMonths);

/** Methods that pay every month, and so may name a due day. A revolving loan with one pays its interest on it. */
const methodsWithDueDay: readonly RepaymentMethod[] = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'FLEXIBLE'];

/** Within these bounds every sum of a schedule stays far below 2^53 fen. */
const principalFenMax = 100 * fenPerYi;
const termMonthsMax = 600;

const date = z
  .string()
  .refine(
    text => parseCalendarDate(text) !== null,
    says('loan.date', '请填写存在的日期（年-月-日）。', 'Give an existing day, YYYY-MM-DD.'),
  );
const amountFen = (least: number) => z.number().int().min(least).max(principalFenMax);

const loanShape = z.object({
  principalFen: amountFen(1),
  rateBps: z.number().int().min(0).max(bpsPerUnit),
  termMonths: z.number().int().min(1).max(termMonthsMax),
  disbursedOn: date,
  maturesOn: date.nullish(),
  dayBasis: z.enum(dayBases),
  firstDueOn: date.nullish(),
  dueDay: z.number().int().min(1).max(31).nullish(),
  movements: z.array(z.object({ on: date, kind: z.enum(['draw', 'repay']), amountFen: amountFen(1) })).nullish(),
  instalments: z.array(z.object({ dueOn: date, principalFen: amountFen(0) })).nullish(),
});

/**
 * Refuses terms that no schedule can be drawn from: a value out of bounds or a field that the method does not have. What
 * movements and agreed plans must obey is checked where they are used.
 */
export function checkLoanTerms(terms: LoanTerms): void {
  parseInput(loanShape, terms);
  const { method, firstDueOn = null, dueDay = null, movements = null, instalments = null } = terms;
  if ((firstDueOn !== null || dueDay !== null) && !methodsWithDueDay.includes(method))
    throw invalidInput(dueDay === null ? 'firstDueOn' : 'dueDay', dueDay ?? firstDueOn, 'dueDay.ofMonthlyMethods', {
      zh: '只有按月还款的方式可以约定还款日，请删除还款日或改选还款方式。',
      en: 'Only methods that pay every month have a due day: leave it out or choose another method.',
    });
  if (movements !== null && method !== 'FLEXIBLE')
    throw invalidInput('movements', method, 'movements.ofRevolving', {
      zh: '只有随借随还的贷款有提款和还款明细。',
      en: 'Only a revolving loan has drawings and repayments of its own.',
    });
  if ((instalments !== null) !== (method === 'SCHEDULED'))
    throw invalidInput('instalments', method, 'instalments.ofScheduled', {
      zh: '约定还款计划与还款方式「按约定计划还款」须同时填写。',
      en: 'An agreed plan and the method "by an agreed schedule" go together: give both or neither.',
    });
  checkFirstDueOn(terms);
}

function checkFirstDueOn(terms: LoanTerms): void {
  const { disbursedOn, firstDueOn = null, dueDay = null } = terms;
  if (firstDueOn === null) return;
  const maturesOn = maturityOf(terms);
  if (firstDueOn <= disbursedOn || firstDueOn > maturesOn)
    throw invalidInput('firstDueOn', firstDueOn, 'firstDueOn.withinLoan', {
      zh: `首次还款日应在放款日 ${disbursedOn} 之后、不晚于到期日 ${maturesOn}。`,
      en: `The first due day must lie after disbursement on ${disbursedOn} and not after maturity on ${maturesOn}.`,
    });
  if (dueDay !== null && firstDueOn !== onDay(firstDueOn, dueDay))
    throw invalidInput('firstDueOn', firstDueOn, 'firstDueOn.onDueDay', {
      zh: `首次还款日应落在每月还款日 ${dueDay} 日（该月无此日则为月末）。`,
      en: `The first due day must fall on day ${dueDay} of its month, or on the month's last day where it has none.`,
    });
}

/** Day `day` of the month that `inMonth` lies in; the month's last day where it has no such day. */
export function onDay(inMonth: CalendarDate, day: number): CalendarDate {
  const [year, month] = [Number(inMonth.slice(0, 4)), Number(inMonth.slice(5, 7))];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${inMonth.slice(0, 8)}${String(Math.min(day, lastDay)).padStart(2, '0')}` as CalendarDate;
}
