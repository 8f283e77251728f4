import type { Actor } from '../../shared/actor';

/** The operator, and departments as the authorities of the city, bring demands and banks together; an auditor only reads. */
export const mayDispatch = (actor: Actor): boolean =>
  (actor.organisationKind === 'operator' || actor.organisationKind === 'department') && actor.role !== 'auditor';

/** Whoever works for a bank takes open demands for it. */
export const mayGrab = (actor: Actor): boolean => actor.organisationKind === 'bank' && actor.role !== 'auditor';
