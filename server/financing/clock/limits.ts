import type { PromisedDays } from '../../products/terms';
import type { ApplicationActor } from '../applications/access';
import { type ApplicationState, applicationStates } from '../applications/lifecycle';

/** Whose clock runs in a state, and for how many working days. */
type Limit = {
  readonly party: ApplicationActor;
  readonly days: number;
  /** Of a loan with security, where that takes longer. */
  readonly securedDays?: number;
  /** The promise of a product that may be shorter. */
  readonly promise?: keyof PromisedDays;
};

/**
 * The limits of the steps in working days, where a product promises nothing shorter: a bank answers within 1, gets in touch
 * within 3 and decides within 5 (the 135 rule of Zhejiang; 10 with security).
 */
const limits: Partial<Record<ApplicationState, Limit>> = {
  invited: { party: 'institution', days: 1, promise: 'accept' },
  submitted: { party: 'institution', days: 1, promise: 'accept' },
  accepted: { party: 'institution', days: 3, promise: 'contact' },
  actionRequired: { party: 'enterprise', days: 10 },
  dueDiligence: { party: 'institution', days: 5, securedDays: 10, promise: 'decide' },
  inPrinciple: { party: 'institution', days: 3 },
  countered: { party: 'institution', days: 2 },
  offerAccepted: { party: 'institution', days: 1 },
  guaranteePending: { party: 'guarantor', days: 5 },
  approved: { party: 'institution', days: 3 },
  signed: { party: 'institution', days: 2, promise: 'disburse' },
};

/** States in which somebody other than the firm is on the clock: past their day it is taken further up. */
export const answeringStates: readonly ApplicationState[] = applicationStates.filter(state => {
  const limit = limits[state];
  return limit !== undefined && limit.party !== 'enterprise';
});

/**
 * A bank that leaves an application unanswered for twice its limit loses it, but never before two whole working days have passed:
 * who promises an answer the same day is not to be punished for it overnight.
 */
export const silentAfter = (limitDays: number): number => Math.max(1, limitDays) * 2;

/** The limit of a state for an application of a product; null in a state without one. A promise only ever shortens it. */
export function limitOf(
  state: ApplicationState,
  { promisedDays, isSecured }: { readonly promisedDays: PromisedDays; readonly isSecured: boolean },
): { readonly party: ApplicationActor; readonly days: number } | null {
  const limit = limits[state];
  if (!limit) return null;
  const { party, days, securedDays, promise } = limit;
  const most = isSecured ? (securedDays ?? days) : days;
  const promised = promise ? promisedDays[promise] : null;
  return { party, days: promised === null ? most : Math.min(most, promised) };
}
