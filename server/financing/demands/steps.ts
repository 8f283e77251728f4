import type { Instant } from '../../shared/dates';
import { nextState } from '../../shared/lifecycle';
import type { DemandRequest } from './demandRequest';
import { type DemandVerb, demandLifecycle } from './lifecycle';
import type { FinancingDemand } from './tables';

export type DemandOpening = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly request: DemandRequest;
  readonly idempotencyKey: string;
  readonly requestDigest: string;
  readonly createdBy: string;
  readonly createdAt: Instant;
};

/** The row of a demand that has just been opened. */
export const openedDemand = ({ request, ...opening }: DemandOpening): FinancingDemand => ({
  ...opening,
  ...request,
  state: 'open',
  closedAt: null,
  version: 1,
});

/** The row of a demand after `verb`; refuses with CONFLICT a verb that its state does not have. */
export function demandAfter(demand: FinancingDemand, verb: DemandVerb, at: Instant): FinancingDemand {
  const state = nextState(demandLifecycle, demand.state, verb);
  const isClosed = state === 'fulfilled' || state === 'withdrawn';
  return { ...demand, state, closedAt: isClosed ? at : null, version: demand.version + 1 };
}
