import type { CalendarDate, CalendarMonth } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { type Bps, bpsPerPercent } from '../../shared/rate';
import type { Text } from '../../shared/text';
import type { ApplicationStep } from './applications';
import { sayAmount, sayLoan, sayRate, sayReason } from './figures';
import { type Kind, plain } from './kind';

export type RepaymentNote = {
  readonly transactionId: string;
  readonly product: string;
  readonly institution: string;
  readonly paidOn: CalendarDate;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  /** What is still owed. */
  readonly balanceFen: Fen;
};

/** What became of a loan after it was paid out. */
export type LoanStep = {
  readonly transactionId: string;
  readonly firm: string;
  readonly institution: string;
  readonly product: string;
  /** The day it counts from. */
  readonly on: CalendarDate;
  /** What is still owed. */
  readonly balanceFen: Fen;
  readonly reason: Text | null;
};

const loanDisbursed: Kind<ApplicationStep> = {
  topic: 'loans',
  word: ({ applicationId, institution, product, offer, loan, amountFen, termMonths }) => ({
    title: {
      zh: `「${institution}」已放款：「${product}」`,
      en: `${institution} has paid out your loan under ${product}`,
    },
    lines: plain(
      sayLoan(offer ?? { amountFen, termMonths }),
      loan && { zh: `放款日 ${loan.disbursedOn}`, en: `Paid out on ${loan.disbursedOn}` },
    ),
    subject: loan ? { kind: 'transaction', id: loan.transactionId } : { kind: 'application', id: applicationId },
  }),
};

const repaymentRecorded: Kind<RepaymentNote> = {
  topic: 'loans',
  word: ({ transactionId, product, institution, paidOn, principalFen, interestFen, balanceFen }) => {
    const [principal, interest, balance] = [principalFen, interestFen, balanceFen].map(sayAmount);
    return {
      title: {
        zh: `「${institution}」登记了您的还款：「${product}」`,
        en: `${institution} has recorded your repayment under ${product}`,
      },
      lines: plain(
        {
          zh: `${paidOn} 归还本金 ${principal?.zh}，利息 ${interest?.zh}`,
          en: `${paidOn}: principal ${principal?.en}, interest ${interest?.en}`,
        },
        balanceFen === 0
          ? { zh: '本金已全部还清。', en: 'The principal is repaid in full.' }
          : { zh: `尚欠本金 ${balance?.zh}`, en: `Still owed: ${balance?.en}` },
      ),
      subject: { kind: 'transaction', id: transactionId },
    };
  },
};

const sayBalance = (balanceFen: Fen): Text | null => {
  const { zh, en } = sayAmount(balanceFen);
  return balanceFen === 0 ? null : { zh: `尚欠本金 ${zh}`, en: `Still owed: ${en}` };
};

const loanStep = (say: (step: LoanStep) => Text): Kind<LoanStep> => ({
  topic: 'loans',
  word: step => ({
    title: say(step),
    lines: plain(sayBalance(step.balanceFen), sayReason(step.reason)),
    subject: { kind: 'transaction', id: step.transactionId },
  }),
});

const loanOverdue = loanStep(({ firm, institution, product, on }) => ({
  zh: `「${firm}」在「${institution}」的「${product}」贷款自 ${on} 起逾期`,
  en: `The loan of ${firm} under ${product} of ${institution} is overdue since ${on}`,
}));
const loanCaughtUp = loanStep(({ firm, institution, product }) => ({
  zh: `「${firm}」在「${institution}」的「${product}」贷款欠款已补足，不再逾期`,
  en: `The loan of ${firm} under ${product} of ${institution} is no longer overdue`,
}));
const loanRenewed = loanStep(({ institution, product, on }) => ({
  zh: `「${institution}」已于 ${on} 为「${product}」贷款办理续贷，原贷款由新贷款结清`,
  en: `${institution} has renewed the loan under ${product} on ${on}: the new loan settles the old one`,
}));
const loanRestructured = loanStep(({ institution, product, on }) => ({
  zh: `「${institution}」自 ${on} 起调整「${product}」贷款的还款安排`,
  en: `${institution} has restructured the loan under ${product} as of ${on}`,
}));
const loanCompensated = loanStep(({ firm, institution, product, on }) => ({
  zh: `担保方已于 ${on} 代偿「${firm}」在「${institution}」的「${product}」贷款`,
  en: `The guarantor has paid for the loan of ${firm} under ${product} of ${institution} on ${on}`,
}));
const loanSettled = loanStep(({ institution, product }) => ({
  zh: `「${institution}」确认「${product}」贷款已结清`,
  en: `${institution} confirms that the loan under ${product} is settled`,
}));
const loanWrittenOff = loanStep(({ institution, product, on }) => ({
  zh: `「${institution}」已于 ${on} 核销「${product}」贷款，债务关系不因此消灭`,
  en: `${institution} has written off the loan under ${product} on ${on}; the debt itself remains`,
}));

export type RepricingNote = {
  readonly transactionId: string;
  readonly institution: string;
  readonly product: string;
  readonly from: CalendarDate;
  readonly rateBps: Bps;
  readonly previousRateBps: Bps;
  readonly lprRateBps: Bps;
  /** The next instalment, as it is now and as it was. */
  readonly next: { readonly dueOn: CalendarDate; readonly dueFen: Fen; readonly previousFen: Fen } | null;
};

const loanRepriced: Kind<RepricingNote> = {
  topic: 'loans',
  word: ({ transactionId, institution, product, from, rateBps, previousRateBps, lprRateBps, next }) => ({
    title: {
      zh: `「${institution}」的「${product}」贷款自 ${from} 起重定价`,
      en: `The rate of the loan under ${product} of ${institution} is reset from ${from}`,
    },
    lines: plain(
      {
        zh: `${sayRate(rateBps).zh}（LPR ${percent(lprRateBps)}），原为 ${percent(previousRateBps)}`,
        en: `${sayRate(rateBps).en} (LPR ${percent(lprRateBps)}), formerly ${percent(previousRateBps)}`,
      },
      next && {
        zh: `下一期 ${next.dueOn} 应还 ${sayAmount(next.dueFen).zh}，原为 ${sayAmount(next.previousFen).zh}`,
        en: `Next instalment on ${next.dueOn}: ${sayAmount(next.dueFen).en}, formerly ${sayAmount(next.previousFen).en}`,
      },
    ),
    subject: { kind: 'transaction', id: transactionId },
  }),
};

const percent = (bps: Bps): string => `${(bps / bpsPerPercent).toFixed(2)}%`;

export type FeedbackNote = {
  readonly month: CalendarMonth;
  readonly loans: number;
  readonly dueOn: CalendarDate;
  readonly isLate: boolean;
};

const feedbackDue: Kind<FeedbackNote> = {
  topic: 'loans',
  word: ({ month, loans, dueOn, isLate }) => ({
    title: isLate
      ? { zh: `${month} 的还款反馈已过期限 ${dueOn}`, en: `Repayments of ${month} were due to be reported by ${dueOn}` }
      : { zh: `请在 ${dueOn} 前反馈 ${month} 的还款情况`, en: `Please report the repayments of ${month} by ${dueOn}` },
    lines: plain({
      zh: `还有 ${loans} 笔贷款没有反馈。没有还款的也请反馈。`,
      en: `${loans} ${loans === 1 ? 'loan has' : 'loans have'} not been reported. That nothing was paid is to be reported too.`,
    }),
    subject: { kind: 'feedback', id: '' },
  }),
};

export const loanKinds = {
  feedbackDue,
  loanRepriced,
  loanDisbursed,
  repaymentRecorded,
  loanOverdue,
  loanCaughtUp,
  loanRenewed,
  loanRestructured,
  loanCompensated,
  loanSettled,
  loanWrittenOff,
};
