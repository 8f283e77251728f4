import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { AuditVerb } from '../../audit/verbs';
import type { ActorContext } from '../../context';
import { loadWebhook, type WebhookChange } from './loadWebhook';
import { type Webhook, webhooks } from './tables';

/** Changes a webhook of the actor's own organisation as a unit of work; refuses what `loadWebhook` refuses. */
export const changeWebhook = (
  context: ActorContext,
  { id, version }: WebhookChange,
  { verb, change }: { readonly verb: AuditVerb; readonly change: (webhook: Webhook) => Partial<Webhook> },
): Promise<Webhook> =>
  context.db.write(async tx => {
    const webhook = await loadWebhook(tx, context, { id, version });
    const values = { ...change(webhook), version: version + 1 };
    await tx
      .update(webhooks)
      .set(values)
      .where(and(eq(webhooks.id, id), eq(webhooks.version, version)));
    await record(tx, context, { verb, subject: { kind: 'webhook', id }, details: { url: webhook.url } });
    return { ...webhook, ...values };
  });
