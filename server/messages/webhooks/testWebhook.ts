import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { newDelivery } from '../deliveries/planDeliveries';
import { type Delivery, deliveries } from '../deliveries/tables';
import { messages } from '../tables';
import { loadWebhook } from './loadWebhook';

/** Sends a test event to one webhook, by the way that every event goes. Refuses another's as not found, and one that is paused. */
export async function testWebhook(context: ActorContext, id: string): Promise<Delivery> {
  return context.db.write(async tx => {
    const { organisationId, name, state } = await loadWebhook(tx, context, { id });
    if (state !== 'active') throw isPaused();
    const messageId = context.newId();
    await tx.insert(messages).values({
      id: messageId,
      recipientId: organisationId,
      kind: 'webhookTested',
      occasion: messageId,
      audience: 'everyone',
      payload: { webhookId: id, name },
      createdAt: context.now,
      // Whoever sends it knows of it.
      readAt: context.now,
    });
    const delivery = newDelivery(context, { id: messageId }, { organisationId, channel: 'webhook', target: id, locale: 'zh' });
    await tx.insert(deliveries).values(delivery);
    await record(tx, context, { verb: 'testWebhook', subject: { kind: 'webhook', id } });
    return delivery;
  });
}

const isPaused = () =>
  conflict(
    { zh: '该回调地址已暂停，恢复后才能测试。', en: 'This webhook is paused: resume it to test it.' },
    { rule: 'illegalVerb', state: 'paused', verb: 'testWebhook' },
  );
