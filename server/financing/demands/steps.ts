import type { Instant } from '../../shared/dates';
import { nextState } from '../../shared/lifecycle';
import { conflict } from '../../shared/refusals';
import type { DemandRequest } from './demandRequest';
import { closedStates, type DemandVerb, demandLifecycle } from './lifecycle';
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
  state: 'published',
  closedAt: null,
  version: 1,
});

/** The row of a demand after `verb`; refuses with CONFLICT a verb that its state does not have, and any once it has ended. */
export function demandAfter(demand: FinancingDemand, verb: DemandVerb, at: Instant): FinancingDemand {
  const state = nextState(demandLifecycle, demand.state, verb);
  if (demand.closedAt !== null) throw hasEnded();
  const isClosed = verb === 'closeRest' || (closedStates as readonly string[]).includes(state);
  return { ...demand, state, closedAt: isClosed ? at : null, version: demand.version + 1 };
}

const hasEnded = () =>
  conflict(
    { zh: '该需求已经结束。如有需要，请另提需求。', en: 'This demand has ended. Open another one if there is a need.' },
    { rule: 'demand.ended' },
  );
