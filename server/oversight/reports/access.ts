import type { Actor } from '../../shared/actor';

/** A bank reports itself, through those who work for it. */
export const mayReportMonths = (actor: Actor): boolean => actor.organisationKind === 'bank' && actor.role !== 'auditor';
