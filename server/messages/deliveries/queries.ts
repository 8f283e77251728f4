import { and, desc, eq, gt, inArray, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { selectPage } from '../../database/select';
import { organisations } from '../../identity/tables';
import type { ListRequest, Page } from '../../shared/list';
import type { Text } from '../../shared/text';
import { canSeeMessage } from '../access';
import { wordMessage } from '../kinds';
import { messages } from '../tables';
import { eventTypeOf } from '../webhooks/event';
import { webhooks } from '../webhooks/tables';
import { type Delivery, type DeliveryState, deliveries } from './tables';

export type DeliveryFilter = { readonly webhookId?: string | null; readonly state?: DeliveryState | null };

/** A delivery with where it goes in words; what it says only to its recipient. */
export type DeliveryView = {
  readonly delivery: Delivery;
  readonly organisation: string;
  /** The e-mail address, or the address of the webhook. */
  readonly destination: string;
  readonly title: Text | null;
  readonly eventType: string | null;
};

/** The deliveries of the actor's own organisation, newest first; the operator also sees every one that does not arrive. */
export async function listDeliveries(
  context: Pick<ActorContext, 'db' | 'actor'>,
  list: ListRequest & { readonly filter?: DeliveryFilter | null },
): Promise<Page<DeliveryView>> {
  const { db, actor } = context;
  const { webhookId, state } = list.filter ?? {};
  const isOwn = eq(deliveries.organisationId, actor.organisationId);
  const isInTrouble = and(gt(deliveries.attempts, 0), inArray(deliveries.state, ['waiting', 'failed']));
  const { items, total } = await selectPage(db.read, deliveries, {
    list,
    where: and(
      actor.organisationKind === 'operator' ? or(isOwn, isInTrouble) : isOwn,
      webhookId ? and(isOwn, eq(deliveries.channel, 'webhook'), eq(deliveries.target, webhookId)) : undefined,
      state ? eq(deliveries.state, state) : undefined,
    ),
    sorts: { createdAt: deliveries.createdAt },
    defaultSort: [desc(deliveries.createdAt), desc(deliveries.id)],
  });
  return { items: await viewsOf(context, items), total };
}

/** Deliveries as `actor` may see them. */
export async function viewsOf(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  items: readonly Delivery[],
): Promise<DeliveryView[]> {
  const [names, urls, letters] = await Promise.all([
    namesOf(db.read, items),
    urlsOf(db.read, items),
    db.read
      .select()
      .from(messages)
      .where(inArray(messages.id, [...new Set(items.map(({ messageId }) => messageId))])),
  ]);
  const byId = new Map(letters.map(message => [message.id, message]));
  return items.map(delivery => {
    const told = byId.get(delivery.messageId);
    const message = told && canSeeMessage(actor, told) ? told : undefined;
    return {
      delivery,
      organisation: names.get(delivery.organisationId) ?? '',
      destination: delivery.channel === 'email' ? delivery.target : (urls.get(delivery.target) ?? ''),
      title: message ? wordMessage(message.kind, message.payload).title : null,
      eventType: message ? eventTypeOf(message.kind) : null,
    };
  });
}

async function namesOf(read: Reader, items: readonly Delivery[]): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(items.map(({ organisationId }) => organisationId))]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function urlsOf(read: Reader, items: readonly Delivery[]): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .select({ id: webhooks.id, url: webhooks.url })
    .from(webhooks)
    .where(inArray(webhooks.id, [...new Set(items.filter(({ channel }) => channel === 'webhook').map(({ target }) => target))]));
  return new Map(rows.map(({ id, url }) => [id, url]));
}
