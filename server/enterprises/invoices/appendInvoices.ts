import { setImmediate } from 'node:timers/promises';
import { and, between, eq, getTableColumns, inArray, max } from 'drizzle-orm';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { addDays, type CalendarDate, type CalendarMonth, calendarDate, shiftMonth } from '../../shared/dates';
import type { RecordClassCode } from '../dataClasses';
import { appendRecords } from '../records/appendRecords';
import { creditRecords } from '../records/tables';
import { compareInvoices, type KnownInvoice } from './compareInvoices';
import { monthsTouched } from './invoiceMonths';
import { anyKnown, lastDayStaged, type StagedLot, stagedLots } from './stagedInvoices';
import { invoices } from './tables';

const summaryClass: RecordClassCode = 'VAT_INVOICE_SUMMARY';

/** The file that brings invoices: its batch, and what its records name as their source. */
export type InvoiceFile = { readonly batchId: string; readonly source: string };

/**
 * Adds a batch's staged invoices to the firms' invoices inside the caller's unit of work (see `compareInvoices`), and
 * for every month about which they say something new a VAT_INVOICE_SUMMARY record as of the last day that the file
 * speaks of. Answers how many rows said something new; `onProgress` hears how many are done.
 */
export async function appendStagedInvoices(
  tx: Tx,
  context: Pick<Context, 'now'>,
  file: InvoiceFile,
  onProgress: (rowsDone: number) => void,
): Promise<number> {
  const lastDay = await lastDayStaged(tx, file.batchId);
  let rowsNew = 0;
  let rowsDone = 0;
  for await (const lot of stagedLots(tx, file.batchId)) {
    const changed = await appendLot(tx, file.batchId, lot);
    if (changed > 0 && lastDay !== null) await appendSummaries(tx, context, { ...file, lastDay }, lot);
    rowsNew += changed;
    rowsDone += lot.invoices.length;
    onProgress(rowsDone);
    await setImmediate();
  }
  return rowsNew;
}

/** How many of a batch's staged invoices would change nothing. */
export async function countKnownInvoices(read: Reader, batchId: string): Promise<number> {
  if (!(await anyKnown(read, batchId))) return 0;
  let known = 0;
  for await (const lot of stagedLots(read, batchId)) {
    const { added, voided } = compareInvoices(lot.invoices, await knownOf(read, lot));
    known += lot.invoices.length - added.length - voided.length;
    await setImmediate();
  }
  return known;
}

async function appendLot(tx: Tx, batchId: string, lot: StagedLot): Promise<number> {
  const { enterpriseId } = lot;
  const { added, voided } = compareInvoices(lot.invoices, await knownOf(tx, lot));
  await tx.insertMany(
    invoices,
    added.map(invoice => ({ ...invoice, enterpriseId, batchId })),
  );
  if (voided.length > 0) await tx.update(invoices).set({ status: 'void', batchId }).where(inArray(invoices.seq, voided));
  return added.length + voided.length;
}

/** What is known of the days and directions that the lot speaks of. */
async function knownOf(read: Reader, lot: StagedLot): Promise<KnownInvoice[]> {
  const { enterpriseId: _firm, batchId: _batch, ...columns } = getTableColumns(invoices);
  return await read
    .select(columns)
    .from(invoices)
    .where(
      and(
        eq(invoices.enterpriseId, lot.enterpriseId),
        between(invoices.issuedOn, ...daysOf(lot)),
        inArray(invoices.direction, [...new Set(lot.invoices.map(invoice => invoice.direction))]),
      ),
    );
}

async function appendSummaries(
  tx: Tx,
  context: Pick<Context, 'now'>,
  { batchId, source, lastDay }: InvoiceFile & { readonly lastDay: CalendarDate },
  lot: StagedLot,
): Promise<void> {
  const { enterpriseId } = lot;
  const [from, to] = daysOf(lot);
  const months = await monthsTouched(tx, { enterpriseId, from, to }, batchId);
  const asOf = await summaryDay(tx, enterpriseId, lastDay);
  const summaries = months.map(({ month, ...value }) => ({
    enterpriseId,
    dataClass: summaryClass,
    period: month,
    value,
    asOf,
    source,
  }));
  await appendRecords(tx, context, summaries, batchId);
}

/** A later file with an earlier window must not make its summaries look older than those that it replaces. */
async function summaryDay(tx: Tx, enterpriseId: string, lastDay: CalendarDate): Promise<CalendarDate> {
  const [newest] = await tx
    .select({ asOf: max(creditRecords.asOf) })
    .from(creditRecords)
    .where(and(eq(creditRecords.enterpriseId, enterpriseId), eq(creditRecords.dataClass, summaryClass)));
  return newest?.asOf && newest.asOf > lastDay ? newest.asOf : lastDay;
}

const daysOf = ({ firstMonth, lastMonth }: StagedLot): [CalendarDate, CalendarDate] => [
  firstDay(firstMonth),
  addDays(firstDay(shiftMonth(lastMonth, 1)), -1),
];

const firstDay = (month: CalendarMonth): CalendarDate => calendarDate(`${month}-01`);
