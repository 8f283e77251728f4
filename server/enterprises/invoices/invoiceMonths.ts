import { and, between, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import type { CalendarDate, CalendarMonth } from '../../shared/dates';
import type { MonthlyInvoices } from '../scorecard/features';
import { type InvoiceDirection, invoices } from './tables';

/** Days of a firm, and the sides to sum up; both when left out. */
export type InvoiceSpan = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly directions?: readonly InvoiceDirection[];
};

/** The sums of a firm's months, oldest first; a month without any invoice is absent. Void ones enter no sum. */
export async function invoiceMonths(read: Reader, enterpriseId: string, span?: InvoiceSpan): Promise<MonthlyInvoices[]> {
  const isWithin = span && between(invoices.issuedOn, span.from, span.to);
  const isOfSide = span?.directions && inArray(invoices.direction, [...span.directions]);
  return joinSides(await sidesOf(read, and(eq(invoices.enterpriseId, enterpriseId), isWithin, isOfSide)));
}

type Side = Awaited<ReturnType<typeof sidesOf>>[number];

/** One row for each month and direction, summed up first by counterparty so that the largest can be found. */
function sidesOf(read: Reader, where: SQL | undefined) {
  const isValid = sql`${invoices.status} = 'valid'`;
  const isNegative = sql`${isValid} and ${invoices.totalFen} < 0`;
  const countOf = (condition: SQL) => sql<number>`sum(case when ${condition} then 1 else 0 end)`;
  const party = read
    .select({
      month: sql<CalendarMonth>`substr(cast(${invoices.issuedOn} as text), 1, 7)`.as('month'),
      direction: sql<InvoiceDirection>`${invoices.direction}`.as('side'),
      fen: sql`sum(case when ${isValid} then ${invoices.totalFen} else 0 end)`.as('fen'),
      taxFen: sql`sum(case when ${isValid} then ${invoices.taxFen} else 0 end)`.as('tax'),
      valid: countOf(isValid).as('valid_count'),
      void: countOf(sql`${invoices.status} = 'void'`).as('void_count'),
      negative: countOf(isNegative).as('negative_count'),
      negativeFen: sql`sum(case when ${isNegative} then ${invoices.totalFen} else 0 end)`.as('negative_fen'),
    })
    .from(invoices)
    .where(where)
    .groupBy(sql`1`, sql`2`, invoices.counterparty)
    .as('party');
  const total = (column: SQL.Aliased) => sql`sum(${column})`.mapWith(Number);
  return read
    .select({
      month: party.month,
      direction: party.direction,
      fen: total(party.fen),
      taxFen: total(party.taxFen),
      count: total(party.valid),
      voidCount: total(party.void),
      negativeCount: total(party.negative),
      negativeFen: total(party.negativeFen),
      parties: sql`sum(case when ${party.valid} > 0 then 1 else 0 end)`.mapWith(Number),
      topFen: sql`max(case when ${party.fen} > 0 then ${party.fen} else 0 end)`.mapWith(Number),
    })
    .from(party)
    .groupBy(sql`1`, sql`2`)
    .orderBy(sql`1`, sql`2`);
}

function joinSides(sides: readonly Side[]): MonthlyInvoices[] {
  const months = new Map<CalendarMonth, Partial<Record<InvoiceDirection, Side>>>();
  for (const side of sides) months.set(side.month, { ...months.get(side.month), [side.direction]: side });
  return [...months].map(([month, { output = nothing, input = nothing }]) => ({
    month,
    outputFen: output.fen,
    inputFen: input.fen,
    outputTaxFen: output.taxFen,
    inputTaxFen: input.taxFen,
    outputCount: output.count,
    inputCount: input.count,
    outputVoidCount: output.voidCount,
    inputVoidCount: input.voidCount,
    outputNegativeCount: output.negativeCount,
    inputNegativeCount: input.negativeCount,
    outputNegativeFen: output.negativeFen,
    inputNegativeFen: input.negativeFen,
    distinctCustomers: output.parties,
    distinctSuppliers: input.parties,
    topCustomerFen: output.topFen,
    topSupplierFen: input.topFen,
  }));
}

const nothing: Omit<Side, 'month' | 'direction'> = {
  fen: 0,
  taxFen: 0,
  count: 0,
  voidCount: 0,
  negativeCount: 0,
  negativeFen: 0,
  parties: 0,
  topFen: 0,
};
