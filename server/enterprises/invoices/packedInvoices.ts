import type { CalendarDate, CalendarMonth } from '../../shared/dates';
import type { InvoiceDirection, PackedInvoices, StatedInvoice } from './tables';

type Packing = { -readonly [Field in keyof PackedInvoices]: PackedInvoices[Field][number][] };

/** Packs the invoices of one firm, month and direction, one after the other. */
export class InvoicePacking {
  readonly packed: Packing = {
    numbers: [],
    days: [],
    counterparties: [],
    amountsFen: [],
    taxesFen: [],
    totalsFen: [],
    voids: [],
  };
  /** The days of the first and the last of them. */
  firstDay: CalendarDate;
  lastDay: CalendarDate;

  constructor(anyDay: CalendarDate) {
    this.firstDay = anyDay;
    this.lastDay = anyDay;
  }

  add({ number, issuedOn, counterparty, amountFen, taxFen, totalFen, status }: StatedInvoice): void {
    const { packed } = this;
    packed.numbers.push(number);
    packed.days.push(Number(issuedOn.slice(8)));
    packed.counterparties.push(counterparty);
    packed.amountsFen.push(amountFen);
    packed.taxesFen.push(taxFen);
    packed.totalsFen.push(totalFen);
    packed.voids.push(status === 'void' ? 1 : 0);
    if (issuedOn < this.firstDay) this.firstDay = issuedOn;
    if (issuedOn > this.lastDay) this.lastDay = issuedOn;
  }
}

/** The invoices that were packed, in their order. */
export function* unpackInvoices(
  packed: PackedInvoices,
  month: CalendarMonth,
  direction: InvoiceDirection,
): Generator<StatedInvoice> {
  const { numbers, days, counterparties, amountsFen, taxesFen, totalsFen, voids } = packed;
  for (const [at, number] of numbers.entries()) {
    const day = days[at];
    const counterparty = counterparties[at];
    const amountFen = amountsFen[at];
    const taxFen = taxesFen[at];
    const totalFen = totalsFen[at];
    if (day === undefined || counterparty === undefined) throw incomplete(month);
    if (amountFen === undefined || taxFen === undefined || totalFen === undefined) throw incomplete(month);
    const issuedOn = `${month}-${day < 10 ? '0' : ''}${day}` as CalendarDate;
    yield { direction, number, issuedOn, counterparty, amountFen, taxFen, totalFen, status: voids[at] === 1 ? 'void' : 'valid' };
  }
}

const incomplete = (month: CalendarMonth) => new Error(`packed invoices of ${month} lack a field`);
