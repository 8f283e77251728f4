import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../../context';
import type { Tx } from '../../database/database';
import { users } from '../../identity/tables';
import type { Role } from '../../shared/actor';
import { canSeeMessage } from '../access';
import { emailSubscriptions } from '../email/tables';
import { topicOf } from '../kinds';
import type { MessageTopic } from '../kinds/kind';
import type { Message } from '../tables';
import { webhooks } from '../webhooks/tables';
import { type Delivery, deliveries } from './tables';

type Wish = Pick<Delivery, 'organisationId' | 'channel' | 'target' | 'locale'> & {
  readonly topics: readonly MessageTopic[];
  /** Whose wish it is. A system of its own takes what its administrators are told too: they registered it. */
  readonly role: Role;
};
type Sender = Pick<Context, 'now' | 'newId'>;

/** Notes inside the unit of work that wrote `sent` which of these messages are wanted elsewhere too, and where. */
export async function planDeliveries(tx: Tx, sender: Sender, sent: readonly Message[]): Promise<void> {
  const recipients = [...new Set(sent.map(({ recipientId }) => recipientId))];
  const wishes = [...(await emailWishes(tx, recipients)), ...(await webhookWishes(tx, recipients))];
  const rows = sent.flatMap(message =>
    wishes
      .filter(({ topics, ...wish }) => canSeeMessage(wish, message) && topics.includes(topicOf(message.kind)))
      .map(wish => newDelivery(sender, message, wish)),
  );
  if (rows.length > 0) await tx.insertMany(deliveries, rows, { skipsKnown: true });
}

const emailWishes = async (tx: Tx, recipients: readonly string[]): Promise<Wish[]> => {
  const { organisationId, address, locale, topics } = emailSubscriptions;
  const rows = await tx
    .select({ organisationId, target: address, locale, topics, role: users.role })
    .from(emailSubscriptions)
    .innerJoin(users, eq(users.id, emailSubscriptions.userId))
    .where(and(inArray(organisationId, [...recipients]), eq(users.status, 'active')));
  return rows.map(row => ({ ...row, channel: 'email' }));
};

const webhookWishes = async (tx: Tx, recipients: readonly string[]): Promise<Wish[]> => {
  const { id, organisationId, topics, state } = webhooks;
  const rows = await tx
    .select({ organisationId, target: id, topics })
    .from(webhooks)
    .where(and(inArray(organisationId, [...recipients]), eq(state, 'active')));
  return rows.map(row => ({ ...row, channel: 'webhook', locale: 'zh', role: 'administrator' }));
};

/** A delivery that is due at once. */
export const newDelivery = (
  { now, newId }: Sender,
  { id: messageId }: Pick<Message, 'id'>,
  { organisationId, channel, target, locale }: Omit<Wish, 'topics' | 'role'>,
): Delivery => ({
  id: newId(),
  messageId,
  organisationId,
  channel,
  target,
  locale,
  state: 'waiting',
  attempts: 0,
  lastStatus: null,
  lastProblem: null,
  lastAttemptAt: null,
  nextAttemptAt: now,
  holder: null,
  leaseUntil: null,
  createdAt: now,
});
