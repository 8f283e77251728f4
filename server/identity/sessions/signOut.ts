import { and, eq, isNull } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { Context } from '../../context';
import { sessions } from '../tables';
import { hashOfToken } from './token';

/** Ends the session that `token` belongs to, at once and for good; a session that is over already changes nothing. */
export async function signOut(context: Context, token: string | null): Promise<true> {
  const { actor, now } = context;
  if (token === null || actor === null) return true;
  return context.db.write<true>(async tx => {
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, hashOfToken(token)), isNull(sessions.endedAt)))
      .returning({ userId: sessions.userId });
    if (ended) await record(tx, { ...context, actor }, { verb: 'signOut', subject: { kind: 'user', id: ended.userId } });
    return true;
  });
}
