import { and, count, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { ActorContext } from '../context';
import { selectPage } from '../database/select';
import type { Actor } from '../shared/actor';
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
      isSeenBy(actor),
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
    .where(and(isSeenBy(actor), isNull(messages.readAt)));
  return counted?.unread ?? 0;
}

/** What `canSeeMessage` says of one message, of all of them. */
export const isSeenBy = ({ organisationId, role }: Actor): SQL | undefined =>
  and(eq(messages.recipientId, organisationId), role === 'administrator' ? undefined : eq(messages.audience, 'everyone'));
