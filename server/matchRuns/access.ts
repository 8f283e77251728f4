import type { Actor } from '../shared/actor';
import { canBeReplayed } from './replay';
import type { MatchRun } from './tables';

/** Runs touch every firm, so they are the operator's; its auditor reads their history. */
export const verbsOnRun = (actor: Actor, run: Pick<MatchRun, 'state' | 'reason'>): 'replayMatchRun'[] =>
  actor.organisationKind === 'operator' && actor.role !== 'auditor' && canBeReplayed(run) ? ['replayMatchRun'] : [];
