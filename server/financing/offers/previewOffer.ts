import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { lprQuotesAll } from '../../products/lpr/queries';
import { productVersions } from '../../products/tables';
import { notFound } from '../../shared/refusals';
import { partyOf } from '../applications/access';
import { applications } from '../applications/tables';
import { applicationWord } from '../applications/words';
import { checkFeesOfPledge } from '../collateral/fees';
import type { CostSheet } from '../cost/costSheet';
import type { RepaymentSchedule } from '../repayment/schedule';
import { checkWithinProduct } from './checkWithinProduct';
import { type OfferFigures, reckoned } from './figures';
import { type OfferInput, readOfferTerms } from './offerTerms';
import { underScheme } from './underScheme';

export type OfferPreview = OfferFigures & {
  /** The agreed rate, basis points a year: of LPR pricing, the quotation in force and the spread. */
  readonly rateBps: number;
  readonly schedule: RepaymentSchedule;
  readonly costSheet: CostSheet;
};

/** What an offer would cost, reckoned and refused exactly as `makeOffer` would; nothing is kept. */
export async function previewOffer(
  { db, actor, today }: ActorContext,
  { applicationId, input }: { readonly applicationId: string; readonly input: OfferInput },
): Promise<OfferPreview> {
  const [[found], quotes] = await Promise.all([
    db.read
      .select({ application: applications, version: productVersions })
      .from(applications)
      .innerJoin(productVersions, eq(productVersions.id, applications.productVersionId))
      .where(eq(applications.id, applicationId)),
    lprQuotesAll(db.read),
  ]);
  if (!found || partyOf(actor, found.application) !== 'institution') throw notFound(applicationWord, applicationId);
  const asked = readOfferTerms(input, today, quotes);
  const { application, version } = found;
  checkWithinProduct(asked, { requestedFen: application.amountFen, version, today, quotes });
  const terms = await underScheme(db.read, asked, { version, institutionId: application.institutionId, today });
  await checkFeesOfPledge(db.read, applicationId, terms);
  return { rateBps: terms.rateBps, ...reckoned(terms, today) };
}
