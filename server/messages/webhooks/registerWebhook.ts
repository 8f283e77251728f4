import { and, count, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import { config } from '../../config';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { parseInput } from '../../shared/input';
import { conflict } from '../../shared/refusals';
import { wishTopics } from '../kinds/kind';
import { checkUrl } from './checkUrl';
import { newSecret } from './event';
import { type Webhook, webhooks } from './tables';

const shape = z.object({
  name: z.string().trim().min(1).max(60),
  url: z.string(),
  topics: z
    .array(z.enum(wishTopics))
    .min(1)
    .transform(chosen => wishTopics.filter(topic => chosen.includes(topic))),
});

export type WebhookInput = z.input<typeof shape>;

/** More would mean that the platform repeats itself; each is told everything it asked for. */
const webhooksMax = 10;

/**
 * Lets a system of the actor's own institution be told what its inbox is told. The secret is in this answer alone. Refuses
 * an address that is not https or not public, no topic, and an eleventh webhook.
 */
export async function registerWebhook(context: ActorContext, input: WebhookInput): Promise<Webhook> {
  const wanted = parseInput(shape, input);
  const url = checkUrl(wanted.url, { mayReachSelf: !config.isProduction });
  const { actor, now, newId } = context;
  return context.db.write(async tx => {
    await checkRoom(tx, actor.organisationId);
    const webhook: Webhook = {
      ...wanted,
      url,
      id: newId(),
      organisationId: actor.organisationId,
      secret: newSecret(),
      state: 'active',
      createdBy: actor.userId,
      createdAt: now,
      version: 1,
    };
    await tx.insert(webhooks).values(webhook);
    const { id, topics } = webhook;
    await record(tx, context, { verb: 'registerWebhook', subject: { kind: 'webhook', id }, details: { url, topics } });
    return webhook;
  });
}

async function checkRoom(tx: Tx, organisationId: string): Promise<void> {
  await lockOrganisation(tx, organisationId);
  const [kept] = await tx
    .select({ count: count() })
    .from(webhooks)
    .where(and(eq(webhooks.organisationId, organisationId), ne(webhooks.state, 'removed')));
  if ((kept?.count ?? 0) < webhooksMax) return;
  throw conflict(
    {
      zh: `每家机构最多登记 ${webhooksMax} 个回调地址，请先删除不用的。`,
      en: `An institution has ${webhooksMax} webhooks at most: remove one that is not needed first.`,
    },
    { rule: 'webhooks.max' },
  );
}
