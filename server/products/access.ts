import type { Actor } from '../shared/actor';
import { type ProductVerb, type Standing, verbsOf } from './lifecycle';
import type { Party, Product } from './tables';

type Owned = Pick<Product, 'institutionId' | 'draftedBy' | 'suspendedBy'> & Standing;

/** The side on which `actor` deals with the product; null for everybody else. */
export function partyOf(actor: Actor | null, product: Pick<Product, 'institutionId'>): Party | null {
  if (actor?.organisationKind === 'operator') return 'operator';
  return actor?.organisationId === product.institutionId ? 'institution' : null;
}

/** What is published everyone may see; the rest the institution, and the operator once it was submitted or is its own draft. */
export function canSeeProduct(actor: Actor | null, product: Owned): boolean {
  if (product.listing === 'published') return true;
  const party = partyOf(actor, product);
  return party === 'institution' || (party === 'operator' && (product.listing !== 'unlisted' || canSeeRevision(actor, product)));
}

/** The version being worked on: its institution, and the operator when it reviews it or drew the product up. */
export function canSeeRevision(actor: Actor | null, product: Owned): boolean {
  const party = partyOf(actor, product);
  return (
    party === 'institution' || (party === 'operator' && (product.revision === 'inReview' || product.draftedBy === 'operator'))
  );
}

/** Whether `actor` is the one to do `verb`; whether the product's state allows it, the lifecycle says. */
export function mayDo(actor: Actor, product: Owned, verb: ProductVerb): boolean {
  const party = partyOf(actor, product);
  if (party === null || actor.role === 'auditor') return false;
  switch (verb) {
    case 'update':
    case 'submit':
      return party === 'institution' || product.draftedBy === 'operator';
    case 'return':
    case 'publish':
      return party === 'operator';
    case 'suspend':
    case 'withdraw':
      return true;
    case 'resume':
      return party === 'operator' || product.suspendedBy !== 'operator';
  }
}

/** What `actor` may do to the product now, by the names of the operations. */
export const allowedVerbs = (actor: Actor | null, product: Owned): `${ProductVerb}Product`[] =>
  actor === null || !canSeeProduct(actor, product)
    ? []
    : verbsOf(product)
        .filter(verb => mayDo(actor, product, verb))
        .map(verb => `${verb}Product` as const);
