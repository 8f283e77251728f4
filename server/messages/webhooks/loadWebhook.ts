import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowById } from '../../database/rows';
import { notFound, staleVersion } from '../../shared/refusals';
import { canSeeWebhook } from './access';
import { type Webhook, webhooks } from './tables';

/** What a verb of a webhook takes: which one, and the version of it that the caller has read. */
export type WebhookChange = { readonly id: string; readonly version: number };

const webhookWord = { zh: '回调地址', en: 'webhook' };

/** A webhook of the actor's own organisation; any other, and one that was removed, is not found. Refuses a stale version. */
export async function loadWebhook(
  read: Reader,
  { actor }: Pick<ActorContext, 'actor'>,
  { id, version }: { readonly id: string; readonly version?: number },
): Promise<Webhook> {
  const webhook = await rowById(read, webhooks, id);
  if (!webhook || !canSeeWebhook(actor, webhook)) throw notFound(webhookWord, id);
  if (version !== undefined && webhook.version !== version) throw staleVersion(webhookWord, version, webhook.version);
  return webhook;
}
