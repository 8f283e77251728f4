import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { type EmailSubscription, emailSubscriptions } from './tables';

export type EmailWish = Pick<EmailSubscription, 'address' | 'topics' | 'locale'>;

/** What the actor wants by e-mail; null for nothing. */
export async function emailWishOf({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<EmailWish | null> {
  const { address, topics, locale, userId } = emailSubscriptions;
  const [wish] = await db.read.select({ address, topics, locale }).from(emailSubscriptions).where(eq(userId, actor.userId));
  return wish ?? null;
}
