import { type CalendarDate, type CalendarMonth, monthOf } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import type { MonthlyInvoices } from './features';

/** One VAT invoice of a firm: `output` when it sold, `input` when it bought. Amounts are below zero on a red-letter invoice. */
export type Invoice = {
  readonly direction: 'output' | 'input';
  readonly date: CalendarDate;
  readonly counterparty: string;
  /** 价税合计: what the invoice comes to, tax included. */
  readonly totalFen: Fen;
  /** 税额: the tax inside the total. */
  readonly taxFen: Fen;
  readonly isVoid: boolean;
};

/** What one side of one month has come to so far. */
type Side = {
  fen: Fen;
  taxFen: Fen;
  count: number;
  voidCount: number;
  negativeCount: number;
  negativeFen: Fen;
  fenByCounterparty: Map<string, Fen>;
};

/**
 * Sums one firm's invoices up by month, one invoice at a time and in any order, so that a file need never be held whole.
 * `months` answers the months that had an invoice, void ones among them, oldest first; a month without any is absent.
 */
export class InvoiceMonths {
  readonly #sides = new Map<CalendarMonth, { output: Side; input: Side }>();

  add(invoice: Invoice): void {
    const month = monthOf(invoice.date);
    const sides = this.#sides.get(month) ?? { output: emptySide(), input: emptySide() };
    this.#sides.set(month, sides);
    addTo(sides[invoice.direction], invoice);
  }

  months(): MonthlyInvoices[] {
    return [...this.#sides]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, { output, input }]) => ({
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
        distinctCustomers: output.fenByCounterparty.size,
        distinctSuppliers: input.fenByCounterparty.size,
        topCustomerFen: largest(output.fenByCounterparty),
        topSupplierFen: largest(input.fenByCounterparty),
      }));
  }
}

const emptySide = (): Side => ({
  fen: 0,
  taxFen: 0,
  count: 0,
  voidCount: 0,
  negativeCount: 0,
  negativeFen: 0,
  fenByCounterparty: new Map(),
});

function addTo(side: Side, { isVoid, totalFen, taxFen, counterparty }: Invoice): void {
  if (isVoid) {
    side.voidCount += 1;
    return;
  }
  side.fen += totalFen;
  side.taxFen += taxFen;
  side.count += 1;
  if (totalFen < 0) {
    side.negativeCount += 1;
    side.negativeFen += totalFen;
  }
  side.fenByCounterparty.set(counterparty, (side.fenByCounterparty.get(counterparty) ?? 0) + totalFen);
}

function largest(fenByCounterparty: ReadonlyMap<string, Fen>): Fen {
  let top = 0;
  for (const fen of fenByCounterparty.values()) top = Math.max(top, fen);
  return top;
}
