import type { Product } from '../../products/tables';
import type { Actor } from '../../shared/actor';

/** An insurer registers contracts of its own products, through those who work for it. */
export const mayRegisterContracts = (actor: Actor): boolean => actor.organisationKind === 'insurer' && actor.role !== 'auditor';

export const isOwnInsurance = (actor: Actor, product: Pick<Product, 'institutionId' | 'kind'>): boolean =>
  product.kind === 'insurance' && product.institutionId === actor.organisationId;
