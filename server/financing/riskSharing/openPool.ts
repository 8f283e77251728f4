import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { rowById } from '../../database/rows';
import { organisations } from '../../identity/tables';
import { parseInput } from '../../shared/input';
import { invalidInput, notAllowed } from '../../shared/refusals';
import { mayHold, mayOpenPool } from './access';
import { type CompensationPool, compensationPools } from './tables';

export type PoolInput = z.input<typeof shape>;

const shape = z.object({ name: z.string().trim().min(2).max(60), holderId: z.string().min(1) });

/**
 * Opens an empty compensation pool for the department or guarantor that holds its money. Refuses whoever may not, and a holder
 * that is no such organisation at work.
 */
export async function openPool(context: ActorContext, input: PoolInput): Promise<CompensationPool> {
  const { name, holderId } = parseInput(shape, input);
  if (!mayOpenPool(context.actor)) throw notHolder();
  if (!mayHold(context.actor, holderId)) throw wrongHolder(holderId);
  return context.db.write(async tx => {
    const holder = await rowById(tx, organisations, holderId);
    if (holder?.status !== 'active' || !['department', 'regulator', 'guarantor'].includes(holder.kind))
      throw wrongHolder(holderId);
    const pool: CompensationPool = { id: context.newId(), name, holderId, createdAt: context.now, version: 1 };
    await tx.insert(compensationPools).values(pool);
    await record(tx, context, { verb: 'openPool', subject: { kind: 'pool', id: pool.id }, details: { name, holderId } });
    return pool;
  });
}

export const notHolder = () =>
  notAllowed(
    { zh: '资金池由平台运营方或出资部门办理。', en: 'Pools are for the operator and for the department that holds the money.' },
    { rule: 'pool.holder' },
  );

const wrongHolder = (holderId: string) =>
  invalidInput('holderId', holderId, 'pool.holderKind', {
    zh: '资金池的出资方应为平台上的政府部门或担保机构；部门只能设立本部门的资金池。',
    en: 'A pool is held by a department or a guarantor on the platform; a department opens its own only.',
  });
