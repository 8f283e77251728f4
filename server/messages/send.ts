import { inArray } from 'drizzle-orm';
import type { Context } from '../context';
import type { Tx } from '../database/database';
import { planDeliveries } from './deliveries/planDeliveries';
import type { MessageKind, MessagePayloads } from './kinds';
import { type Audience, type Message, messages } from './tables';

/** A message to one organisation: what happened, and what is to be told of it. */
export type Letter<Kind extends MessageKind = MessageKind> = {
  readonly recipientId: string;
  readonly kind: Kind;
  /** The event's own id. */
  readonly occasion: string;
  /** All who work there, unless it says otherwise. */
  readonly audience?: Audience;
  readonly payload: MessagePayloads[Kind];
};

/** Letters written by one statement: well below the parameters that either database takes. */
const perLot = 200;

/**
 * Puts letters into their recipients' inboxes inside the caller's unit of work: they are there when what they tell of is,
 * and not before; so is what is to go on by e-mail and to webhooks. The same occasion told again is left out. Answers how
 * many are new.
 */
export async function send(tx: Tx, context: Pick<Context, 'now' | 'newId'>, letters: Iterable<Letter>): Promise<number> {
  const { now, newId } = context;
  let sent = 0;
  let lot: Message[] = [];
  const write = async () => {
    if (lot.length === 0) return;
    const written = await tx.insertMany(messages, lot, { skipsKnown: true });
    const fresh = written === lot.length ? lot : await newAmong(tx, lot);
    await planDeliveries(tx, context, fresh);
    sent += fresh.length;
    lot = [];
  };
  for (const letter of letters) {
    lot.push({ id: newId(), audience: 'everyone', ...letter, createdAt: now, readAt: null });
    if (lot.length === perLot) await write();
  }
  await write();
  return sent;
}

/** Those of a lot that were written: the others tell again what was told before. */
async function newAmong(tx: Tx, lot: readonly Message[]): Promise<Message[]> {
  const ids = lot.map(({ id }) => id);
  const written = await tx.select({ id: messages.id }).from(messages).where(inArray(messages.id, ids));
  const isNew = new Set(written.map(({ id }) => id));
  return lot.filter(({ id }) => isNew.has(id));
}
