import type { Actor } from '../shared/actor';
import type { SupportPolicy } from './tables';

export type SupportPolicyOperation = 'endSupportPolicy';

/** A policy is its department's to end; everybody reads it. */
export const verbsOnPolicy = (actor: Actor, policy: Pick<SupportPolicy, 'departmentId' | 'endedAt'>): SupportPolicyOperation[] =>
  isOfDepartment(actor, policy) && actor.role !== 'auditor' && policy.endedAt === null ? ['endSupportPolicy'] : [];

export const isOfDepartment = (actor: Actor, { departmentId }: Pick<SupportPolicy, 'departmentId'>): boolean =>
  actor.organisationId === departmentId;
