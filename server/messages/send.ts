import type { Context } from '../context';
import type { Tx } from '../database/database';
import type { MessageKind, MessagePayloads } from './kinds';
import { messages } from './tables';

/** A message to one organisation: what happened, and what is to be told of it. */
export type Letter<Kind extends MessageKind = MessageKind> = {
  readonly recipientId: string;
  readonly kind: Kind;
  /** The event's own id. */
  readonly occasion: string;
  readonly payload: MessagePayloads[Kind];
};

/**
 * Puts letters into their recipients' inboxes inside the caller's unit of work: they are there when what they tell of is,
 * and not before. The same occasion told again is left out. Answers how many are new.
 */
export const send = (tx: Tx, { now, newId }: Pick<Context, 'now' | 'newId'>, letters: Iterable<Letter>): Promise<number> =>
  tx.insertMany(messages, rowsOf(letters, now, newId), { skipsKnown: true });

function* rowsOf(letters: Iterable<Letter>, createdAt: Context['now'], newId: Context['newId']) {
  for (const letter of letters) yield { id: newId(), ...letter, createdAt, readAt: null };
}
