import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { prepared } from '../database/prepared';
import { organisations } from '../identity/tables';

/** The organisation to which firms consent that it matches for them: the operator of the platform, the first if there are several. */
export async function matchingReaderId(read: Reader): Promise<string> {
  const id = await findMatchingReader(read);
  if (id === null) throw new Error('the platform has no active operator to match for its firms');
  return id;
}

/** The same; null on a platform that nobody operates yet. */
export async function findMatchingReader(read: Reader): Promise<string | null> {
  const [operator] = await firstOperator(read, {});
  return operator?.id ?? null;
}

const firstOperator = prepared((read: Reader) =>
  read
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.kind, 'operator'), eq(organisations.status, 'active')))
    .orderBy(asc(organisations.createdAt), asc(organisations.id))
    .limit(1),
);
