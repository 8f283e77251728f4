import { and, isNull } from 'drizzle-orm';
import type { ActorContext } from '../context';
import { isSeenBy } from './queries';
import { messages } from './tables';

/** Notes that every message of the actor's organisation has been read; answers how many had not been. */
export async function markAllRead({ db, actor, now }: ActorContext): Promise<number> {
  return db.write(async tx => {
    const read = await tx
      .update(messages)
      .set({ readAt: now })
      .where(and(isSeenBy(actor), isNull(messages.readAt)))
      .returning({ id: messages.id });
    return read.length;
  });
}
