import { choice, id, index, instant, isOneOf, json, table, text, uniqueIndex } from '../database/columns';
import { organisations } from '../identity/tables';
import { type MessagePayload, messageKinds } from './kinds';

/** everyone: all who work there; administrators: those who answer for the others, alone. */
export const audiences = ['everyone', 'administrators'] as const;
export type Audience = (typeof audiences)[number];

/** What the platform tells an organisation. Its audience there reads the same inbox, and one reader is enough. */
export const messages = table(
  'messages',
  {
    id: id(),
    recipientId: text('recipient_id')
      .notNull()
      .references(() => organisations.id),
    kind: choice('kind', messageKinds).notNull(),
    /** The one event that it tells of: with the kind it makes the message come once, however often it is sent. */
    occasion: text('occasion').notNull(),
    audience: choice('audience', audiences).notNull(),
    payload: json<MessagePayload>('payload').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  message => [
    uniqueIndex('messages_once').on(message.recipientId, message.kind, message.occasion),
    index('messages_unread').on(message.recipientId, message.readAt),
    index('messages_newest').on(message.recipientId, message.createdAt),
    isOneOf('messages_kind_known', message.kind, messageKinds),
    isOneOf('messages_audience_known', message.audience, audiences),
  ],
);

export type Message = typeof messages.$inferSelect;
