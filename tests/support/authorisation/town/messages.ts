import { and, eq } from 'drizzle-orm';
import type { Organisation } from '../../../../server/identity/tables';
import { deliveries } from '../../../../server/messages/deliveries/tables';
import { send } from '../../../../server/messages/send';
import { messages } from '../../../../server/messages/tables';
import { registerWebhook } from '../../../../server/messages/webhooks/registerWebhook';
import type { Webhook } from '../../../../server/messages/webhooks/tables';
import type { Actor } from '../../../../server/shared/actor';
import { anyOf, aTownRecord, every, membersOf, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** A webhook of each bank, and a message to each firm and to the banks, with words by which it is known again. */
export async function recordsOfMessages(people: Townspeople): Promise<TownRecord[]> {
  const { homes, firm, otherFirm, otherBank } = people;
  const hooks = [await webhookOf(people, otherBank.actor, '他行'), await webhookOf(people, people.officer('bank').actor, '本行')];
  const recipients = [otherFirm.organisation, otherBank.organisation, firm.organisation, homes.bank];
  const told = await Promise.all(recipients.map(recipient => messageTo(people, recipient)));
  return [...hooks.map(asRecord), ...told, ...(await Promise.all(hooks.map(hook => deliveryTo(people, hook))))];
}

const webhookOf = ({ world }: Townspeople, actor: Actor, name: string): Promise<Webhook> =>
  registerWebhook(world.contextFor(actor), {
    name: `只属于${name}的系统`,
    url: `https://${actor.organisationId}.example/hook`,
    topics: ['matches'],
  });

const asRecord = ({ id, name, organisationId }: Webhook): TownRecord =>
  aTownRecord({ kind: 'webhook', name, id, words: [name], isOwn: membersOf({ id: organisationId }) });

/** The delivery that the message to a bank has to its webhook; the other bank's has failed, and the operator knows. */
async function deliveryTo({ world, otherBank }: Townspeople, webhook: Webhook): Promise<TownRecord> {
  const isFailed = webhook.organisationId === otherBank.organisation.id;
  const isIt = and(eq(deliveries.target, webhook.id), eq(deliveries.state, 'waiting'));
  const [delivery] = await world.db.read.select().from(deliveries).where(isIt);
  if (!delivery) throw new Error(`nothing is delivered to ${webhook.name}`);
  if (isFailed)
    await world.db.write(tx =>
      tx
        .update(deliveries)
        .set({ state: 'failed', attempts: 8, lastProblem: 'unreachable', lastAttemptAt: world.now(), nextAttemptAt: null })
        .where(isIt)
        .returning({ id: deliveries.id }),
    );
  const isOwn = membersOf({ id: webhook.organisationId });
  return aTownRecord({
    kind: 'delivery',
    name: `the delivery to ${webhook.name}`,
    id: delivery.id,
    isOwn: isFailed ? anyOf(isOwn, every('operator')) : isOwn,
  });
}

async function messageTo({ world }: Townspeople, { id: recipientId, name }: Organisation): Promise<TownRecord> {
  const productName = `只告诉${name}的产品`;
  const product = { id: world.newId(), name: productName, institution: '某行' };
  const payload = { runId: world.newId(), entered: [product], enteredCount: 1, left: [], leftCount: 0 };
  await world.db.write(tx =>
    send(tx, { now: world.now(), newId: world.newId }, [{ recipientId, kind: 'matchesChanged', occasion: 'town', payload }]),
  );
  const [message] = await world.db.read
    .select()
    .from(messages)
    .where(and(eq(messages.recipientId, recipientId), eq(messages.kind, 'matchesChanged')));
  if (!message) throw new Error(`no message to ${name}`);
  return aTownRecord({
    kind: 'message',
    name: `the message to ${name}`,
    id: message.id,
    words: [productName],
    isOwn: membersOf({ id: recipientId }),
  });
}
