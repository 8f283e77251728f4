import { and, countDistinct, eq, inArray, ne } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import type { CalendarDate } from '../../shared/dates';
import { openStates } from '../deals/lifecycle';
import { matchedTransactions } from '../deals/tables';
import { isLiveOn } from './conditions';
import { type Application, applications } from './tables';

/** How much a firm has going on with other lenders of the platform: numbers alone, never whom. */
export type Exposure = {
  /** Other institutions with an application of the firm under way. */
  readonly liveApplications: number;
  /** Other institutions that a loan of the platform is owed to. */
  readonly lenders: number;
};

/** What the firm of each application has going on beside it, on a day, in the order asked for. */
export const exposuresOf = (read: Reader, wanted: readonly Application[], today: CalendarDate): Promise<Exposure[]> =>
  Promise.all(wanted.map(application => exposureOf(read, application, today)));

async function exposureOf(read: Reader, { enterpriseId, institutionId }: Application, today: CalendarDate): Promise<Exposure> {
  const [[asked], [owed]] = await Promise.all([
    read
      .select({ count: countDistinct(applications.institutionId) })
      .from(applications)
      .where(and(eq(applications.enterpriseId, enterpriseId), ne(applications.institutionId, institutionId), isLiveOn(today))),
    read
      .select({ count: countDistinct(matchedTransactions.institutionId) })
      .from(matchedTransactions)
      .where(
        and(
          eq(matchedTransactions.enterpriseId, enterpriseId),
          ne(matchedTransactions.institutionId, institutionId),
          inArray(matchedTransactions.state, [...openStates]),
        ),
      ),
  ]);
  return { liveApplications: asked?.count ?? 0, lenders: owed?.count ?? 0 };
}
