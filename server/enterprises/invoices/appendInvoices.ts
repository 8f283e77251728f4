import { setImmediate } from 'node:timers/promises';
import { and, between, eq, getTableColumns, inArray, max } from 'drizzle-orm';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { addDays, type CalendarDate, type CalendarMonth, calendarDate, monthOf, shiftMonth } from '../../shared/dates';
import type { RecordClassCode } from '../dataClasses';
import { appendRecords } from '../records/appendRecords';
import { creditRecords } from '../records/tables';
import type { MonthlyInvoices } from '../scorecard/features';
import { InvoiceMonths } from '../scorecard/invoiceMonths';
import { compareInvoices, type InvoiceChanges, type KnownInvoice, type NewInvoice } from './compareInvoices';
import { invoiceMonths } from './invoiceMonths';
import { anyKnown, lastDayStaged, type StagedLot, stagedLots } from './stagedInvoices';
import { type Invoice, invoiceDirections, invoices, type StatedInvoice } from './tables';

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
    const known = await knownOf(tx, lot);
    const changes = compareInvoices(lot.invoices, known);
    await writeChanges(tx, file.batchId, lot, changes);
    const summaries = await monthsChanged(tx, lot, known, changes);
    if (lastDay !== null) await appendSummaries(tx, context, { ...file, enterpriseId: lot.enterpriseId, lastDay }, summaries);
    rowsNew += changes.added.length + changes.voided.length;
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

async function writeChanges(tx: Tx, batchId: string, { enterpriseId }: StagedLot, { added, voided }: InvoiceChanges) {
  await tx.insertMany(invoices, rowsOf(added, { enterpriseId, batchId }));
  if (voided.length === 0) return;
  const seqs = voided.map(invoice => invoice.seq);
  await tx.update(invoices).set({ status: 'void', batchId }).where(inArray(invoices.seq, seqs));
}

/** Field by field: spreading two objects into one costs as much as writing the row. */
function* rowsOf(added: readonly NewInvoice[], { enterpriseId, batchId }: Pick<Invoice, 'enterpriseId' | 'batchId'>) {
  for (const { invoice, occurrence } of added) {
    const { direction, number, issuedOn, counterparty, amountFen, taxFen, totalFen, status } = invoice;
    yield { enterpriseId, direction, number, issuedOn, counterparty, amountFen, taxFen, totalFen, status, occurrence, batchId };
  }
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
        inArray(invoices.direction, [...lot.directions]),
      ),
    );
}

/** The sums of the months that changes touch: the file's side from what is at hand, the other from the database. */
async function monthsChanged(
  read: Reader,
  lot: StagedLot,
  known: readonly KnownInvoice[],
  { added, voided }: InvoiceChanges,
): Promise<MonthlyInvoices[]> {
  const changed = new Set([...added.map(each => each.invoice), ...voided].map(invoice => monthOf(invoice.issuedOn)));
  if (changed.size === 0) return [];
  const isVoided = new Set(voided.map(invoice => invoice.seq));
  const ofFile = new InvoiceMonths();
  for (const invoice of known) addTo(ofFile, invoice, isVoided.has(invoice.seq));
  for (const { invoice } of added) addTo(ofFile, invoice);
  const [from, to] = daysOf(lot);
  const directions = invoiceDirections.filter(direction => !lot.directions.has(direction));
  const others = directions.length === 0 ? [] : await invoiceMonths(read, lot.enterpriseId, { from, to, directions });
  const otherByMonth = new Map(others.map(month => [month.month, month]));
  return ofFile
    .months()
    .filter(({ month }) => changed.has(month))
    .map(month => bothSides(month, otherByMonth.get(month.month)));
}

function addTo(months: InvoiceMonths, invoice: StatedInvoice, hasBecomeVoid = false): void {
  const { direction, issuedOn, counterparty, totalFen, taxFen, status } = invoice;
  months.add({ direction, date: issuedOn, counterparty, totalFen, taxFen, isVoid: hasBecomeVoid || status === 'void' });
}

/** Two summaries of one month, each of which knows one side and has nothing on the other. */
function bothSides(one: MonthlyInvoices, other: MonthlyInvoices | undefined): MonthlyInvoices {
  if (other === undefined) return one;
  const { month, ...sums } = one;
  const added = Object.entries(sums).map(([key, value]) => [key, value + other[key as keyof typeof sums]]);
  return { month, ...(Object.fromEntries(added) as typeof sums) };
}

async function appendSummaries(
  tx: Tx,
  context: Pick<Context, 'now'>,
  { batchId, source, enterpriseId, lastDay }: InvoiceFile & { readonly enterpriseId: string; readonly lastDay: CalendarDate },
  months: readonly MonthlyInvoices[],
): Promise<void> {
  if (months.length === 0) return;
  const asOf = await summaryDay(tx, enterpriseId, lastDay);
  const records = months.map(({ month, ...value }) => ({
    enterpriseId,
    dataClass: summaryClass,
    period: month,
    value,
    asOf,
    source,
  }));
  await appendRecords(tx, context, records, batchId);
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
