import { and, eq, isNull, lte, ne } from 'drizzle-orm';
import type { Context } from '../../context';
import type { Tx } from '../../database/database';
import type { Instant } from '../../shared/dates';
import { type SessionKind, sessions } from '../tables';
import { hashOfToken, newToken } from './token';

/** What the holder is given; the token is shown this once and stored nowhere. */
export type OpenedSession = { readonly token: string; readonly expiresAt: Instant };

/**
 * Opens a session that ends `hours` from now however much it is used: a stolen token is worth no more than that, and
 * no request has to write. The user's sessions that are over are cleared away.
 */
export async function openSession(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  session: { userId: string; kind: SessionKind; label: string | null; hours: number },
): Promise<OpenedSession> {
  const { userId, kind, label, hours } = session;
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, now)));
  const token = newToken();
  const expiresAt = new Date(now.getTime() + hours * 3_600_000);
  await tx.insert(sessions).values({ id: hashOfToken(token), userId, kind, label, createdAt: now, expiresAt, endedAt: null });
  return { token, expiresAt };
}

/** Ends every open session of the user, but for the one that `exceptToken` belongs to. */
export async function endSessions(tx: Tx, userId: string, now: Instant, exceptToken: string | null = null): Promise<void> {
  const kept = exceptToken === null ? undefined : ne(sessions.id, hashOfToken(exceptToken));
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), kept));
}
