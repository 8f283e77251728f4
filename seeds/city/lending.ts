import { classByDays } from '../../server/financing/deals/classification';
import type { LoanRevision, MatchedTransaction, Repayment } from '../../server/financing/deals/tables';
import { ledgerOf } from '../../server/financing/ledger/ledger';
import { type Reset, resetsOf } from '../../server/financing/ledger/repricing';
import { loanTermsOf, scheduleOf } from '../../server/financing/offers/figures';
import type { Offer } from '../../server/financing/offers/tables';
import { maturityOf } from '../../server/financing/repayment/loanTerms';
import { addDays, addMonths, type CalendarDate, daysBetween, monthOf, shiftMonth } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { lprQuotes } from '../../server/shared/rate';
import type { Random } from '../random';
import type { PlannedCase } from './cases';
import { momentOf } from './workdays';

export type LedgerInput = {
  readonly transaction: MatchedTransaction;
  readonly offer: Offer;
  readonly planned: PlannedCase;
  readonly today: CalendarDate;
  readonly newId: () => string;
  readonly random: Random;
};

/** Of a hundred loans so many are a payment or more behind; none of red credit, whose balance is published. */
const behind = 0.015;

/** Longer than this past due, and the bank has given a loan up. */
const daysUntilWrittenOff = 360;

/** What became of a loan until yesterday. */
export type LoanHistory = {
  readonly transaction: MatchedTransaction;
  readonly repayments: readonly Repayment[];
  readonly revisions: readonly LoanRevision[];
};

/**
 * What has become of a loan until yesterday: repaid by its schedule, at rates reset by the LPR, as the bank's books tell; here and
 * there with the last payments missing, and ahead of it where the plan says so.
 */
export function loanHistoryOf(input: LedgerInput): LoanHistory {
  const { transaction, offer, planned, today, newId, random } = input;
  const resets = resetsOf(
    { ...offer, disbursedOn: transaction.disbursedOn, maturesOn: maturityOf({ ...offer, ...transaction }) },
    lprQuotes,
    today,
  );
  const due = dueRows(input, resets).filter(({ dueOn, dueFen }) => dueOn < today && dueFen > 0);
  const isBehind = planned.group !== 'red' && random.chance(behind);
  const paid = isBehind ? due.slice(0, -(random.whole(1, 3) ** 2)) : due;
  const standing = standingOf(transaction, { paid, late: due[paid.length]?.dueOn ?? null, today });
  return {
    transaction: standing,
    repayments: paid.map(({ dueOn, principalFen, interestFen, feeFen }) => ({
      id: newId(),
      transactionId: transaction.id,
      paidOn: dueOn,
      principalFen,
      interestFen,
      feeFen,
      reference: null,
      source: 'ledger' as const,
      recordedAt: momentOf(dueOn, 1),
    })),
    // Of a loan that has ended nobody asks any more what its next instalment is.
    revisions: standing.endedOn === null ? resets.map(reset => revisionOf(newId(), transaction.id, reset)) : [],
  };
}

/** The rows of the loan's plan, with what the plan says was repaid ahead. */
function dueRows({ transaction: { disbursedOn }, offer, planned: { prepaidWan }, today }: LedgerInput, resets: readonly Reset[]) {
  if (prepaidWan === 0 && resets.length === 0) return scheduleOf(offer, disbursedOn).rows;
  const ahead = { paidOn: addMonths(disbursedOn, 3), principalFen: prepaidWan * fenPerWan, interestFen: 0, feeFen: 0 };
  const course = {
    terms: loanTermsOf(offer, disbursedOn),
    revisions: resets.map(({ from, rateBps }) => ({ from, rateBps, restructured: null })),
    payments: prepaidWan === 0 ? [] : [ahead],
  };
  return ledgerOf(course, today).rows;
}

type Paid = {
  readonly paid: readonly { readonly dueOn: CalendarDate; readonly principalFen: number }[];
  /** The first day whose payment is missing. */
  readonly late: CalendarDate | null;
  readonly today: CalendarDate;
};

/** A loan repaid in full was settled on the day of its last payment; one that is behind is overdue, until it is given up. */
function standingOf(transaction: MatchedTransaction, { paid, late, today }: Paid): MatchedTransaction {
  const reported = { ...transaction, reportedMonth: shiftMonth(monthOf(today), -1) };
  const repaidFen = paid.reduce((sum, { principalFen }) => sum + principalFen, 0);
  const last = paid.at(-1);
  if (last && repaidFen === transaction.amountFen) return { ...reported, state: 'settled', endedOn: last.dueOn };
  if (late === null) return reported;
  const daysPastDue = daysBetween(late, today);
  const riskClass = classByDays(daysPastDue);
  return daysPastDue > daysUntilWrittenOff
    ? { ...reported, riskClass, state: 'writtenOff', reasonCode: 'L22', endedOn: addDays(late, daysUntilWrittenOff) }
    : { ...reported, riskClass, state: 'overdue', reasonCode: 'L41' };
}

const revisionOf = (id: string, transactionId: string, reset: Reset): LoanRevision => ({
  ...reset,
  id,
  transactionId,
  kind: 'repriced',
  repaymentMethod: null,
  maturesOn: null,
  reasonCode: null,
  reasonText: null,
  createdAt: momentOf(reset.from, 0),
});
