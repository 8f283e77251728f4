import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import type { Page } from '../../shared/list';
import { listInvoices } from './queries';
import { InvoiceListInput, InvoicePage, type InvoiceType, invoiceShape } from './types';

@Resolver()
export class InvoiceResolver {
  @Allow(['enterprise'])
  @Query(() => InvoicePage, { description: 'The VAT invoices of your firm, newest first.' })
  async invoices(
    @Ctx() context: RequestContext,
    @Arg('list', () => InvoiceListInput, { defaultValue: {} }) list: InvoiceListInput,
  ): Promise<Page<InvoiceType>> {
    const { items, total } = await listInvoices(signedIn(context), list);
    return { items: items.map(invoiceShape), total };
  }
}
