import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { prepared } from '../../database/prepared';
import type { Actor } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import { organisations, sessions, users } from '../tables';
import { hashOfToken, isToken } from './token';

/**
 * Who holds `token`; null when its session is unknown, ended or over, or when user or organisation may no longer act.
 * Asked with every request: one prepared query by primary keys, and nothing is written (sessions last a fixed time).
 */
export async function actorOfToken(read: Reader, token: string, now: Instant): Promise<Actor | null> {
  if (!isToken(token)) return null;
  const [holder] = await holderOfSession(read, { id: hashOfToken(token) });
  if (!holder || holder.endedAt !== null || holder.expiresAt <= now) return null;
  if (holder.userStatus === 'disabled' || holder.organisationStatus === 'suspended') return null;
  const { userId, username, organisationId, organisationKind, role } = holder;
  const actor = { userId, username, organisationId, organisationKind, role };
  const isConfirmed = holder.userStatus === 'active' && holder.organisationStatus === 'active';
  return isConfirmed ? actor : { ...actor, isUnconfirmed: true };
}

const holderOfSession = prepared((read: Reader) =>
  read
    .select({
      expiresAt: sessions.expiresAt,
      endedAt: sessions.endedAt,
      userId: users.id,
      username: users.username,
      role: users.role,
      userStatus: users.status,
      organisationId: organisations.id,
      organisationKind: organisations.kind,
      organisationStatus: organisations.status,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(sessions.id, sql.placeholder('id'))),
);
