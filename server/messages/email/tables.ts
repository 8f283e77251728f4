import { choice, index, instant, isOneOf, json, table, text, version } from '../../database/columns';
import { organisations, users } from '../../identity/tables';
import type { WishTopic } from '../kinds/kind';

/** The languages in which messages are written. */
export const locales = ['zh', 'en'] as const;

/** Where an account wants which messages of its organisation by e-mail. An account without a row wants none. */
export const emailSubscriptions = table(
  'email_subscriptions',
  {
    userId: text('user_id')
      .primaryKey()
      .references(() => users.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    address: text('address').notNull(),
    topics: json<readonly WishTopic[]>('topics').notNull(),
    locale: choice('locale', locales).notNull(),
    changedAt: instant('changed_at').notNull(),
    version: version(),
  },
  subscription => [
    index('email_subscriptions_organisation').on(subscription.organisationId),
    isOneOf('email_subscriptions_locale_known', subscription.locale, locales),
  ],
);

export type EmailSubscription = typeof emailSubscriptions.$inferSelect;
