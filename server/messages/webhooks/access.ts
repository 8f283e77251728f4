import type { Actor, OrganisationKind } from '../../shared/actor';
import { verbsFrom } from '../../shared/lifecycle';
import { type WebhookVerb, webhookLifecycle } from './lifecycle';
import type { Webhook } from './tables';

/** Whose systems are told by webhooks: institutions that work on applications. */
export const webhookKinds: readonly OrganisationKind[] = ['bank', 'guarantor', 'insurer'];

/** A webhook is its organisation's; one that was removed is nobody's any more. */
export const canSeeWebhook = (actor: Actor, { organisationId, state }: Pick<Webhook, 'organisationId' | 'state'>): boolean =>
  actor.organisationId === organisationId && state !== 'removed';

export type WebhookOperation = `${WebhookVerb}Webhook` | 'renewWebhookSecret' | 'testWebhook';

/** What an administrator may do to the webhook now, by the names of the operations. */
export function verbsOnWebhook(actor: Actor, webhook: Pick<Webhook, 'organisationId' | 'state'>): WebhookOperation[] {
  if (actor.role !== 'administrator' || !canSeeWebhook(actor, webhook)) return [];
  const moves = verbsFrom(webhookLifecycle, webhook.state).map(verb => `${verb}Webhook` as const);
  return [...(webhook.state === 'active' ? (['testWebhook'] as const) : []), 'renewWebhookSecret', ...moves];
}
