import { and, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { ActorContext } from '../context';
import { selectPage } from '../database/select';
import type { ListRequest, Page } from '../shared/list';
import { kindsOf } from './kinds';
import type { MessageTopic } from './kinds/kind';
import { type Message, messages } from './tables';

export type MessageFilter = { readonly isRead?: boolean | null; readonly topic?: MessageTopic | null };

/** The inbox of the actor's own organisation, newest first. */
export const listMessages = (
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  list: ListRequest & { readonly filter?: MessageFilter | null },
): Promise<Page<Message>> => {
  const { isRead = null, topic } = list.filter ?? {};
  return selectPage(db.read, messages, {
    list,
    where: and(
      eq(messages.recipientId, actor.organisationId),
      isRead === null ? undefined : isRead ? isNotNull(messages.readAt) : isNull(messages.readAt),
      topic ? inArray(messages.kind, [...kindsOf(topic)]) : undefined,
    ),
    sorts: { createdAt: messages.createdAt },
    defaultSort: [desc(messages.createdAt)],
  });
};

/** How many messages of the actor's own organisation nobody has read. */
export async function countUnread({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<number> {
  const [counted] = await db.read
    .select({ unread: count() })
    .from(messages)
    .where(and(eq(messages.recipientId, actor.organisationId), isNull(messages.readAt)));
  return counted?.unread ?? 0;
}
