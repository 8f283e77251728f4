import { setImmediate } from 'node:timers/promises';
import { and, asc, between, eq, max, min, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../database/database';
import { type CalendarDate, type CalendarMonth, monthOf } from '../../shared/dates';
import { InvoicePacking, unpackInvoices } from './packedInvoices';
import { type InvoiceDirection, invoices, type StatedInvoice, stagedInvoices } from './tables';

/** Consecutive months of one firm with what a file says of them: so few rows that handling them stops nobody else. */
export type StagedLot = {
  readonly enterpriseId: string;
  readonly firstMonth: CalendarMonth;
  readonly lastMonth: CalendarMonth;
  /** The sides that the invoices are of. */
  readonly directions: ReadonlySet<InvoiceDirection>;
  readonly invoices: readonly StatedInvoice[];
};

/** Some 30 ms of work. A single month may be longer: months are never parted, for alike rows are counted within them. */
const invoicesPerLot = 3_000;

/** Staged rows that are read at once. */
const rowsPerPage = 50;

/** Puts some invoices of a file aside, by firm, month and direction; `position` rises from call to call. */
export async function stageInvoices(
  tx: Tx,
  batch: { readonly batchId: string; readonly position: number },
  rows: Iterable<{ readonly enterpriseId: string; readonly invoice: StatedInvoice }>,
): Promise<void> {
  const held = new Map<string, Held>();
  let some: Held | undefined;
  for (const { enterpriseId, invoice } of rows) {
    const { issuedOn, direction } = invoice;
    // Files come in order, more or less: a row nearly always belongs where the one before it went.
    if (some?.enterpriseId !== enterpriseId || some.direction !== direction || !issuedOn.startsWith(some.month)) {
      const month = monthOf(issuedOn);
      const key = enterpriseId + month + direction;
      some = held.get(key) ?? { enterpriseId, month, direction, packing: new InvoicePacking(issuedOn) };
      held.set(key, some);
    }
    some.packing.add(invoice);
  }
  await tx.insertMany(
    stagedInvoices,
    [...held.values()].map(({ packing: { packed, firstDay, lastDay }, ...some }) => ({
      ...batch,
      ...some,
      firstDay,
      lastDay,
      invoices: packed,
    })),
  );
}

type Held = Pick<StagedRow, 'enterpriseId' | 'month' | 'direction'> & { readonly packing: InvoicePacking };

/** Whether the firms have any invoice at all of a month and direction that is staged: a first file has none. */
export async function anyKnown(read: Reader, batchId: string): Promise<boolean> {
  const found = await read
    .select({ seq: invoices.seq })
    .from(stagedInvoices)
    .innerJoin(
      invoices,
      and(
        eq(invoices.enterpriseId, stagedInvoices.enterpriseId),
        eq(invoices.direction, stagedInvoices.direction),
        between(invoices.issuedOn, stagedInvoices.firstDay, stagedInvoices.lastDay),
      ),
    )
    .where(eq(stagedInvoices.batchId, batchId))
    .limit(1);
  return found.length > 0;
}

/** The last day that the file speaks of; null when nothing is staged. */
export async function lastDayStaged(read: Reader, batchId: string): Promise<CalendarDate | null> {
  const [found] = await read
    .select({ lastDay: max(stagedInvoices.lastDay) })
    .from(stagedInvoices)
    .where(eq(stagedInvoices.batchId, batchId));
  return found?.lastDay ?? null;
}

/** Everything staged for a batch, firm by firm and month by month; each month is whole in one lot. */
export async function* stagedLots(read: Reader, batchId: string): AsyncGenerator<StagedLot> {
  let lot: GrowingLot | undefined;
  for await (const row of stagedRows(read, batchId)) {
    const { enterpriseId, month, direction, invoices } = row;
    if (lot && !belongsTo(lot, row)) {
      yield lot;
      lot = undefined;
    }
    lot ??= { enterpriseId, firstMonth: month, lastMonth: month, directions: new Set(), invoices: [] };
    lot.lastMonth = month;
    lot.directions.add(direction);
    for (const invoice of unpackInvoices(invoices, month, direction)) lot.invoices.push(invoice);
  }
  if (lot) yield lot;
}

type GrowingLot = {
  enterpriseId: string;
  firstMonth: CalendarMonth;
  lastMonth: CalendarMonth;
  directions: Set<InvoiceDirection>;
  invoices: StatedInvoice[];
};
type StagedRow = Pick<typeof stagedInvoices.$inferSelect, 'enterpriseId' | 'month' | 'direction' | 'invoices'>;

const belongsTo = (lot: GrowingLot, { enterpriseId, month, invoices }: StagedRow): boolean =>
  lot.enterpriseId === enterpriseId &&
  (lot.lastMonth === month || lot.invoices.length + invoices.numbers.length <= invoicesPerLot);

async function* stagedRows(read: Reader, batchId: string): AsyncGenerator<StagedRow> {
  let after = { enterpriseId: '', month: '', direction: '', position: 0 };
  for (;;) {
    const { enterpriseId, month, direction, position } = stagedInvoices;
    const page = await read
      .select()
      .from(stagedInvoices)
      .where(
        and(
          eq(stagedInvoices.batchId, batchId),
          sql`(${enterpriseId}, ${month}, ${direction}, ${position})
            > (${after.enterpriseId}, ${after.month}, ${after.direction}, ${after.position})`,
        ),
      )
      .orderBy(asc(enterpriseId), asc(month), asc(direction), asc(position))
      .limit(rowsPerPage);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** Takes away what is staged for a batch, firm by firm so that the event loop has its turns. */
export async function clearStagedInvoices(tx: Tx, batchId: string): Promise<void> {
  for (;;) {
    const [next] = await tx
      .select({ enterpriseId: min(stagedInvoices.enterpriseId) })
      .from(stagedInvoices)
      .where(eq(stagedInvoices.batchId, batchId));
    const enterpriseId = next?.enterpriseId ?? null;
    if (enterpriseId === null) return;
    await tx
      .delete(stagedInvoices)
      .where(and(eq(stagedInvoices.batchId, batchId), eq(stagedInvoices.enterpriseId, enterpriseId)));
    await setImmediate();
  }
}
