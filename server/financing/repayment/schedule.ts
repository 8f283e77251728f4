import type { RepaymentMethod } from '../../matching/attributes';
import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import type { Bps } from '../../shared/rate';
import { collected, type FeePayment, feePayments, type ScheduledFee } from './fees';
import { instalmentRepayments, type Repayment } from './instalments';
import { checkLoanTerms, type LoanTerms, maturityOf } from './loanTerms';
import { movementsOf, revolvingRepayments } from './revolving';

/** What the firm receives on a day. */
export type Drawing = { readonly on: CalendarDate; readonly amountFen: Fen };

/**
 * A row of a schedule. `dueFen` is principal, interest and the fees that the firm pays that day; `balanceFen` is the principal
 * still owed after it.
 */
export type Instalment = Repayment & {
  readonly number: number;
  readonly feeFen: Fen;
  readonly dueFen: Fen;
  readonly balanceFen: Fen;
};

export type RepaymentSchedule = {
  readonly method: RepaymentMethod;
  readonly rateBps: Bps;
  readonly disbursedOn: CalendarDate;
  readonly maturesOn: CalendarDate;
  readonly drawings: readonly Drawing[];
  /** Fees the firm pays on the day of disbursement, before the first row. */
  readonly feeAtDisbursementFen: Fen;
  readonly rows: readonly Instalment[];
  /** The sums of the rows. */
  readonly totals: { readonly principalFen: Fen; readonly interestFen: Fen; readonly feeFen: Fen; readonly dueFen: Fen };
  /** Every fee of the loan, whoever pays it, with its payments. */
  readonly fees: readonly ScheduledFee[];
};

/**
 * The repayment schedule of a loan, for the offer's preview and for the ledger alike. Amounts in fen, the rate in basis points
 * a year, the term in months.
 *
 * Rounding: interest and instalments are reckoned exactly in integers and rounded to the fen once each, half up; the last row
 * repays whatever is left, so the principal adds up to what was lent. No row repays more than is owed or less than nothing. A
 * fee that falls on no instalment's day gets a row of its own.
 *
 * Refuses (INVALID_INPUT) terms out of bounds, fields that the method does not have, due days outside the loan, an agreed plan
 * or movements that do not fit the loan, and a fee without amount or rate.
 * Source: 民法典 670, no interest is taken in advance; the methods' formulas are those of common banking use.
 */
export function repaymentSchedule(terms: LoanTerms): RepaymentSchedule {
  checkLoanTerms(terms);
  const { method, rateBps, disbursedOn } = terms;
  const repayments = method === 'FLEXIBLE' ? revolvingRepayments(terms) : instalmentRepayments(terms);
  const dueDays = repayments.map(({ dueOn }) => dueOn);
  const fees = (terms.fees ?? []).map(
    (fee): ScheduledFee => ({ fee, payments: collected(feePayments(fee, terms), dueDays, disbursedOn) }),
  );
  const feesPaid = fees.flatMap(({ fee, payments }) =>
    fee.paidBy === 'enterprise' ? payments.filter(({ amountFen }) => amountFen > 0) : [],
  );
  const drawings = drawingsOf(terms);
  const rows = rowsOf({ drawings, repayments, feesPaid: feesPaid.filter(({ on }) => on !== disbursedOn) });
  return {
    method,
    rateBps,
    disbursedOn,
    maturesOn: maturityOf(terms),
    drawings,
    feeAtDisbursementFen: sumOn(disbursedOn, feesPaid),
    rows,
    totals: {
      principalFen: sumOf(rows.map(row => row.principalFen)),
      interestFen: sumOf(rows.map(row => row.interestFen)),
      feeFen: sumOf(rows.map(row => row.feeFen)),
      dueFen: sumOf(rows.map(row => row.dueFen)),
    },
    fees,
  };
}

const drawingsOf = (terms: LoanTerms): readonly Drawing[] =>
  terms.method === 'FLEXIBLE'
    ? movementsOf(terms).flatMap(({ on, kind, amountFen }) => (kind === 'draw' ? [{ on, amountFen }] : []))
    : [{ on: terms.disbursedOn, amountFen: terms.principalFen }];

type Parts = {
  readonly drawings: readonly Drawing[];
  readonly repayments: readonly Repayment[];
  readonly feesPaid: readonly FeePayment[];
};

function rowsOf({ drawings, repayments, feesPaid }: Parts): readonly Instalment[] {
  const repaymentOn = new Map(repayments.map(repayment => [repayment.dueOn, repayment]));
  const days = [...new Set([...repaymentOn.keys(), ...feesPaid.map(({ on }) => on)])].sort();
  let repaidFen: Fen = 0;
  return days.map((dueOn, place) => {
    const { principalFen, interestFen } = repaymentOn.get(dueOn) ?? { principalFen: 0, interestFen: 0 };
    const feeFen = sumOn(dueOn, feesPaid);
    const drawnFen = sumOf(drawings.filter(({ on }) => on <= dueOn).map(({ amountFen }) => amountFen));
    repaidFen += principalFen;
    return {
      number: place + 1,
      dueOn,
      principalFen,
      interestFen,
      feeFen,
      dueFen: principalFen + interestFen + feeFen,
      balanceFen: drawnFen - repaidFen,
    };
  });
}

const sumOn = (day: CalendarDate, payments: readonly FeePayment[]): Fen =>
  sumOf(payments.filter(({ on }) => on === day).map(({ amountFen }) => amountFen));

const sumOf = (amountsFen: readonly Fen[]): Fen => amountsFen.reduce((sum, amountFen) => sum + amountFen, 0);
