import type { Actor } from '../shared/actor';
import type { Message } from './tables';

/** A message is its recipient's; nobody else knows that there is one, the operator included. */
export const canSeeMessage = (actor: Actor, message: Pick<Message, 'recipientId'>): boolean =>
  actor.organisationId === message.recipientId;
