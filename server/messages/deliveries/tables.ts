import { sql } from 'drizzle-orm';
import { check, choice, id, index, instant, integer, isOneOf, table, text, uniqueIndex } from '../../database/columns';
import { organisations } from '../../identity/tables';
import { locales } from '../email/tables';
import { messages } from '../tables';

export const deliveryChannels = ['email', 'webhook'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

/** cancelled: whoever asked for it does not want it any more. failed: given up after the last attempt. */
export const deliveryStates = ['waiting', 'delivered', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What went wrong with an attempt, as a code: never what the other side answered, which may be anything. */
export const deliveryProblems = ['unreachable', 'timeout', 'refused', 'forbiddenAddress', 'gone'] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** One message on its way to one address outside the platform. Written with the message, sent after the commit. */
export const deliveries = table(
  'deliveries',
  {
    id: id(),
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    channel: choice('channel', deliveryChannels).notNull(),
    /** The e-mail address, or the id of the webhook. */
    target: text('target').notNull(),
    locale: choice('locale', locales).notNull(),
    state: choice('state', deliveryStates).notNull(),
    attempts: integer('attempts').notNull(),
    /** The status that the other side last answered with; null where it gave none. */
    lastStatus: integer('last_status'),
    lastProblem: choice('last_problem', deliveryProblems),
    lastAttemptAt: instant('last_attempt_at'),
    nextAttemptAt: instant('next_attempt_at'),
    /** The process that is at it, and until when the others leave it alone. */
    holder: text('holder'),
    leaseUntil: instant('lease_until'),
    createdAt: instant('created_at').notNull(),
  },
  delivery => [
    uniqueIndex('deliveries_once').on(delivery.messageId, delivery.channel, delivery.target),
    index('deliveries_due').on(delivery.state, delivery.nextAttemptAt),
    index('deliveries_target').on(delivery.target, delivery.createdAt),
    index('deliveries_organisation').on(delivery.organisationId, delivery.createdAt),
    isOneOf('deliveries_channel_known', delivery.channel, deliveryChannels),
    isOneOf('deliveries_locale_known', delivery.locale, locales),
    isOneOf('deliveries_state_known', delivery.state, deliveryStates),
    isOneOf('deliveries_problem_known', delivery.lastProblem, deliveryProblems),
    check('deliveries_next', sql`(${delivery.state} = 'waiting') = (${delivery.nextAttemptAt} is not null)`),
  ],
);

export type Delivery = typeof deliveries.$inferSelect;
