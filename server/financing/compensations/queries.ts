import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import type { CalendarDate } from '../../shared/dates';
import { ledgersOf } from '../deals/courses';
import type { MatchedTransaction } from '../deals/tables';
import { type CompensationPart, compensationParts, type Recovery, recoveries, recoveryShares } from './tables';

/** A part of a loss with what came back of it. */
export type BornePart = CompensationPart & { readonly recoveredFen: number };

/** How many days a loan is past due. */
export async function pastDueOf(read: Reader, loan: MatchedTransaction, today: CalendarDate): Promise<number> {
  const [ledger] = await ledgersOf(read, [loan], today);
  return ledger?.daysPastDue ?? 0;
}

/** The parts of a compensation, first loss first, with what came back of each. */
export async function partsOf(read: Reader, compensationId: string): Promise<BornePart[]> {
  const [parts, shares] = await Promise.all([
    read
      .select()
      .from(compensationParts)
      .where(eq(compensationParts.compensationId, compensationId))
      .orderBy(asc(compensationParts.place)),
    read
      .select({ place: recoveryShares.place, amountFen: recoveryShares.amountFen })
      .from(recoveryShares)
      .innerJoin(recoveries, eq(recoveries.id, recoveryShares.recoveryId))
      .where(eq(recoveries.compensationId, compensationId)),
  ]);
  return parts.map(part => ({
    ...part,
    recoveredFen: shares.filter(({ place }) => place === part.place).reduce((sum, { amountFen }) => sum + amountFen, 0),
  }));
}

/** What was recovered of a compensation, first to last. */
export const recoveriesOf = (read: Reader, compensationId: string): Promise<Recovery[]> =>
  read
    .select()
    .from(recoveries)
    .where(eq(recoveries.compensationId, compensationId))
    .orderBy(asc(recoveries.recoveredOn), asc(recoveries.id));
