import type { Actor } from '../../shared/actor';
import { verbsFrom } from '../../shared/lifecycle';
import { type SchemeVerb, schemeLifecycle } from './lifecycle';
import type { CompensationPool, RiskSharingScheme } from './tables';

/** The operator makes schemes for the city, and a guarantor its own. */
export const mayCreateScheme = (actor: Actor): boolean =>
  actor.role !== 'auditor' && (actor.organisationKind === 'operator' || actor.organisationKind === 'guarantor');

export const mayChangeScheme = (actor: Actor, { ownerId }: Pick<RiskSharingScheme, 'ownerId'>): boolean =>
  actor.role !== 'auditor' && actor.organisationId === ownerId;

/** What `actor` may do to the scheme now, by the names of the operations. */
export const verbsOnScheme = (actor: Actor, scheme: RiskSharingScheme): SchemeVerb[] =>
  mayChangeScheme(actor, scheme) ? verbsFrom(schemeLifecycle, scheme.state) : [];

/** What has come of a scheme is for those who lend, guarantee and watch; a firm reads its terms and whether it is open. */
export const canSeeCourse = (actor: Actor): boolean => actor.organisationKind !== 'enterprise';

/** The operator opens pools for others, a department its own. */
export const mayOpenPool = (actor: Actor): boolean =>
  actor.role !== 'auditor' && (actor.organisationKind === 'operator' || actor.organisationKind === 'department');

export const mayHold = (actor: Actor, holderId: string): boolean =>
  actor.organisationKind === 'operator' || actor.organisationId === holderId;

/** Whoever holds the money books what it puts in, or the operator for it. */
export const mayDeposit = (actor: Actor, { holderId }: Pick<CompensationPool, 'holderId'>): boolean =>
  actor.role !== 'auditor' && (actor.organisationKind === 'operator' || actor.organisationId === holderId);
