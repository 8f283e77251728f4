import type { Reader } from '../../database/database';
import { lprQuotesAll } from '../../products/lpr/queries';
import type { CalendarDate } from '../../shared/dates';
import { lprOn } from '../../shared/rate';
import { ledgerOf } from '../ledger/ledger';
import { repricingDays } from '../ledger/repricing';
import { offersByIds } from '../offers/queries';
import { isOpen } from './access';
import { coursesOf } from './courses';
import type { MatchedTransaction } from './tables';

/** What the next reset of a rate does to the instalment after it, were the quotation in force today to hold; amounts in fen. */
export type NextRepricing = {
  readonly on: CalendarDate;
  readonly rateBps: number;
  readonly dueOn: CalendarDate | null;
  readonly dueFen: number | null;
  readonly previousFen: number | null;
};

/** The next reset of each loan, in the order asked for; null where none is to come. Drawn by the function that draws the ledger. */
export async function nextRepricingsOf(
  read: Reader,
  loans: readonly MatchedTransaction[],
  today: CalendarDate,
): Promise<(NextRepricing | null)[]> {
  const [quotes, offers, courses] = await Promise.all([
    lprQuotesAll(read),
    offersByIds(
      read,
      loans.map(({ offerId }) => offerId),
    ),
    coursesOf(read, loans),
  ]);
  return loans.map((loan, place): NextRepricing | null => {
    const [offer, course] = [offers[place], courses[place]];
    if (!course || !offer || offer instanceof Error || offer.pricing.kind === 'fixed' || !isOpen(loan.state)) return null;
    const now = ledgerOf(course, today);
    const { tenor, spreadBps, repricing } = offer.pricing;
    const on = repricingDays(repricing, loan.disbursedOn, now.maturesOn).find(day => day > today);
    const quote = lprOn(today, tenor, quotes);
    if (now.isRestructured || on === undefined || quote === null) return null;
    const rateBps = Math.max(0, quote.rateBps + spreadBps);
    const then = ledgerOf({ ...course, revisions: [...course.revisions, { from: on, rateBps, restructured: null }] }, today);
    const row = then.rows.find(({ dueOn }) => dueOn > on) ?? null;
    const previous = now.rows.find(({ dueOn }) => dueOn === row?.dueOn);
    return { on, rateBps, dueOn: row?.dueOn ?? null, dueFen: row?.dueFen ?? null, previousFen: previous?.dueFen ?? null };
  });
}
