import { and, asc, count, eq, gt, inArray, max, min, sql } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../database/database';
import type { CalendarDate, CalendarMonth } from '../../shared/dates';
import { type StagedInvoice, stagedInvoices } from './tables';

/** Some months of one firm, as days from and to: so few staged rows that handling them at once stops nobody else. */
export type FirmMonths = {
  readonly enterpriseId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly rowCount: number;
};

/** A statement over this many rows takes about 20 ms; a single month may be longer, it is never parted. */
const rowsPerStatement = 1_000;
const rowsPerClearing = 2_000;

export const stageInvoices = (tx: Tx, rows: Iterable<StagedInvoice>): Promise<number> => tx.insertMany(stagedInvoices, rows);

/** The last day that the file speaks of; null when nothing is staged. */
export async function windowEndOf(read: Reader, batchId: string): Promise<CalendarDate | null> {
  const [found] = await read
    .select({ last: max(stagedInvoices.issuedOn) })
    .from(stagedInvoices)
    .where(eq(stagedInvoices.batchId, batchId));
  return found?.last ?? null;
}

/** Everything staged for a batch, firm by firm and month by month, each row in exactly one part. */
export async function* stagedFirmMonths(read: Reader, batchId: string): AsyncGenerator<FirmMonths> {
  for (let after = ''; ; ) {
    const [next] = await read
      .select({ enterpriseId: min(stagedInvoices.enterpriseId) })
      .from(stagedInvoices)
      .where(and(eq(stagedInvoices.batchId, batchId), gt(stagedInvoices.enterpriseId, after)));
    if (!next?.enterpriseId) return;
    after = next.enterpriseId;
    yield* monthsOfFirm(read, batchId, after);
  }
}

async function* monthsOfFirm(read: Reader, batchId: string, enterpriseId: string): AsyncGenerator<FirmMonths> {
  const month = sql<CalendarMonth>`substr(cast(${stagedInvoices.issuedOn} as text), 1, 7)`;
  const months = await read
    .select({ month, rowCount: count() })
    .from(stagedInvoices)
    .where(and(eq(stagedInvoices.batchId, batchId), eq(stagedInvoices.enterpriseId, enterpriseId)))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  const parts: FirmMonths[] = [];
  for (const { month, rowCount } of months) {
    const part = parts.at(-1);
    const isRoomy = part !== undefined && part.rowCount + rowCount <= rowsPerStatement;
    if (isRoomy) parts[parts.length - 1] = { ...part, to: lastDay(month), rowCount: part.rowCount + rowCount };
    else parts.push({ enterpriseId, from: firstDay(month), to: lastDay(month), rowCount });
  }
  yield* parts;
}

const firstDay = (month: CalendarMonth) => `${month}-01` as CalendarDate;

function lastDay(month: CalendarMonth): CalendarDate {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) as CalendarDate;
}

/** Takes away what is staged for a batch, a little at a time. */
export async function clearStagedInvoices(db: Database, batchId: string): Promise<void> {
  for (;;) {
    const rows = await db.read
      .select({ seq: stagedInvoices.seq })
      .from(stagedInvoices)
      .where(eq(stagedInvoices.batchId, batchId))
      .orderBy(asc(stagedInvoices.enterpriseId), asc(stagedInvoices.issuedOn))
      .limit(rowsPerClearing);
    if (rows.length === 0) return;
    await db.write(tx =>
      tx.delete(stagedInvoices).where(
        inArray(
          stagedInvoices.seq,
          rows.map(row => row.seq),
        ),
      ),
    );
  }
}
