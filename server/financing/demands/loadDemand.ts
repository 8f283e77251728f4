import { and, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { lockById } from '../../database/rows';
import { notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { canSeeDemand, mayChangeDemand } from './access';
import { type FinancingDemand, financingDemands } from './tables';
import { demandWord } from './words';

/** Reads a demand and keeps others from changing it or its applications meanwhile. */
export async function lockDemand(tx: Tx, id: string): Promise<FinancingDemand> {
  const demand = await lockById(tx, financingDemands, id);
  if (!demand) throw notFound(demandWord, id);
  return demand;
}

/** Writes a demand as it is after a step. Refuses one that was changed since it was read. */
export async function keepDemand(tx: Tx, after: FinancingDemand): Promise<void> {
  const read = after.version - 1;
  const written = await tx
    .update(financingDemands)
    .set({ state: after.state, closedAt: after.closedAt, allowsSecondLook: after.allowsSecondLook, version: after.version })
    .where(and(eq(financingDemands.id, after.id), eq(financingDemands.version, read)))
    .returning({ id: financingDemands.id });
  if (written.length !== 1) throw staleVersion(demandWord, read, after.version);
}

/** A demand of the actor's own firm, locked, for it to change. Refuses another firm's as not found, an auditor, and a stale version. */
export async function loadOwnDemand(
  tx: Tx,
  { actor }: ActorContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<FinancingDemand> {
  const demand = await lockDemand(tx, id);
  if (!canSeeDemand(actor, demand)) throw notFound(demandWord, id);
  if (!mayChangeDemand(actor, demand))
    throw notAllowed(
      { zh: '您的角色只能查看，不能更改需求。', en: 'Your role may read but not change a demand.' },
      { rule: 'role' },
    );
  if (demand.version !== version) throw staleVersion(demandWord, version, demand.version);
  return demand;
}
