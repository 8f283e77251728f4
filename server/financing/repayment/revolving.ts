import { type CalendarDate, daysBetween } from '../../shared/dates';
import { type Fen, sumText } from '../../shared/money';
import { invalidInput } from '../../shared/refusals';
import { interestOn } from './dayCount';
import { monthlyDueDays } from './dueDates';
import type { Repayment } from './instalments';
import { type LoanTerms, type Movement, maturityOf } from './loanTerms';

/** What a revolving loan has drawn and when: `movements`, or all of it at disbursement where none are given. */
export const movementsOf = ({ movements, disbursedOn, principalFen }: LoanTerms): readonly Movement[] =>
  movements ?? [{ on: disbursedOn, kind: 'draw', amountFen: principalFen }];

/**
 * The repayments of a revolving loan (随借随还): interest of the actual use, balance times actual days, paid with each repayment,
 * on the due day where one is agreed, and the rest at maturity. Interest is rounded once each time it is paid. A day on which
 * not even a fen is due gives no row; what it owed is carried on. Refuses movements out of order or outside the loan, over its
 * limit, or over what is drawn.
 */
export function revolvingRepayments(terms: LoanTerms): readonly Repayment[] {
  const movements = movementsOf(terms);
  checkDays(movements, terms);
  const maturesOn = maturityOf(terms);
  const settlesMonthly = (terms.dueDay ?? terms.firstDueOn ?? null) !== null;
  const interestDueOn = settlesMonthly ? monthlyDueDays(terms) : [maturesOn];
  const days = new Set<CalendarDate>([...movements.map(({ on }) => on), ...interestDueOn]);

  const repayments: Repayment[] = [];
  let balanceFen: Fen = 0;
  let fenDays = 0n;
  let countedTo = terms.disbursedOn;
  for (const day of [...days].sort()) {
    fenDays += BigInt(balanceFen) * BigInt(daysBetween(countedTo, day));
    countedTo = day;
    let principalFen: Fen = 0;
    for (const { on, kind, amountFen } of movements) {
      if (on !== day) continue;
      const signed = kind === 'draw' ? amountFen : -amountFen;
      checkBalance(balanceFen + signed, amountFen, terms.principalFen);
      balanceFen += signed;
      if (kind === 'repay') principalFen += amountFen;
    }
    if (day === maturesOn) {
      principalFen += balanceFen;
      balanceFen = 0;
    }
    if (principalFen === 0 && !interestDueOn.includes(day)) continue;
    const interestFen = interestOn(fenDays, terms.rateBps, terms.dayBasis);
    if (principalFen + interestFen === 0) continue;
    repayments.push({ dueOn: day, principalFen, interestFen });
    fenDays = 0n;
  }
  return repayments;
}

function checkDays(movements: readonly Movement[], terms: LoanTerms): void {
  const maturesOn = maturityOf(terms);
  let earliest = terms.disbursedOn;
  for (const { on, kind } of movements) {
    const isWithin = kind === 'draw' ? on < maturesOn : on > terms.disbursedOn && on <= maturesOn;
    if (on < earliest || !isWithin)
      throw invalidInput('movements', on, 'movements.days', {
        zh: `提款与还款应按日期先后排列，并在放款日 ${terms.disbursedOn} 与到期日 ${maturesOn} 之间（当日放款不能当日还款，到期日不能提款）。`,
        en: `Drawings and repayments must be in order of their days between disbursement on ${terms.disbursedOn} and maturity on ${maturesOn}; nothing is repaid on the first of these days or drawn on the last.`,
      });
    earliest = on;
  }
}

function checkBalance(balanceFen: Fen, amountFen: Fen, limitFen: Fen): void {
  if (balanceFen > limitFen)
    throw invalidInput('movements', amountFen, 'movements.overLimit', {
      zh: `提款后余额 ${sumText(balanceFen).zh}超过额度 ${sumText(limitFen).zh}。`,
      en: `The drawing would bring the balance to ${sumText(balanceFen).en}, above the limit of ${sumText(limitFen).en}.`,
    });
  if (balanceFen < 0)
    throw invalidInput('movements', amountFen, 'movements.overRepaid', {
      zh: `还款 ${sumText(amountFen).zh}超过尚未归还的本金 ${sumText(balanceFen + amountFen).zh}。`,
      en: `The repayment of ${sumText(amountFen).en} is more than the ${sumText(balanceFen + amountFen).en} still owed.`,
    });
}
