import { index, instant, integer, primaryKey, table, text } from '../database/columns';
import { users } from '../identity/tables';

/** A command that was carried out under a key of its caller's, and what it was answered; written in the unit of work of the command. */
export const commandKeys = table(
  'command_keys',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    key: text('key').notNull(),
    requestDigest: text('request_digest').notNull(),
    /** Null until it is answered, and for good where the answer holds a secret. */
    status: integer('status'),
    answer: text('answer'),
    createdAt: instant('created_at').notNull(),
  },
  command => [
    primaryKey({ columns: [command.userId, command.key] }),
    index('command_keys_age').on(command.userId, command.createdAt),
  ],
);
