import { setImmediate } from 'node:timers/promises';
import { and, between, eq, max, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../database/database';
import type { CalendarDate } from '../../shared/dates';
import type { RecordClassCode } from '../dataClasses';
import { appendRecords } from '../records/appendRecords';
import { creditRecords } from '../records/tables';
import { monthsTouched } from './invoiceMonths';
import { type FirmMonths, stagedFirmMonths, windowEndOf } from './stagedInvoices';
import { invoices, stagedInvoices } from './tables';

const summaryClass: RecordClassCode = 'VAT_INVOICE_SUMMARY';

/**
 * Adds a batch's staged invoices to the firms' invoices inside the caller's unit of work, and for every month about
 * which they say something new a VAT_INVOICE_SUMMARY record as of the last day that the file speaks of.
 *
 * Rows alike in all but status are counted from 0, valid ones first; the n-th is new when the firm has no n-th yet. One
 * that is stored as valid and comes as void becomes void; nothing ever makes a void invoice valid again, so the order
 * in which overlapping files come does not matter. A file is taken to hold all of a firm's alike rows of one day.
 * Answers how many rows said something new.
 */
export async function appendStagedInvoices(
  tx: Tx,
  context: Pick<Context, 'now'>,
  { batchId, source }: { readonly batchId: string; readonly source: string },
  onProgress: (rowsDone: number) => void,
): Promise<number> {
  const windowEnd = await windowEndOf(tx, batchId);
  let rowsNew = 0;
  let rowsDone = 0;
  for await (const part of stagedFirmMonths(tx, batchId)) {
    const changed = await tx.change(insertPart(batchId, part));
    if (changed > 0 && windowEnd !== null) {
      const { enterpriseId } = part;
      const asOf = await summaryDay(tx, enterpriseId, windowEnd);
      const months = await monthsTouched(tx, part, batchId);
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
    rowsNew += changed;
    rowsDone += part.rowCount;
    onProgress(rowsDone);
    await setImmediate();
  }
  return rowsNew;
}

/** How many of a batch's staged invoices would change nothing. */
export async function countKnownInvoices(read: Reader, batchId: string): Promise<number> {
  let known = 0;
  for await (const part of stagedFirmMonths(read, batchId)) {
    const [stored] = await read
      .select({ seq: invoices.seq })
      .from(invoices)
      .where(and(eq(invoices.enterpriseId, part.enterpriseId), between(invoices.issuedOn, part.from, part.to)))
      .limit(1);
    if (stored) known += await countKnownPart(read, batchId, part);
    await setImmediate();
  }
  return known;
}

async function countKnownPart(read: Reader, batchId: string, part: FirmMonths): Promise<number> {
  const [counted] = await read
    .select({ known: sql`count(*)`.mapWith(Number) })
    .from(sql`(${numbered(batchId, part)}) as staged`)
    .innerJoin(invoices, sql`${sameInvoice} and not (staged.status = 'void' and ${invoices.status} = 'valid')`);
  return counted?.known ?? 0;
}

/** A later file with an earlier window must not make its summaries look older than those that it replaces. */
async function summaryDay(tx: Tx, enterpriseId: string, windowEnd: CalendarDate): Promise<CalendarDate> {
  const [newest] = await tx
    .select({ asOf: max(creditRecords.asOf) })
    .from(creditRecords)
    .where(and(eq(creditRecords.enterpriseId, enterpriseId), eq(creditRecords.dataClass, summaryClass)));
  return newest?.asOf && newest.asOf > windowEnd ? newest.asOf : windowEnd;
}

const naturalKey = sql.raw('enterprise_id, issued_on, direction, number, counterparty, total_fen, amount_fen, tax_fen');

const sameInvoice = sql.raw(
  ['enterprise_id', 'issued_on', 'direction', 'number', 'counterparty', 'total_fen', 'amount_fen', 'tax_fen', 'occurrence']
    .map(column => `staged.${column} = invoices.${column}`)
    .join(' and '),
);

/** The staged rows of a part, alike ones counted from 0. */
const numbered = (batchId: string, { enterpriseId, from, to }: FirmMonths): SQL => sql`
  select ${naturalKey}, status,
    row_number() over (partition by ${naturalKey} order by status, seq) - 1 as occurrence
  from ${stagedInvoices}
  where batch_id = ${batchId} and enterprise_id = ${enterpriseId} and issued_on between ${from} and ${to}`;

// "where true" tells SQLite that "on conflict" is no join.
const insertPart = (batchId: string, part: FirmMonths): SQL => sql`
  insert into ${invoices} (${naturalKey}, status, occurrence, batch_id)
  select ${naturalKey}, status, occurrence, ${sql`cast(${batchId} as text)`} from (${numbered(batchId, part)}) as staged where true
  on conflict (${naturalKey}, occurrence) do update set status = 'void', batch_id = excluded.batch_id
  where excluded.status = 'void' and ${invoices}.status = 'valid'`;
