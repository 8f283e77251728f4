import { and, count, desc, inArray, isNull, max } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Reader } from '../database/database';
import type { Text } from '../shared/text';
import { wordMessage } from './kinds';
import { countUnread, isSeenBy } from './queries';
import { messages } from './tables';

/** What a page that stays open is told of the inbox. */
export type Inbox = { readonly unread: number; readonly newest: { readonly id: string; readonly title: Text } | null };

/** How the inbox of the actor's own organisation stands. */
export async function inboxOf({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<Inbox> {
  const [newest] = await db.read
    .select()
    .from(messages)
    .where(isSeenBy(actor))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  return {
    unread: await countUnread({ db, actor }),
    newest: newest ? { id: newest.id, title: wordMessage(newest.kind, newest.payload).title } : null,
  };
}

/** A text for each inbox that is another when a message has come or been read. */
export async function inboxMarks(read: Reader, organisationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const isTheirs = inArray(messages.recipientId, [...organisationIds]);
  const [newest, unread] = await Promise.all([
    read
      .select({ id: messages.recipientId, at: max(messages.createdAt), all: count() })
      .from(messages)
      .where(isTheirs)
      .groupBy(messages.recipientId),
    read
      .select({ id: messages.recipientId, count: count() })
      .from(messages)
      .where(and(isTheirs, isNull(messages.readAt)))
      .groupBy(messages.recipientId),
  ]);
  const unreadOf = new Map(unread.map(each => [each.id, each.count]));
  return new Map(newest.map(({ id, at, all }) => [id, `${at?.getTime()} ${all} ${unreadOf.get(id) ?? 0}`]));
}
