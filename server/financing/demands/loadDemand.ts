import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../database/database';
import { notFound, staleVersion } from '../../shared/refusals';
import { type FinancingDemand, financingDemands } from './tables';
import { demandWord } from './words';

/** Reads a demand and keeps others from changing it or its applications meanwhile: an update that changes nothing. */
export async function lockDemand(tx: Tx, id: string): Promise<FinancingDemand> {
  const [demand] = await tx
    .update(financingDemands)
    .set({ version: financingDemands.version })
    .where(eq(financingDemands.id, id))
    .returning();
  if (!demand) throw notFound(demandWord, id);
  return demand;
}

/** Writes a demand as it is after a step. Refuses one that was changed since it was read. */
export async function keepDemand(tx: Tx, after: FinancingDemand): Promise<void> {
  const read = after.version - 1;
  const written = await tx
    .update(financingDemands)
    .set({ state: after.state, closedAt: after.closedAt, version: after.version })
    .where(and(eq(financingDemands.id, after.id), eq(financingDemands.version, read)))
    .returning({ id: financingDemands.id });
  if (written.length !== 1) throw staleVersion(demandWord, read, after.version);
}
