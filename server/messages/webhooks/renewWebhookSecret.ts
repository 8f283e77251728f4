import type { ActorContext } from '../../context';
import { changeWebhook } from './changeWebhook';
import { newSecret } from './event';
import type { WebhookChange } from './loadWebhook';
import type { Webhook } from './tables';

/** Gives a webhook another secret, which this answer alone shows; everything sent from now on is signed with it. */
export const renewWebhookSecret = (context: ActorContext, change: WebhookChange): Promise<Webhook> =>
  changeWebhook(context, change, { verb: 'renewWebhookSecret', change: () => ({ secret: newSecret() }) });
