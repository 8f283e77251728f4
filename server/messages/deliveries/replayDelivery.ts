import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { rowById } from '../../database/rows';
import { conflict, notAllowed, notFound } from '../../shared/refusals';
import { canSeeDelivery, verbsOnDelivery } from './access';
import { type Delivery, deliveries } from './tables';

/**
 * Sends a delivery once more, now and with all its attempts before it. Refuses one that the actor may not see as not found,
 * one that is on its way, and an e-mail that has arrived.
 */
export async function replayDelivery(context: ActorContext, id: string): Promise<Delivery> {
  const { actor, now } = context;
  return context.db.write(async tx => {
    const delivery = await rowById(tx, deliveries, id);
    if (!delivery || !canSeeDelivery(actor, delivery)) throw notFound({ zh: '送达记录', en: 'delivery' }, id);
    if (actor.role !== 'administrator') throw readsOnly();
    if (verbsOnDelivery(actor, delivery).length === 0) throw notAgain(delivery);
    const again = { state: 'waiting', attempts: 0, nextAttemptAt: now, holder: null, leaseUntil: null } as const;
    const [replayed] = await tx
      .update(deliveries)
      .set(again)
      .where(and(eq(deliveries.id, id), eq(deliveries.state, delivery.state)))
      .returning();
    if (!replayed) throw notAgain(delivery);
    await record(tx, context, {
      verb: 'replayDelivery',
      subject: { kind: 'delivery', id },
      details: { channel: delivery.channel, from: delivery.state },
    });
    return replayed;
  });
}

const readsOnly = () =>
  notAllowed({ zh: '重新发送由管理员办理。', en: 'Sending again is for administrators.' }, { rule: 'role' });

const notAgain = ({ state }: Delivery) =>
  conflict(
    {
      zh: state === 'waiting' ? '这条通知正在发送中。' : '这条通知不能重新发送。',
      en: state === 'waiting' ? 'This is on its way already.' : 'This cannot be sent again.',
    },
    { rule: 'illegalVerb', state, verb: 'replayDelivery' },
  );
