import type { Actor } from '../../shared/actor';
import type { Delivery } from './tables';

type Standing = Pick<Delivery, 'organisationId' | 'channel' | 'state' | 'attempts'>;

/** Tried, and not arrived. */
const isInTrouble = ({ state, attempts }: Standing): boolean => attempts > 0 && (state === 'waiting' || state === 'failed');

/** An organisation knows of its own deliveries; the operator of those that do not arrive, without what they say. */
export const canSeeDelivery = (actor: Actor, delivery: Standing): boolean =>
  actor.organisationId === delivery.organisationId || (actor.organisationKind === 'operator' && isInTrouble(delivery));

/** One that failed may be tried again; to a webhook also one that has arrived. An e-mail arrives once. */
export function verbsOnDelivery(actor: Actor, delivery: Standing): 'replayDelivery'[] {
  if (actor.role !== 'administrator' || !canSeeDelivery(actor, delivery)) return [];
  return delivery.state === 'failed' || (delivery.channel === 'webhook' && delivery.state === 'delivered')
    ? ['replayDelivery']
    : [];
}
