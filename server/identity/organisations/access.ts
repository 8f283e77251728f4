import type { Actor } from '../../shared/actor';
import { verbsFrom } from '../../shared/lifecycle';
import type { Organisation } from '../tables';
import { type OrganisationVerb, organisationLifecycle } from './lifecycle';

/**
 * Institutions at work are known to every signed-in user: a firm must be able to choose its bank. Which firms are
 * on the platform is known to the operator alone; whom a firm lets read its data learns of it there.
 */
export const canSeeOrganisation = (actor: Actor, organisation: Organisation): boolean =>
  actor.organisationKind === 'operator' ||
  actor.organisationId === organisation.id ||
  (organisation.kind !== 'enterprise' && organisation.status === 'active');

/** The operator keeps the register; its auditors only read it. */
export const keepsRegister = (actor: Actor): boolean => actor.organisationKind === 'operator' && actor.role !== 'auditor';

/**
 * What this actor may do to the organisation now. `isClaimed`: a user waits to be confirmed as acting for it, which
 * opens confirming and rejecting for an organisation that is active already. Nobody suspends their own.
 */
export function organisationVerbs(actor: Actor, organisation: Organisation, isClaimed: boolean): OrganisationVerb[] {
  if (!keepsRegister(actor)) return [];
  const verbs = verbsFrom(organisationLifecycle, organisation.status).filter(
    verb => verb !== 'registerEnterprise' && !(verb === 'suspendOrganisation' && organisation.id === actor.organisationId),
  );
  return organisation.status === 'active' && isClaimed ? ['confirmOrganisation', 'rejectOrganisation', ...verbs] : verbs;
}
