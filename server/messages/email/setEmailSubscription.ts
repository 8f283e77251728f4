import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { parseInput, says } from '../../shared/input';
import { wishTopics } from '../kinds/kind';
import type { EmailWish } from './queries';
import { emailSubscriptions, locales } from './tables';

const shape = z.object({
  address: z
    .string()
    .trim()
    .max(254)
    .refine(
      text => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]{2,}$/.test(text),
      says(
        'address.form',
        '请填写完整的邮箱地址，例如 name@example.com。',
        'Give a whole e-mail address such as name@example.com.',
      ),
    ),
  topics: z
    .array(z.enum(wishTopics))
    .min(1)
    .transform(chosen => wishTopics.filter(topic => chosen.includes(topic))),
  locale: z.enum(locales),
});

export type EmailSubscriptionInput = z.input<typeof shape>;

/**
 * Lets the actor have messages of its organisation by e-mail from now on: about which topics, where and in which language.
 * Said again, it replaces what was said. Refuses what is no address, and no topic at all.
 */
export async function setEmailSubscription(context: ActorContext, input: EmailSubscriptionInput): Promise<EmailWish> {
  const wish = parseInput(shape, input);
  const { db, actor, now } = context;
  const { userId, organisationId } = actor;
  return db.write(async tx => {
    const [known] = await tx.select().from(emailSubscriptions).where(eq(emailSubscriptions.userId, userId));
    const values = { ...wish, changedAt: now, version: (known?.version ?? 0) + 1 };
    await tx
      .insert(emailSubscriptions)
      .values({ userId, organisationId, ...values })
      .onConflictDoUpdate({ target: emailSubscriptions.userId, set: values });
    await record(tx, context, {
      verb: 'setEmailSubscription',
      subject: { kind: 'user', id: userId },
      details: { topics: wish.topics, locale: wish.locale },
    });
    return wish;
  });
}
