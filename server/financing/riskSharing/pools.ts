import { and, asc, eq, inArray, sql, sum } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { sumText } from '../../shared/money';
import { conflict, notFound } from '../../shared/refusals';
import { type CompensationPool, compensationPools, type PoolEntry, type PoolEntryKind, poolEntries } from './tables';
import { poolWord } from './words';

/** What is in each pool, in the order asked for: the sum of its entries. */
export async function balancesOf(read: Reader, poolIds: readonly string[]): Promise<Fen[]> {
  if (poolIds.length === 0) return [];
  const { poolId, kind, amountFen } = poolEntries;
  const found = await read
    .select({
      poolId,
      fen: sum(sql`case when ${kind} = 'compensation' then -${amountFen} else ${amountFen} end`).mapWith(Number),
    })
    .from(poolEntries)
    .where(inArray(poolId, [...poolIds]))
    .groupBy(poolId);
  const byId = new Map(found.map(pool => [pool.poolId, pool.fen]));
  return poolIds.map(id => byId.get(id) ?? 0);
}

export type Booking = {
  readonly kind: PoolEntryKind;
  readonly amountFen: Fen;
  readonly bookedOn: CalendarDate;
  readonly compensationId?: string | null;
  readonly note?: string | null;
};

/**
 * Books one entry in a pool that stays locked until the unit of work ends. Refuses a pool that there is not, and taking out more
 * than is in it.
 */
export async function book(tx: Tx, { newId, now }: ActorContext, poolId: string, booking: Booking): Promise<PoolEntry> {
  const pool = await lockPool(tx, poolId);
  const [balanceFen = 0] = await balancesOf(tx, [poolId]);
  if (booking.kind === 'compensation' && booking.amountFen > balanceFen) throw runDry(pool, balanceFen);
  const [last] = await tx
    .select({ number: sql<number>`max(${poolEntries.number})`.mapWith(Number) })
    .from(poolEntries)
    .where(eq(poolEntries.poolId, poolId));
  const entry: PoolEntry = {
    compensationId: null,
    note: null,
    ...booking,
    id: newId(),
    poolId,
    number: (last?.number ?? 0) + 1,
    recordedAt: now,
  };
  await tx.insert(poolEntries).values(entry);
  return entry;
}

/** Reads a pool and keeps others from booking in it meanwhile. */
export async function lockPool(tx: Tx, id: string): Promise<CompensationPool> {
  const [pool] = await tx
    .update(compensationPools)
    .set({ version: sql`${compensationPools.version} + 1` })
    .where(eq(compensationPools.id, id))
    .returning();
  if (!pool) throw notFound(poolWord, id);
  return pool;
}

/** The entries of each pool, first to last, each with what was in the pool after it; in the order asked for. */
export async function ledgersOf(read: Reader, poolIds: readonly string[]): Promise<(PoolEntry & { balanceFen: Fen })[][]> {
  const found = await read
    .select()
    .from(poolEntries)
    .where(and(inArray(poolEntries.poolId, [...poolIds])))
    .orderBy(asc(poolEntries.number));
  return poolIds.map(id => {
    let balanceFen = 0;
    return found
      .filter(({ poolId }) => poolId === id)
      .map(entry => {
        balanceFen += entry.kind === 'compensation' ? -entry.amountFen : entry.amountFen;
        return { ...entry, balanceFen };
      });
  });
}

const runDry = ({ name }: CompensationPool, balanceFen: Fen) =>
  conflict(
    {
      zh: `「${name}」余额为 ${sumText(balanceFen).zh}，不足支付。请先补足资金。`,
      en: `${name} holds ${sumText(balanceFen).en}, which is not enough: pay in first.`,
    },
    { rule: 'pool.runDry', balanceFen },
  );
