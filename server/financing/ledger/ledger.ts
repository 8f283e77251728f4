import { type CalendarDate, daysBetween } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import type { Bps } from '../../shared/rate';
import { repaymentSchedule } from '../repayment/schedule';
import { type LoanCourse, type Payment, planOf } from './plan';

/** A row of a loan's ledger: what is due on a day, what of it was paid, and what is open. `balanceFen`: the principal owed after it, by plan. */
export type LedgerRow = {
  readonly number: number;
  readonly dueOn: CalendarDate;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly feeFen: Fen;
  readonly dueFen: Fen;
  readonly paidFen: Fen;
  readonly openFen: Fen;
  /** What is open, by its kinds. */
  readonly openPrincipalFen: Fen;
  readonly openInterestFen: Fen;
  readonly openFeeFen: Fen;
  readonly balanceFen: Fen;
  /** Days since it was due; zero while nothing of the loan itself is open or the day has not passed. */
  readonly daysPastDue: number;
  readonly isEarly: boolean;
};

export type Ledger = {
  readonly rows: readonly LedgerRow[];
  readonly maturesOn: CalendarDate;
  readonly rateBps: Bps;
  /** Principal not repaid. */
  readonly balanceFen: Fen;
  /** Days since the oldest part that is not fully paid fell due: zero is "not overdue". There is no grace. */
  readonly daysPastDue: number;
  /** Principal and interest that should have been paid by now. */
  readonly overdueFen: Fen;
  /** It has been restructured by then. */
  readonly isRestructured: boolean;
  /** The first row from today on that is not paid. */
  readonly next: LedgerRow | null;
};

/**
 * Open interest of less than one yuan on a row is how two books round, not a debt: a bank that rounds each day differs from the
 * plan by some fen.
 */
const roundingFen = 100;

/**
 * Where a loan stands on a day: each row of its plan with what was paid of it. What the lender reports as principal pays
 * principal, as interest pays interest, as fees pays fees, each the oldest row first, so a part payment leaves the rest of the
 * oldest row open. A row is past due from the day after its due day while principal or interest of it is open; fees are charged
 * by third parties too and make no loan overdue. Penalty interest is the bank's affair and not in the plan.
 *
 * For each row due = principal + interest + fee = paid + open.
 */
export function ledgerOf(course: LoanCourse, today: CalendarDate): Ledger {
  const plan = planOf(course);
  const agreed = repaymentSchedule(course.terms);
  const lastDueOn = plan.parts.at(-1)?.dueOn ?? course.terms.disbursedOn;
  const fees = new Map(
    agreed.rows.filter(({ feeFen, dueOn }) => feeFen > 0 && dueOn <= lastDueOn).map(row => [row.dueOn, row.feeFen]),
  );
  const parts = new Map(plan.parts.map(part => [part.dueOn, part]));
  const pools = poolsOf(course.payments);
  let owedFen = course.terms.principalFen;
  const rows = [...new Set([...parts.keys(), ...fees.keys()])].sort().map((dueOn, place): LedgerRow => {
    const { principalFen = 0, interestFen = 0, isEarly = false } = parts.get(dueOn) ?? {};
    const feeFen = fees.get(dueOn) ?? 0;
    owedFen -= principalFen;
    const [openPrincipalFen, openInterestFen, openFeeFen] = [
      pools.principal(principalFen),
      pools.interest(interestFen),
      pools.fee(feeFen),
    ];
    const dueFen = principalFen + interestFen + feeFen;
    const openFen = openPrincipalFen + openInterestFen + openFeeFen;
    const isOpen = openPrincipalFen > 0 || openInterestFen >= roundingFen;
    return {
      number: place + 1,
      dueOn,
      principalFen,
      interestFen,
      feeFen,
      dueFen,
      paidFen: dueFen - openFen,
      openFen,
      openPrincipalFen,
      openInterestFen,
      openFeeFen,
      balanceFen: owedFen,
      daysPastDue: isOpen ? Math.max(0, daysBetween(dueOn, today)) : 0,
      isEarly,
    };
  });
  const late = rows.filter(({ daysPastDue }) => daysPastDue > 0);
  return {
    rows,
    maturesOn: plan.maturesOn,
    rateBps: plan.rateBps,
    balanceFen: course.terms.principalFen - sumOf(course.payments.map(({ principalFen }) => principalFen)),
    daysPastDue: late[0]?.daysPastDue ?? 0,
    overdueFen: sumOf(late.map(({ openFen }) => openFen)),
    isRestructured: course.revisions.some(({ from, restructured }) => restructured !== null && from <= today),
    next: rows.find(({ dueOn, openFen }) => dueOn >= today && openFen > 0) ?? null,
  };
}

/** What was paid of each kind, handed out to the rows in their order: each answers what of a row stays open. */
function poolsOf(payments: readonly Payment[]) {
  const pool = (paidFen: Fen) => {
    let leftFen = paidFen;
    return (dueFen: Fen): Fen => {
      const takenFen = Math.min(leftFen, dueFen);
      leftFen -= takenFen;
      return dueFen - takenFen;
    };
  };
  return {
    principal: pool(sumOf(payments.map(({ principalFen }) => principalFen))),
    interest: pool(sumOf(payments.map(({ interestFen }) => interestFen))),
    fee: pool(sumOf(payments.map(({ feeFen }) => feeFen))),
  };
}

const sumOf = (amountsFen: readonly Fen[]): Fen => amountsFen.reduce((sum, amountFen) => sum + amountFen, 0);
