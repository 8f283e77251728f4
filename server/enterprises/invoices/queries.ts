import { and, desc, eq, gte, lte, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { containing, selectPage } from '../../database/select';
import type { CalendarDate } from '../../shared/dates';
import type { ListRequest, Page } from '../../shared/list';
import { type Invoice, type InvoiceDirection, type InvoiceStatus, invoices } from './tables';

export type InvoiceFilter = {
  readonly direction?: InvoiceDirection | null;
  readonly status?: InvoiceStatus | null;
  readonly issuedFrom?: CalendarDate | null;
  readonly issuedTo?: CalendarDate | null;
};

/**
 * The invoices of the actor's own firm, newest first; `q` looks in number and counterparty. They name the firm's
 * customers and suppliers, so nobody else reads them: others get the months, under the firm's consent.
 */
export function listInvoices(
  { actor, db }: ActorContext,
  list: ListRequest & { readonly q?: string | null; readonly filter?: InvoiceFilter | null },
): Promise<Page<Invoice>> {
  const { direction, status, issuedFrom, issuedTo } = list.filter ?? {};
  return selectPage(db.read, invoices, {
    list,
    where: and(
      eq(invoices.enterpriseId, actor.organisationId),
      direction ? eq(invoices.direction, direction) : undefined,
      status ? eq(invoices.status, status) : undefined,
      issuedFrom ? gte(invoices.issuedOn, issuedFrom) : undefined,
      issuedTo ? lte(invoices.issuedOn, issuedTo) : undefined,
      list.q ? or(containing(invoices.number, list.q), containing(invoices.counterparty, list.q)) : undefined,
    ),
    sorts: { issuedOn: invoices.issuedOn, totalFen: invoices.totalFen, counterparty: invoices.counterparty },
    defaultSort: [desc(invoices.issuedOn)],
  });
}
