import { eq } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import type { MatchableProduct, RequestedFinancing } from '../../matching/match';
import { lprQuotesAll } from '../../products/lpr/queries';
import { matchableOf } from '../../products/queries';
import { productVersions } from '../../products/tables';
import type { CalendarDate } from '../../shared/dates';
import { type FinancingDemand, financingDemands } from '../demands/tables';
import type { Application } from './tables';

export type Asked = Pick<Application, 'amountFen' | 'termMonths' | 'securities'>;

/** What is asked under a demand, as matching takes it: so much of it, for so long, on such security. */
export const requestedOf = (
  { purpose, highestRateBps, repaymentMethods }: FinancingDemand,
  { amountFen, termMonths, securities }: Asked,
): RequestedFinancing => ({
  amountFen,
  termMonths,
  purpose,
  securitiesOffered: securities,
  highestRateBps,
  repaymentMethodsAccepted: repaymentMethods,
});

/** The request of an application and the version of the product that was frozen with it, to be judged on a day. */
export async function requestAsked(
  read: Reader,
  application: Application,
  today: CalendarDate,
): Promise<{ readonly product: MatchableProduct; readonly request: RequestedFinancing }> {
  const [[demand], [version], quotes] = await Promise.all([
    read.select().from(financingDemands).where(eq(financingDemands.id, application.demandId)),
    read.select().from(productVersions).where(eq(productVersions.id, application.productVersionId)),
    lprQuotesAll(read),
  ]);
  if (!demand || !version) throw new Error(`an application without its demand or product: ${application.id}`);
  return { product: matchableOf(version, today, quotes), request: requestedOf(demand, application) };
}
