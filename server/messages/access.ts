import type { Actor } from '../shared/actor';
import type { Message } from './tables';

type Reader = Pick<Actor, 'organisationId' | 'role'>;

/** A message is its recipient's; nobody else knows that there is one, the operator included. What is for administrators is theirs alone. */
export const canSeeMessage = (actor: Reader, { recipientId, audience }: Pick<Message, 'recipientId' | 'audience'>): boolean =>
  actor.organisationId === recipientId && (audience === 'everyone' || actor.role === 'administrator');
