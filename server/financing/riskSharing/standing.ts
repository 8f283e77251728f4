import { asc, eq, inArray, sum } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import type { CalendarDate } from '../../shared/dates';
import { compensationParts, compensations, recoveries, recoveryShares } from '../compensations/tables';
import { isOpen } from '../deals/access';
import { ledgersOf } from '../deals/courses';
import { matchedTransactions, repayments } from '../deals/tables';
import { guarantees } from '../guarantees/tables';
import { scheduleOf } from '../offers/figures';
import { offers } from '../offers/tables';
import type { RepaymentSchedule } from '../repayment/schedule';
import { isStopped, type SchemeCourse, type StopFinding, stopFindings } from './stopLoss';
import { type RiskSharingScheme, schemeTerms } from './tables';

/** What has come of a scheme, and whether it takes new business. */
export type SchemeStanding = {
  readonly course: SchemeCourse;
  readonly stops: readonly StopFinding[];
  readonly isStopped: boolean;
};

/** Where a scheme stands on a day, by its terms in force and all that was lent, compensated and recovered under any of them. */
export async function standingOf(
  read: Reader,
  { id, currentTermsId }: Pick<RiskSharingScheme, 'id' | 'currentTermsId'>,
  today: CalendarDate,
): Promise<SchemeStanding> {
  const [[terms], course] = await Promise.all([
    read.select().from(schemeTerms).where(eq(schemeTerms.id, currentTermsId)),
    courseOf(read, id, today),
  ]);
  if (!terms) throw new Error(`a scheme without its terms: ${id}`);
  const stops = stopFindings(terms, course);
  return { course, stops, isStopped: isStopped(stops) };
}

/** What has come of a scheme so far: each of its loans with its schedule, what was repaid, compensated and recovered. */
async function courseOf(read: Reader, schemeId: string, today: CalendarDate): Promise<SchemeCourse> {
  const loans = await read
    .select({ loan: matchedTransactions, offer: offers, compensation: compensations })
    .from(guarantees)
    .innerJoin(matchedTransactions, eq(matchedTransactions.applicationId, guarantees.id))
    .innerJoin(offers, eq(offers.id, matchedTransactions.offerId))
    .leftJoin(compensations, eq(compensations.guaranteeId, guarantees.id))
    .where(eq(guarantees.schemeId, schemeId))
    .orderBy(asc(guarantees.id));
  const paid = loans.flatMap(({ compensation }) => (compensation?.state === 'paid' ? [compensation] : []));
  const open = loans.map(({ loan }) => loan).filter(({ state }) => isOpen(state));
  const paidIds = paid.map(({ id }) => id);
  const [ledgers, recovered, claims] = await Promise.all([
    ledgersOf(read, open, today),
    recoveredOf(read, paidIds),
    claimsOf(read, paidIds),
  ]);
  const total = (figures: readonly number[]) => figures.reduce((sum, each) => sum + each, 0);
  return {
    overdueFen: total(ledgers.map(({ daysPastDue, balanceFen }) => (daysPastDue > 0 ? balanceFen : 0))),
    compensatedFen: total(paid.map(({ lossFen }) => lossFen)),
    recoveredFen: recovered,
    lentFen: total(loans.map(({ loan }) => loan.amountFen)),
    premiumsFen: total(loans.map(({ loan, offer }) => premiumsBy(scheduleOf(offer, loan.disbursedOn), today))),
    claimsFen: claims,
  };
}

/** The premiums that were due by a day. */
const premiumsBy = ({ fees }: RepaymentSchedule, today: CalendarDate): number =>
  fees
    .filter(({ fee }) => fee.kind === 'insurance')
    .flatMap(({ payments }) => payments)
    .filter(({ on }) => on <= today)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);

export type Repaid = { readonly principalFen: number; readonly interestFen: number };

/** What was repaid of each loan. */
export async function repaidOf(read: Reader, transactionIds: readonly string[]): Promise<ReadonlyMap<string, Repaid>> {
  if (transactionIds.length === 0) return new Map();
  const found = await read
    .select({
      id: repayments.transactionId,
      principalFen: sum(repayments.principalFen).mapWith(Number),
      interestFen: sum(repayments.interestFen).mapWith(Number),
    })
    .from(repayments)
    .where(inArray(repayments.transactionId, [...transactionIds]))
    .groupBy(repayments.transactionId);
  return new Map(found.map(({ id, ...repaid }) => [id, repaid]));
}

async function recoveredOf(read: Reader, compensationIds: readonly string[]): Promise<number> {
  if (compensationIds.length === 0) return 0;
  const [found] = await read
    .select({ fen: sum(recoveries.amountFen).mapWith(Number) })
    .from(recoveries)
    .where(inArray(recoveries.compensationId, [...compensationIds]));
  return found?.fen ?? 0;
}

/** What insurers have paid out, less what came back to them. */
async function claimsOf(read: Reader, compensationIds: readonly string[]): Promise<number> {
  if (compensationIds.length === 0) return 0;
  const parts = await compensationPartsByCompensationId(read, compensationIds);
  const insurers = parts.filter(({ role }) => role === 'insurer');
  const back = await read
    .select({ compensationId: recoveries.compensationId, place: recoveryShares.place, amountFen: recoveryShares.amountFen })
    .from(recoveryShares)
    .innerJoin(recoveries, eq(recoveries.id, recoveryShares.recoveryId))
    .where(inArray(recoveries.compensationId, [...compensationIds]));
  return insurers.reduce(
    (sum, { compensationId, place, paidFen }) =>
      sum +
      paidFen -
      back
        .filter(each => each.compensationId === compensationId && each.place === place)
        .reduce((returned, { amountFen }) => returned + amountFen, 0),
    0,
  );
}

const compensationPartsByCompensationId = rowsBy(compensationParts, compensationParts.compensationId);
