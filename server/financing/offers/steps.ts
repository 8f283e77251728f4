import { digestOf } from '../../idempotency/key';
import { nextState } from '../../shared/lifecycle';
import type { Moment } from '../applications/steps';
import type { Application } from '../applications/tables';
import { figuresOf } from './figures';
import { type OfferVerb, offerLifecycle } from './lifecycle';
import type { OfferTerms } from './offerTerms';
import type { Offer } from './tables';

export type OfferMaking = {
  readonly id: string;
  readonly application: Pick<Application, 'id' | 'enterpriseId' | 'institutionId' | 'productVersionId'>;
  readonly number: number;
  readonly terms: OfferTerms;
};

/** The row of an offer that has just been made, its figures reckoned as if the loan were disbursed the same day. */
export function madeOffer({ id, application, number, terms }: OfferMaking, { now, today }: Moment): Offer {
  const { enterpriseId, institutionId, productVersionId } = application;
  return {
    ...terms,
    ...figuresOf(terms, today),
    id,
    applicationId: application.id,
    number,
    reckonedOn: today,
    state: 'open',
    stateReason: null,
    termsHash: digestOf({ applicationId: application.id, enterpriseId, institutionId, productVersionId, number, terms }),
    createdAt: now,
    answeredAt: null,
    version: 1,
  };
}

/** The row of an offer after `verb`; refuses with CONFLICT a verb that its state does not have. */
export function offerAfter(offer: Offer, verb: OfferVerb, { now }: Pick<Moment, 'now'>, reason: string | null = null): Offer {
  const state = nextState(offerLifecycle, offer.state, verb);
  return { ...offer, state, stateReason: reason, answeredAt: state === 'open' ? null : now, version: offer.version + 1 };
}
