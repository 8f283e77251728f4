import { and, asc, eq, ne } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { type Webhook, webhooks } from './tables';

/** The webhooks of the actor's own organisation, oldest first. */
export const listWebhooks = ({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<Webhook[]> =>
  db.read
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.organisationId, actor.organisationId), ne(webhooks.state, 'removed')))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id));
