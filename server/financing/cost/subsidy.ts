import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { invalidInput } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import type { RepaymentSchedule } from '../repayment/schedule';

/** Public money that the firm receives on a day. */
export type SubsidyPayment = { readonly on: CalendarDate; readonly amountFen: Fen };

/** Public money that lowers the cost of a loan (贴息, 担保费补助), with the days on which the firm receives it. */
export type Subsidy = { readonly name: Text; readonly payments: readonly SubsidyPayment[] };

/**
 * Refuses what no annual rate can be given for: nothing drawn, fees at disbursement that leave nothing of the loan, subsidies
 * before the loan or as large as the loan itself.
 */
export function checkCostable(schedule: RepaymentSchedule, subsidies: readonly Subsidy[]): void {
  const lentFen = schedule.drawings.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (lentFen === 0)
    throw invalidInput('movements', lentFen, 'cost.nothingDrawn', {
      zh: '尚未提款，无法计算年化成本。请按预计提款计算。',
      en: 'Nothing is drawn, so there is no annual cost. Reckon it with the drawings that are expected.',
    });
  if (schedule.feeAtDisbursementFen >= lentFen)
    throw invalidInput('fees', schedule.feeAtDisbursementFen, 'cost.feesAboveLoan', {
      zh: '放款时收取的费用不得达到或超过贷款本金，请核对费用。',
      en: 'The fees at disbursement must leave something of the loan: check them.',
    });
  const payments = subsidies.flatMap(subsidy => subsidy.payments);
  const paidFen = payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (paidFen >= lentFen || payments.some(({ amountFen, on }) => amountFen < 0 || on < schedule.disbursedOn))
    throw invalidInput('subsidies', paidFen, 'cost.subsidies', {
      zh: '补贴应不为负、不早于放款日，且合计小于贷款本金。',
      en: 'Subsidies must not be negative, must come on or after disbursement, and must add up to less than the loan.',
    });
}
