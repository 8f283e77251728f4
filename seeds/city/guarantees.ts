import { and, asc, desc, eq, gte, inArray, notExists } from 'drizzle-orm';
import type { ActorContext } from '../../server/context';
import { grantConsent } from '../../server/enterprises/consents/grantConsent';
import { consentTerms } from '../../server/enterprises/consents/terms';
import { acceptApplication } from '../../server/financing/applications/acceptApplication';
import { startDueDiligence } from '../../server/financing/applications/startDueDiligence';
import { submitApplication } from '../../server/financing/applications/submitApplication';
import { applications } from '../../server/financing/applications/tables';
import { agreeCollateralValue, appraiseCollateral } from '../../server/financing/collateral/changeCollateral';
import type { CollateralKind } from '../../server/financing/collateral/kinds';
import { stateCollateral } from '../../server/financing/collateral/stateCollateral';
import { claimCompensation } from '../../server/financing/compensations/claimCompensation';
import { payCompensation } from '../../server/financing/compensations/payCompensation';
import { pastDueOf } from '../../server/financing/compensations/queries';
import { recordRecovery } from '../../server/financing/compensations/recordRecovery';
import { labelsOf } from '../../server/financing/deals/queries';
import { reviewExposure } from '../../server/financing/deals/reviewLoans';
import { type MatchedTransaction, matchedTransactions, repayments } from '../../server/financing/deals/tables';
import { openDemand } from '../../server/financing/demands/openDemand';
import { sharesHashOf } from '../../server/financing/guarantees/queries';
import { decidingParts, requestGuarantee } from '../../server/financing/guarantees/requestGuarantee';
import { guaranteeDecisions, guarantees } from '../../server/financing/guarantees/tables';
import { acceptOffer } from '../../server/financing/offers/acceptOffer';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import { createScheme } from '../../server/financing/riskSharing/createScheme';
import { depositIntoPool } from '../../server/financing/riskSharing/depositIntoPool';
import { openPool } from '../../server/financing/riskSharing/openPool';
import { type SchemeVersion, termsByIds } from '../../server/financing/riskSharing/queries';
import type { SchemeInput } from '../../server/financing/riskSharing/readScheme';
import { stateCapital } from '../../server/financing/riskSharing/stateCapital';
import type { RiskSharingScheme } from '../../server/financing/riskSharing/tables';
import { organisations, users } from '../../server/identity/tables';
import { ratesOn } from '../../server/products/pricing';
import { type ProductVersion, products, productVersions } from '../../server/products/tables';
import type { Actor } from '../../server/shared/actor';
import { governmentDataClassCodes } from '../../server/shared/dataClassCodes';
import { addDays, addMonths } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { lprQuotes } from '../../server/shared/rate';
import { asOf } from '../contexts';
import { actorsWhere } from './actors';
import { momentOf, Workdays } from './workdays';

const wan = fenPerWan;
const asked = 60 * wan;

type People = Readonly<Record<'operator' | 'bank' | 'guarantor' | 'insurer' | 'regulator', Actor>>;

/**
 * The schemes of the city with a pool, and a few loans under them: two that wait for their guarantors, some of the loans of the
 * demo's banks that are guaranteed, and of those that are overdue one claimed and one compensated.
 */
export async function seedGuarantees(context: ActorContext): Promise<void> {
  const people = await peopleOf(context);
  const schemes = await theSchemes(context, people);
  await lostLoans(context, people, schemes);
  await guaranteedLoans(context, schemes.twoEight);
  await waiting(context, people, { scheme: schemes.sixParties, kind: 'LAND_MANAGEMENT_RIGHT', name: '孝泉镇 120 亩土地经营权' });
  await waiting(context, people, { scheme: schemes.twoEight, kind: 'REAL_ESTATE_MORTGAGE', name: '旌阳区厂房 1,800 平方米' });
}

async function peopleOf(context: ActorContext): Promise<People> {
  const named = async (username: string): Promise<Actor> => {
    const [actor] = await actorsWhere(context.db.read, eq(users.username, username));
    if (!actor) throw new Error('seed the identities first');
    return actor;
  };
  const [operator, bank, guarantor, insurer, regulator] = await Promise.all(
    ['operator', 'bank', 'guarantor', 'insurer', 'regulator'].map(named),
  );
  if (!operator || !bank || !guarantor || !insurer || !regulator) throw new Error('seed the identities first');
  return { operator, bank, guarantor, insurer, regulator };
}

type Schemes = Readonly<Record<'twoEight' | 'direct' | 'sixParties', RiskSharingScheme>>;

/** As they are used in Deyang and elsewhere; the pool was filled when the patent scheme began. */
async function theSchemes(context: ActorContext, { operator, guarantor, insurer, regulator }: People): Promise<Schemes> {
  const began = momentOf(Workdays.before(context.today, 700), 0.1);
  const as = (actor: Actor) => ({ ...asOf(context, began), actor });
  await stateCapital(as(guarantor), {
    asOf: addMonths(as(guarantor).today, -1),
    netAssetsFen: 20_000 * wan,
    outsideLiabilityFen: 31_500 * wan,
    isSmallAndFarm: true,
  });
  const opened = await openPool(as(operator), { name: '专利质押风险补偿资金', holderId: regulator.organisationId });
  const first = { amountFen: 500 * wan, bookedOn: as(operator).today, note: '财政出资' };
  const pool = await depositIntoPool(as(operator), { ...opened, input: first });
  const bears = {
    guarantor: (shareBps: number) => ({ role: 'guarantor' as const, organisationId: guarantor.organisationId, shareBps }),
    insurer: (shareBps: number) => ({ role: 'insurer' as const, organisationId: insurer.organisationId, shareBps }),
    bank: (shareBps: number) => ({ role: 'bank' as const, shareBps }),
    pool: (shareBps: number) => ({
      role: 'government' as const,
      organisationId: regulator.organisationId,
      poolId: pool.id,
      shareBps,
    }),
    other: (role: 'reguarantor' | 'exchange' | 'enterprise', name: string, shareBps: number) => ({ role, name, shareBps }),
  };
  const make = (actor: Actor, input: SchemeInput) => createScheme(as(actor), input);
  const twoEight = await make(guarantor, {
    name: '2:8 银担分险',
    parties: [bears.guarantor(8000), bears.bank(2000)],
    overdueDays: 60,
    guaranteeFeeBps: 80,
    compensationRateBpsMax: 500,
    amountFenMax: 1_000 * wan,
  });
  await make(operator, {
    name: '4:3:2:1 新型政银担',
    parties: [bears.guarantor(4000), bears.other('reguarantor', '省级再担保机构', 3000), bears.bank(2000), bears.pool(1000)],
    overdueDays: 60,
    guaranteeFeeBps: 100,
    compensationRateBpsMax: 500,
    amountFenMax: 2_000 * wan,
  });
  await make(operator, {
    name: '德阳专利权质押 3:2:5',
    parties: [bears.insurer(3000), bears.bank(2000), bears.pool(5000)],
    overdueDays: 60,
    premiumBps: 150,
    stopLossFen: 500 * wan,
    lossRatioBpsMax: 15_000,
    amountFenMax: 500 * wan,
    labels: ['ipPledge', 'sciTech'],
    note: '逾期贷款达到 500 万元暂停，整改降到线下恢复；保险赔付率达到 150% 暂停。',
  });
  const direct = await make(operator, {
    name: '德阳专利权质押直贷 5:5',
    parties: [bears.pool(5000), bears.bank(5000)],
    overdueDays: 90,
    stopLossFen: 500 * wan,
    labels: ['ipPledge', 'sciTech'],
  });
  const sixParties = await make(operator, {
    name: '「政企银交担保」六方',
    parties: [
      bears.pool(2000),
      bears.other('enterprise', '借款企业', 0),
      bears.bank(2000),
      bears.other('exchange', '农村产权交易中心', 0),
      bears.guarantor(4000),
      bears.insurer(2000),
    ],
    overdueDays: 60,
    guaranteeFeeBps: 50,
    premiumBps: 60,
    labels: ['rural'],
  });
  return { twoEight, direct, sixParties };
}

async function versionOf({ db }: ActorContext, { currentTermsId }: RiskSharingScheme): Promise<SchemeVersion> {
  const [version] = await termsByIds(db.read, [currentTermsId]);
  if (!version) throw new Error('a scheme without its terms');
  return version;
}

/** Some loans of the demo's banks that run as agreed, under a guarantee. */
async function guaranteedLoans(context: ActorContext, scheme: RiskSharingScheme): Promise<void> {
  const version = await versionOf(context, scheme);
  const running = await loansOf(context, ['disbursed'], 40);
  const guaranteed = running.filter(({ amountFen }) => amountFen <= 1_000 * wan).slice(0, 3);
  for (const loan of guaranteed) await guarantee(context, version, loan);
}

/** Of the loans that are months overdue, one is claimed and one was compensated, with something recovered since. */
async function lostLoans(context: ActorContext, people: People, { twoEight, direct }: Schemes): Promise<void> {
  const [lost, claimed] = await lateLoans(context);
  const on = (actor: Actor, daysAgo: number): ActorContext => ({
    ...asOf(context, momentOf(Workdays.before(context.today, daysAgo), 0.4)),
    actor,
  });
  if (claimed) {
    await guarantee(context, await versionOf(context, twoEight), claimed);
    await claimCompensation(on(await lenderOf(context, claimed), 2), { id: claimed.applicationId, version: 1 });
  }
  if (!lost) return;
  await guarantee(context, await versionOf(context, direct), lost);
  const lender = await lenderOf(context, lost);
  const claim = await claimCompensation(on(lender, 8), { id: lost.applicationId, version: 1 });
  const paid = await payCompensation(on(people.regulator, 6), claim);
  const recovering = on(lender, 1);
  const input = { amountFen: Math.floor(paid.lossFen / 5), recoveredOn: recovering.today, note: '处置质押专利所得' };
  await recordRecovery(recovering, { ...paid, input });
}

const lateDays = 110;
const lateFenMax = 400 * wan;

/** Two loans that are months overdue, one on intellectual property first; where the demo is too small to have them, two fall behind. */
async function lateLoans(context: ActorContext): Promise<MatchedTransaction[]> {
  const late: MatchedTransaction[] = [];
  for (const loan of await loansOf(context, ['overdue'], 60)) {
    if (loan.amountFen > lateFenMax || (await pastDueOf(context.db.read, loan, context.today)) < lateDays) continue;
    late.push(loan);
    if (late.length === 2) return late;
  }
  const running = (await loansOf(context, ['disbursed'], 200)).filter(({ amountFen }) => amountFen <= lateFenMax);
  for (const loan of await pledgedFirst(context, running)) {
    if (late.length === 2) break;
    if (await fallsBehind(context, loan)) late.push(loan);
  }
  return late;
}

/** Loans on intellectual property before others; none of red credit, whose balance is published. */
async function pledgedFirst({ db }: ActorContext, loans: readonly MatchedTransaction[]): Promise<MatchedTransaction[]> {
  const labelled = await labelsOf(
    db.read,
    loans.map(({ id }) => id),
  );
  const bearing = (label: 'ipPledge' | 'redCredit') => loans.filter((_, place) => labelled[place]?.includes(label));
  const [pledged, red] = [bearing('ipPledge'), bearing('redCredit')];
  return [...pledged, ...loans.filter(loan => !pledged.includes(loan) && !red.includes(loan))];
}

/** A loan that nothing was repaid of for months; false where nothing was due in that time. */
const fallsBehind = (context: ActorContext, loan: MatchedTransaction): Promise<boolean> =>
  context.db.write(async tx => {
    await tx
      .delete(repayments)
      .where(and(eq(repayments.transactionId, loan.id), gte(repayments.paidOn, addDays(context.today, -lateDays - 31))));
    await reviewExposure(tx, context, loan);
    return (await pastDueOf(tx, loan, context.today)) >= lateDays;
  });

async function lenderOf(context: ActorContext, { institutionId }: MatchedTransaction): Promise<Actor> {
  const [lender] = await actorsWhere(context.db.read, eq(users.organisationId, institutionId));
  if (!lender) throw new Error(`nobody acts for ${institutionId}`);
  return lender;
}

/** Loans in one of `states`, those of the bank on the sign-in page first, the newest first. */
async function loansOf(
  { db }: ActorContext,
  states: MatchedTransaction['state'][],
  limit: number,
): Promise<MatchedTransaction[]> {
  const found = await db.read
    .select({ loan: matchedTransactions })
    .from(matchedTransactions)
    .innerJoin(users, eq(users.organisationId, matchedTransactions.institutionId))
    .where(
      and(
        inArray(matchedTransactions.state, states),
        notExists(
          db.read.select({ id: guarantees.id }).from(guarantees).where(eq(guarantees.id, matchedTransactions.applicationId)),
        ),
      ),
    )
    .orderBy(asc(users.createdAt), desc(matchedTransactions.disbursedOn), asc(matchedTransactions.id))
    .limit(limit);
  return found.map(({ loan }) => loan);
}

/** A guarantee as it stands once everybody has agreed to it, in the days before the loan was paid out. */
async function guarantee(context: ActorContext, version: SchemeVersion, loan: MatchedTransaction): Promise<void> {
  const { applicationId: id, offerId, enterpriseId, institutionId, amountFen, disbursedOn } = loan;
  const requestedAt = momentOf(Workdays.before(disbursedOn, 6), 0.3);
  const decidedAt = momentOf(Workdays.before(disbursedOn, 4), 0.6);
  const parts = decidingParts(version, amountFen);
  await context.db.write(async tx => {
    await tx.insert(guarantees).values({
      id,
      schemeId: version.scheme.id,
      termsId: version.terms.id,
      offerId,
      enterpriseId,
      institutionId,
      amountFen,
      requestedAt,
      sharesHash: sharesHashOf(id, version),
      approvedAt: decidedAt,
      version: 1,
    });
    await tx.insert(guaranteeDecisions).values(
      parts.map(part => ({
        ...part,
        guaranteeId: id,
        state: 'approved' as const,
        limits: [],
        affiliatesFen: 0,
        reasonCode: null,
        reasonText: null,
        decidedAt,
      })),
    );
  });
}

type Pledged = { readonly scheme: RiskSharingScheme; readonly kind: CollateralKind; readonly name: string };

/** Through the commands, each on its day: from the consent to the guarantee that waits. */
async function waiting(context: ActorContext, { bank, guarantor }: People, { scheme, kind, name }: Pledged): Promise<void> {
  const on = (actor: Actor, daysAgo: number, hours: number): ActorContext => ({
    ...asOf(context, momentOf(Workdays.before(context.today, daysAgo), hours)),
    actor,
  });
  const product = await productWith(context, bank, kind);
  const firm = await idleFirm(context);
  if (!product || !firm) return;
  for (const recipientId of [bank.organisationId, guarantor.organisationId]) {
    const [recipient] = await context.db.read.select().from(organisations).where(eq(organisations.id, recipientId));
    if (!recipient) throw new Error(`no organisation ${recipientId}`);
    await grantConsent(on(firm, 9, 0.2), {
      recipientId,
      purpose: 'creditAssessment',
      dataClasses: governmentDataClassCodes,
      validTo: addMonths(context.today, 12),
      textHash: consentTerms('creditAssessment', recipient).hash,
    });
  }
  const demand = await openDemand(on(firm, 9, 0.3), {
    input: { amountFen: asked, termMonths: 12, purpose: 'WORKING_CAPITAL', securities: [kind] },
    idempotencyKey: `demo-guaranteed-demand-${kind}`,
  });
  const submitted = await submitApplication(on(firm, 9, 0.4), {
    input: { demandId: demand.id, productId: product.productId, productVersionId: product.id },
    idempotencyKey: `demo-guaranteed-application-${kind}`,
  });
  const accepted = await acceptApplication(on(bank, 8, 0.2), submitted);
  const examined = await startDueDiligence(on(bank, 8, 0.5), accepted);
  const stated = await stateCollateral(on(firm, 7, 0.2), {
    applicationId: examined.id,
    input: { kind, name, certificate: `川〔2024〕德阳不动产权第00${kind.length}17号`, statedFen: 110 * wan },
  });
  const appraising = on(bank, 5, 0.2);
  const appraisal = { appraiser: '德阳正衡资产评估有限公司', appraisedOn: appraising.today, valueFen: 96 * wan, feeFen: 200_000 };
  const appraised = await appraiseCollateral(appraising, { ...stated, input: appraisal });
  if (appraised.state === 'proposed') await agreeCollateralValue(on(firm, 5, 0.3), appraised);
  const offering = on(bank, 4, 0.3);
  const { rateBpsMax } = ratesOn(product.pricing, offering.today, lprQuotes);
  const offer = await makeOffer(offering, {
    ...examined,
    input: {
      amountFen: asked,
      termMonths: 12,
      pricing: { kind: 'fixed', rateBps: rateBpsMax ?? 400 },
      repaymentMethod: 'INTEREST_FIRST',
      dayBasis: 'ACT/360',
      securities: [kind],
      schemeTermsId: scheme.currentTermsId,
      fees: [
        { kind: 'appraisal', chargedBy: 'thirdParty', paidBy: 'enterprise', timing: 'once', amountFen: 200_000 },
        { kind: 'registration', chargedBy: 'thirdParty', paidBy: 'institution', timing: 'once', amountFen: 8_000 },
      ],
      validUntil: addDays(offering.today, 30),
    },
  });
  await acceptOffer(on(firm, 2, 0.3), offer);
  const [application] = await context.db.read.select().from(applications).where(eq(applications.id, examined.id));
  if (application) await requestGuarantee(on(bank, 1, 0.5), application);
}

/** A product of the bank's that is repaid interest first and takes the security. */
async function productWith({ db }: ActorContext, bank: Actor, kind: CollateralKind): Promise<ProductVersion | undefined> {
  const found = await db.read
    .select({ version: productVersions })
    .from(productVersions)
    .innerJoin(products, eq(products.currentVersionId, productVersions.id))
    .where(and(eq(products.institutionId, bank.organisationId), eq(products.listing, 'published')))
    .orderBy(asc(products.id));
  return found
    .map(({ version }) => version)
    .find(
      ({ securities, repaymentMethods, amountFenMax, fees }) =>
        securities.includes(kind) &&
        repaymentMethods.includes('INTEREST_FIRST') &&
        (amountFenMax ?? asked) >= asked &&
        fees.every(fee => fee.kind !== 'guarantee'),
    );
}

/** A firm that has nothing under way at any bank. */
async function idleFirm(context: ActorContext): Promise<Actor | undefined> {
  const { db } = context;
  const [found] = await db.read
    .select({ id: users.id })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(
      and(
        eq(organisations.kind, 'enterprise'),
        notExists(
          db.read.select({ id: applications.id }).from(applications).where(eq(applications.enterpriseId, organisations.id)),
        ),
      ),
    )
    .orderBy(desc(organisations.createdAt), asc(organisations.id))
    .limit(1);
  if (!found) return undefined;
  const [firm] = await actorsWhere(context.db.read, eq(users.id, found.id));
  return firm;
}
