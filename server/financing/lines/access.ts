import type { Actor } from '../../shared/actor';
import { verbsFrom } from '../../shared/lifecycle';
import { type ApplicationParty, partyOf } from '../applications/access';
import { type LineVerb, lineLifecycle } from './lifecycle';
import type { LineStanding } from './standing';
import type { CreditLine, Drawdown } from './tables';

type Between = Pick<CreditLine, 'enterpriseId' | 'institutionId'>;

export const linePartyOf = (actor: Actor, line: Between): ApplicationParty | null => partyOf(actor, line);

/** Whether `actor` is the one to do `verb`: the firm asks, the bank does the rest; auditors read. */
export const mayDoToLine = (actor: Actor, line: Between, verb: LineVerb): boolean =>
  actor.role !== 'auditor' && linePartyOf(actor, line) === (verb === 'requestDrawdown' ? 'enterprise' : 'institution');

/** Each verb by the name that the audit chain and the API know it by. */
export const lineOperationOf = {
  freeze: 'freezeLine',
  release: 'releaseLine',
  close: 'closeLine',
  confirmConditions: 'confirmLineConditions',
  requestDrawdown: 'requestDrawdown',
  payDrawdown: 'payDrawdown',
  declineDrawdown: 'declineDrawdown',
} as const satisfies Readonly<Record<LineVerb, string>>;

type Seen = { readonly line: CreditLine; readonly standing: LineStanding; readonly drawdowns: readonly Drawdown[] };

/** What `actor` may do to the line now, by the names of the operations. */
export function verbsOnLine(actor: Actor, { line, standing, drawdowns }: Seen): (typeof lineOperationOf)[LineVerb][] {
  const isAsked = drawdowns.some(({ state }) => state === 'requested');
  const isPossible: Partial<Record<LineVerb, boolean>> = {
    requestDrawdown: standing.block === null,
    payDrawdown: isAsked && (standing.block === null || standing.block === 'fullyDrawn'),
    declineDrawdown: isAsked,
    confirmConditions: line.conditions !== null && line.conditionsMetAt === null,
    close: !isAsked,
  };
  return verbsFrom(lineLifecycle, line.state)
    .filter(verb => mayDoToLine(actor, line, verb) && (isPossible[verb] ?? true))
    .map(verb => lineOperationOf[verb]);
}
