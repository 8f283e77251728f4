import { and, eq, inArray, type Placeholder, sql } from 'drizzle-orm';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { prepared } from '../../database/prepared';
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

/** Most of what is sent goes to one organisation: the two questions for one are prepared. */
const emailWishes = async (tx: Tx, recipients: readonly string[]): Promise<Wish[]> => {
  const [only] = recipients;
  const rows = await (recipients.length === 1 ? subscribersOfOne(tx, { recipient: only }) : subscribers(tx, recipients));
  return rows.map(row => ({ ...row, channel: 'email' }));
};

const webhookWishes = async (tx: Tx, recipients: readonly string[]): Promise<Wish[]> => {
  const [only] = recipients;
  const rows = await (recipients.length === 1 ? webhooksOfOne(tx, { recipient: only }) : webhooksOf(tx, recipients));
  return rows.map(row => ({ ...row, channel: 'webhook', locale: 'zh', role: 'administrator' }));
};

type Recipients = readonly (string | Placeholder)[];

const subscribers = (read: Reader, recipients: Recipients) => {
  const { organisationId, address, locale, topics } = emailSubscriptions;
  return read
    .select({ organisationId, target: address, locale, topics, role: users.role })
    .from(emailSubscriptions)
    .innerJoin(users, eq(users.id, emailSubscriptions.userId))
    .where(and(inArray(organisationId, [...recipients]), eq(users.status, 'active')));
};

const webhooksOf = (read: Reader, recipients: Recipients) => {
  const { id, organisationId, topics, state } = webhooks;
  return read
    .select({ organisationId, target: id, topics })
    .from(webhooks)
    .where(and(inArray(organisationId, [...recipients]), eq(state, 'active')));
};

const subscribersOfOne = prepared((read: Reader) => subscribers(read, [sql.placeholder('recipient')]));
const webhooksOfOne = prepared((read: Reader) => webhooksOf(read, [sql.placeholder('recipient')]));

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
