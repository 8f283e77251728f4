import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import type { ApplicationStep } from './applications';
import { sayAmount, sayLoan } from './figures';
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

export const loanKinds = { loanDisbursed, repaymentRecorded };
