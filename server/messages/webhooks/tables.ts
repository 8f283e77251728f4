import { choice, id, index, instant, isOneOf, json, table, text, version } from '../../database/columns';
import { organisations, users } from '../../identity/tables';
import type { WishTopic } from '../kinds/kind';

/** removed: kept for what was delivered to it. */
export const webhookStates = ['active', 'paused', 'removed'] as const;
export type WebhookState = (typeof webhookStates)[number];

/** An address of an institution's own system that is told what its inbox is told. */
export const webhooks = table(
  'webhooks',
  {
    id: id(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** In its owner's words. */
    name: text('name').notNull(),
    url: text('url').notNull(),
    topics: json<readonly WishTopic[]>('topics').notNull(),
    /** `whsec_…`: shown once, kept because every delivery is signed with it. */
    secret: text('secret').notNull(),
    state: choice('state', webhookStates).notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  webhook => [
    index('webhooks_organisation').on(webhook.organisationId, webhook.state),
    isOneOf('webhooks_state_known', webhook.state, webhookStates),
  ],
);

export type Webhook = typeof webhooks.$inferSelect;
