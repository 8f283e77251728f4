import type { Actor } from '../../shared/actor';
import type { CalendarDate } from '../../shared/dates';
import type { DemandState } from './lifecycle';
import type { FinancingDemand } from './tables';

/** What has come of a demand so far, on the day that is asked about; sums in fen. */
export type DemandCourse = {
  readonly applications: number;
  /** Applications that a loan can still come of. */
  readonly liveApplications: number;
  readonly openOffers: number;
  /** Offers accepted whose loan is to be paid out. */
  readonly committedFen: number;
  /** Paid out. */
  readonly lentFen: number;
  /** Banks that deal with it or have lent. */
  readonly lenders: number;
  /** Those, and the banks that have learned whose it is. */
  readonly informed: number;
};

export const nothingYet: DemandCourse = {
  applications: 0,
  liveApplications: 0,
  openOffers: 0,
  committedFen: 0,
  lentFen: 0,
  lenders: 0,
  informed: 0,
};

/** A demand is its firm's own; a bank learns of it from an application, never by itself. */
export const canSeeDemand = (actor: Actor, demand: Pick<FinancingDemand, 'enterpriseId'>): boolean =>
  actor.organisationId === demand.enterpriseId;

/** Everybody who works for the firm: an auditor only reads. */
export const mayChangeDemand = (actor: Actor, demand: Pick<FinancingDemand, 'enterpriseId'>): boolean =>
  canSeeDemand(actor, demand) && actor.role !== 'auditor';

/** How a demand stands: it is in progress only while something can still come of one of its applications. */
export function demandStateOf(
  demand: Pick<FinancingDemand, 'state'>,
  { liveApplications, lentFen }: Pick<DemandCourse, 'liveApplications' | 'lentFen'>,
): DemandState {
  if (demand.state !== 'inProgress' || liveApplications > 0) return demand.state;
  return lentFen > 0 ? 'partiallyFulfilled' : 'published';
}

/** What of the sum is neither lent nor promised by an accepted offer. */
export const restFenOf = ({ amountFen }: Pick<FinancingDemand, 'amountFen'>, course: DemandCourse): number =>
  Math.max(0, amountFen - course.lentFen - course.committedFen);

/**
 * With how many more banks the firm will deal. Where the demand may not go on after a refusal, a bank that has learned whose it
 * is keeps its place for good.
 */
export const placesLeft = ({ lendersMax, allowsSecondLook }: FinancingDemand, { lenders, informed }: DemandCourse): number =>
  Math.max(0, lendersMax - (allowsSecondLook ? lenders : informed));

/** Whether the demand takes another application on the day: it has not ended nor run out, and a part of it is open. */
export const isTaking = (demand: FinancingDemand, course: DemandCourse, today: CalendarDate): boolean =>
  demand.closedAt === null && (demand.validUntil === null || today <= demand.validUntil) && restFenOf(demand, course) > 0;

/** Whether a bank that the firm has not chosen itself may still be brought in: invited, or by taking the demand. */
export const isOnMarket = (demand: FinancingDemand, course: DemandCourse, today: CalendarDate): boolean =>
  isTaking(demand, course, today) && placesLeft(demand, course) > 0 && !hasAuctionEnded(demand, today);

/** The last day for offers has passed. */
export const hasAuctionEnded = ({ offersUntil }: Pick<FinancingDemand, 'offersUntil'>, today: CalendarDate): boolean =>
  offersUntil !== null && today > offersUntil;

export type DemandOperation = 'submitApplication' | 'withdrawDemand' | 'setSecondLook';

/** What `actor` may do with the demand now, by the names of the operations. */
export function verbsOnDemand(
  actor: Actor,
  demand: FinancingDemand,
  course: DemandCourse,
  today: CalendarDate,
): DemandOperation[] {
  if (!mayChangeDemand(actor, demand) || demand.closedAt !== null) return [];
  return [
    ...(isTaking(demand, course, today) ? (['submitApplication'] as const) : []),
    ...(demandStateOf(demand, course) === 'inProgress' ? [] : (['withdrawDemand'] as const)),
    'setSecondLook',
  ];
}
