import type { Actor } from '../../shared/actor';
import { verbsFrom } from '../../shared/lifecycle';
import { type ApplicationParty, partyOf } from '../applications/access';
import { type ApplicationState, liveStates } from '../applications/lifecycle';
import type { Application } from '../applications/tables';
import { isOpen } from '../deals/access';
import type { DealState } from '../deals/lifecycle';
import { isValueAgreed } from './kinds';
import { type CollateralVerb, collateralLifecycle } from './lifecycle';
import type { Collateral } from './tables';

/** Whose each verb is. */
const verbParty: Readonly<Record<CollateralVerb, ApplicationParty>> = {
  appraise: 'institution',
  propose: 'institution',
  agree: 'enterprise',
  register: 'institution',
  release: 'institution',
};

/** Each verb by the name of its operation; an appraisal that has to be agreed to is recorded like any other. */
export const collateralOperationOf = {
  appraise: 'appraiseCollateral',
  propose: 'appraiseCollateral',
  agree: 'agreeCollateralValue',
  register: 'registerPledge',
  release: 'releaseCollateral',
} as const satisfies Readonly<Record<CollateralVerb, string>>;
export type CollateralOperation = (typeof collateralOperationOf)[CollateralVerb];

type Between = Pick<Application, 'enterpriseId' | 'institutionId'>;

export const mayDoToCollateral = (actor: Actor, application: Between, verb: CollateralVerb): boolean =>
  actor.role !== 'auditor' && partyOf(actor, application) === verbParty[verb];

/** While the money is not paid out, the firm may offer security. */
export const takesCollateral = (state: ApplicationState): boolean => liveStates.includes(state) && state !== 'disbursed';

/** The firm states what it gives as security. */
export const mayStateCollateral = (actor: Actor, application: Between & Pick<Application, 'state'>): boolean =>
  actor.role !== 'auditor' && partyOf(actor, application) === 'enterprise' && takesCollateral(application.state);

/** A pledge ends when nothing can come of the application any more, or its loan is settled, written off or lent anew. */
export const isReleasable = (state: ApplicationState, loan: DealState | null): boolean =>
  loan === null ? !liveStates.includes(state) && state !== 'disbursed' : !isOpen(loan) && loan !== 'compensated';

type Standing = { readonly application: Between & Pick<Application, 'state'>; readonly loan: DealState | null };

/** What `actor` may do to the collateral now, by the names of the operations. */
export function verbsOnCollateral(actor: Actor, { application, loan }: Standing, collateral: Collateral): CollateralOperation[] {
  const unfit: CollateralVerb = isValueAgreed(collateral.kind) ? 'appraise' : 'propose';
  return verbsFrom(collateralLifecycle, collateral.state)
    .filter(verb => verb !== unfit && mayDoToCollateral(actor, application, verb))
    .filter(verb => (verb === 'release' ? isReleasable(application.state, loan) : takesCollateral(application.state)))
    .map(verb => collateralOperationOf[verb]);
}
