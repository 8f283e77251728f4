import type { Invoice, StatedInvoice } from './tables';

/** A stated invoice that the firm does not have yet, and which of its alike ones it is. */
export type NewInvoice = { readonly invoice: StatedInvoice; readonly occurrence: number };

export type KnownInvoice = StatedInvoice & Pick<Invoice, 'seq' | 'occurrence'>;

/** What stated invoices change: those to add, and the known ones that have become void. */
export type InvoiceChanges = { readonly added: readonly NewInvoice[]; readonly voided: readonly KnownInvoice[] };

/**
 * Holds what a file says of some days of a firm against what is known of them. Invoices alike in all but status are
 * counted from 0, valid ones first; the n-th is new when no n-th is known. A known valid one that is stated as void has
 * become void; nothing ever makes a void invoice valid again, so the order in which overlapping files come does not
 * matter. A file is taken to hold all of a firm's alike invoices of one day.
 */
export function compareInvoices(stated: readonly StatedInvoice[], known: readonly KnownInvoice[]): InvoiceChanges {
  const knownByKey = new Map(known.map(invoice => [`${keyOf(invoice)}\0${invoice.occurrence}`, invoice]));
  const repeated = numbersRepeated(stated);
  const seen = new Map<string, number>();
  const added: NewInvoice[] = [];
  const voided: KnownInvoice[] = [];
  for (const status of ['valid', 'void'] as const)
    for (const invoice of stated) {
      if (invoice.status !== status) continue;
      // Nearly all of a first file: without its like, so without the cost of a key.
      if (known.length === 0 && !repeated.has(invoice.number)) {
        added.push({ invoice, occurrence: 0 });
        continue;
      }
      const key = keyOf(invoice);
      const occurrence = seen.get(key) ?? 0;
      seen.set(key, occurrence + 1);
      const match = knownByKey.get(`${key}\0${occurrence}`);
      if (match === undefined) added.push({ invoice, occurrence });
      else if (status === 'void' && match.status === 'valid') voided.push(match);
    }
  return { added, voided };
}

function numbersRepeated(invoices: readonly StatedInvoice[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { number } of invoices) {
    if (seen.has(number)) repeated.add(number);
    seen.add(number);
  }
  return repeated;
}

/** What makes two invoices alike; no cell holds the sign between. */
const keyOf = ({ direction, number, issuedOn, counterparty, amountFen, taxFen, totalFen }: StatedInvoice): string =>
  `${direction}\0${number}\0${issuedOn}\0${counterparty}\0${amountFen}\0${taxFen}\0${totalFen}`;
