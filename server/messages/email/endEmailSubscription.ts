import { eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { emailSubscriptions } from './tables';

/** Ends the actor's e-mails; what is on its way is not sent any more. Answers whether there was anything to end. */
export async function endEmailSubscription(context: ActorContext): Promise<boolean> {
  const { userId } = context.actor;
  return context.db.write(async tx => {
    const ended = await tx
      .delete(emailSubscriptions)
      .where(eq(emailSubscriptions.userId, userId))
      .returning({ userId: emailSubscriptions.userId });
    if (ended.length === 0) return false;
    await record(tx, context, { verb: 'endEmailSubscription', subject: { kind: 'user', id: userId } });
    return true;
  });
}
