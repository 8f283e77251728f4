import { eq } from 'drizzle-orm';
import type { Tx } from '../../database/database';
import { type Organisation, organisations } from '../tables';

/** Reads an organisation and keeps others from changing it or its users meanwhile: an update that changes nothing. */
export async function lockOrganisation(tx: Tx, id: string): Promise<Organisation | null> {
  const [organisation] = await tx
    .update(organisations)
    .set({ version: organisations.version })
    .where(eq(organisations.id, id))
    .returning();
  return organisation ?? null;
}
