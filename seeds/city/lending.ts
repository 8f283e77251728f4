import type { Repayment } from '../../server/financing/deals/tables';
import { scheduleOf } from '../../server/financing/offers/figures';
import type { Offer } from '../../server/financing/offers/tables';
import { addMonths, type CalendarDate } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import type { Random } from '../random';
import type { PlannedCase } from './cases';
import { momentOf } from './workdays';

export type LedgerInput = {
  readonly transactionId: string;
  readonly offer: Offer;
  readonly planned: PlannedCase;
  readonly today: CalendarDate;
  readonly newId: () => string;
  readonly random: Random;
};

/** Of a hundred loans so many are a payment or more behind; none of red credit, whose balance is published. */
const behind = 0.015;

/**
 * What has been repaid of a loan until yesterday: by its schedule, as the bank's books tell, here and there with the last
 * payments missing, and ahead of it where the plan says so.
 */
export function repaymentsOf({ transactionId, offer, planned, today, newId, random }: LedgerInput): Repayment[] {
  const { disbursedOn, prepaidWan, group } = planned;
  if (disbursedOn === null) return [];
  const { rows } = scheduleOf(offer, disbursedOn);
  const prepaidFen = prepaidWan * fenPerWan;
  const prepaidOn = prepaidFen > 0 ? addMonths(disbursedOn, 3) : null;
  const due = rows.filter(({ dueOn, principalFen, interestFen }) => dueOn < today && principalFen + interestFen > 0);
  const paid = group !== 'red' && random.chance(behind) ? due.slice(0, -random.whole(1, 3)) : due;
  return paid.map(({ dueOn, principalFen, interestFen }) => {
    const isAfter = prepaidOn !== null && dueOn > prepaidOn;
    const isPrepayment = dueOn === prepaidOn;
    return {
      id: newId(),
      transactionId,
      paidOn: dueOn,
      principalFen: principalFen + (isPrepayment ? prepaidFen : 0),
      // Interest is on what is still owed; a prepaid part no longer costs any.
      interestFen: isAfter ? Math.round(interestFen * (1 - prepaidFen / offer.amountFen)) : interestFen,
      source: 'ledger' as const,
      recordedAt: momentOf(dueOn, 1),
    };
  });
}
