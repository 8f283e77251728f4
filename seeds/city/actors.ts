import { eq, type SQL } from 'drizzle-orm';
import type { Reader } from '../../server/database/database';
import { organisations, users } from '../../server/identity/tables';
import type { Actor } from '../../server/shared/actor';

/** The users found by `which`, as those who act. */
export async function actorsWhere(read: Reader, which: SQL): Promise<Actor[]> {
  const found = await read
    .select({ user: users, kind: organisations.kind })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(which)
    .orderBy(users.id);
  return found.map(({ user: { id: userId, username, organisationId, role }, kind }) => ({
    userId,
    username,
    organisationId,
    organisationKind: kind,
    role,
  }));
}
