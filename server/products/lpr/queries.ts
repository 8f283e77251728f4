import { desc } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { selectPage } from '../../database/select';
import type { ListRequest, Page } from '../../shared/list';
import { type LprQuote, lprQuotes } from '../tables';

/** Every quotation: about two a month since August 2019. */
export const lprQuotesAll = (read: Reader): Promise<LprQuote[]> => read.select().from(lprQuotes);

/** The page of quotations asked for, newest first. */
export const listLprQuotes = (read: Reader, list: ListRequest): Promise<Page<LprQuote>> =>
  selectPage(read, lprQuotes, {
    list,
    sorts: { publishedOn: lprQuotes.publishedOn, tenor: lprQuotes.tenor, rateBps: lprQuotes.rateBps },
    defaultSort: [desc(lprQuotes.publishedOn)],
  });
