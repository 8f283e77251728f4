import { and, eq, isNull } from 'drizzle-orm';
import type { ActorContext } from '../context';
import { rowById } from '../database/rows';
import { notFound } from '../shared/refusals';
import { canSeeMessage } from './access';
import { type Message, messages } from './tables';

/**
 * Notes that a message of the actor's organisation has been read; the first moment stands. Nothing is audited: what was
 * read when is in the inbox itself. Refuses another's message as not found.
 */
export async function markRead(context: ActorContext, id: string): Promise<Message> {
  return context.db.write(async tx => {
    const message = await rowById(tx, messages, id);
    if (!message || !canSeeMessage(context.actor, message)) throw notFound({ zh: '消息', en: 'message' }, id);
    if (message.readAt !== null) return message;
    await tx
      .update(messages)
      .set({ readAt: context.now })
      .where(and(eq(messages.id, id), isNull(messages.readAt)));
    return { ...message, readAt: context.now };
  });
}
