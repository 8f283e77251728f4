import type { ActorContext } from '../../context';
import { nextState } from '../../shared/lifecycle';
import { changeWebhook } from './changeWebhook';
import { type WebhookVerb, webhookLifecycle } from './lifecycle';
import type { WebhookChange } from './loadWebhook';
import type { Webhook } from './tables';

/**
 * Pauses, resumes or removes a webhook. While it is paused nothing is noted for it; what was on its way is not sent any
 * more. Refuses a verb that its state does not have.
 */
export const moveWebhook = (context: ActorContext, change: WebhookChange & { readonly verb: WebhookVerb }): Promise<Webhook> =>
  changeWebhook(context, change, {
    verb: `${change.verb}Webhook`,
    change: ({ state }) => ({ state: nextState(webhookLifecycle, state, change.verb) }),
  });
