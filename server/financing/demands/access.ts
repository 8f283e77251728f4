import type { Actor } from '../../shared/actor';
import type { DemandState } from './lifecycle';
import type { FinancingDemand } from './tables';

/** What has come of a demand so far, on the day that is asked about. */
export type DemandCourse = {
  readonly applications: number;
  /** Applications that a loan can still come of. */
  readonly liveApplications: number;
  readonly openOffers: number;
  /** One bank's offer was accepted and its loan is to be paid out. */
  readonly hasAcceptedOffer: boolean;
};

/** A demand is its firm's own; a bank learns of it from an application, never by itself. */
export const canSeeDemand = (actor: Actor, demand: Pick<FinancingDemand, 'enterpriseId'>): boolean =>
  actor.organisationId === demand.enterpriseId;

/** Everybody who works for the firm: an auditor only reads. */
export const mayChangeDemand = (actor: Actor, demand: Pick<FinancingDemand, 'enterpriseId'>): boolean =>
  canSeeDemand(actor, demand) && actor.role !== 'auditor';

/** How a demand stands: it is in progress only while something can still come of one of its applications. */
export const demandStateOf = (
  demand: Pick<FinancingDemand, 'state'>,
  { liveApplications }: Pick<DemandCourse, 'liveApplications'>,
): DemandState => (demand.state === 'inProgress' && liveApplications === 0 ? 'open' : demand.state);

export type DemandOperation = 'submitApplication' | 'withdrawDemand';

/** What `actor` may do with the demand now, by the names of the operations. */
export function verbsOnDemand(actor: Actor, demand: FinancingDemand, course: DemandCourse): DemandOperation[] {
  if (!mayChangeDemand(actor, demand)) return [];
  const state = demandStateOf(demand, course);
  if (state === 'open') return ['submitApplication', 'withdrawDemand'];
  return state === 'inProgress' && !course.hasAcceptedOffer ? ['submitApplication'] : [];
}
