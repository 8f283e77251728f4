import { and, desc, eq, inArray, lt, notInArray } from 'drizzle-orm';
import type { ActorContext } from '../../server/context';
import { grantConsent } from '../../server/enterprises/consents/grantConsent';
import { consentTerms } from '../../server/enterprises/consents/terms';
import { acceptApplication } from '../../server/financing/applications/acceptApplication';
import { liveStates } from '../../server/financing/applications/lifecycle';
import { startDueDiligence } from '../../server/financing/applications/startDueDiligence';
import { submitApplication } from '../../server/financing/applications/submitApplication';
import { applications } from '../../server/financing/applications/tables';
import { tellOfStep } from '../../server/financing/applications/tellOfStep';
import { openDemand } from '../../server/financing/demands/openDemand';
import { matchesOf } from '../../server/financing/matches/queries';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import { setSigningLimit } from '../../server/financing/signingLimits/setSigningLimit';
import { demoAccounts, type Organisation, organisations, users } from '../../server/identity/tables';
import { createUser } from '../../server/identity/users/createUser';
import { messages } from '../../server/messages/tables';
import { ratesOn } from '../../server/products/pricing';
import { type ProductVersion, products, productVersions } from '../../server/products/tables';
import type { Actor } from '../../server/shared/actor';
import { governmentDataClassCodes } from '../../server/shared/dataClassCodes';
import { addDays, addMonths } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { lprQuotes } from '../../server/shared/rate';
import { asOf } from '../contexts';
import { demoPassword } from '../identity';
import { actorsWhere } from './actors';
import { momentOf, Workdays } from './workdays';

const fenAsked = 80 * fenPerWan;
const termMonths = 12;

/**
 * What the demo's accounts find in their inboxes: an offer of a bank of the city waits for the firm's answer, and the bank
 * reads of the newest applications on its desk. What is older than a few days has been read.
 */
export async function seedOpenCases(context: ActorContext): Promise<void> {
  const [firm] = await actorsWhere(context.db.read, eq(users.username, 'firm'));
  const [bank] = await actorsWhere(context.db.read, eq(users.username, 'bank'));
  if (!firm || !bank) throw new Error('seed the identities first');
  await aClerkWithALimit(context, firm);
  await anOfferThatWaits(context, firm);
  await tellOfTheDesk(context, bank);
  const recent = momentOf(Workdays.before(context.today, 3), 0);
  await context.db.write(tx =>
    tx.update(messages).set({ readAt: messages.createdAt }).where(lt(messages.createdAt, recent)).returning({ id: messages.id }),
  );
}

/** Somebody at the firm who works on its applications, and may bind it by less than what is offered to it. */
async function aClerkWithALimit(context: ActorContext, firm: Actor): Promise<void> {
  const asFirm = { ...asOf(context, momentOf(Workdays.before(context.today, 8), 0.2)), actor: firm };
  const clerk = { username: 'firm-clerk', name: '刘洋', role: 'officer', password: demoPassword } as const;
  await createUser(asFirm, { ...clerk, organisationId: firm.organisationId });
  await setSigningLimit(asFirm, { userId: null, amountFen: 50 * fenPerWan });
}

/** Through the commands, each on its day: from the consent to the offer. */
async function anOfferThatWaits(context: ActorContext, firm: Actor): Promise<void> {
  const on = (actor: Actor, daysAgo: number, hours: number): ActorContext => ({
    ...asOf(context, momentOf(Workdays.before(context.today, daysAgo), hours)),
    actor,
  });
  const wanted = await wantedProduct(on(firm, 0, 0));
  if (wanted === null) return;
  const { version, institution: recipient } = wanted;
  const [lender] = await actorsWhere(context.db.read, eq(users.organisationId, recipient.id));
  if (!lender) throw new Error(`nobody acts for ${recipient.name}`);
  await grantConsent(on(firm, 5, 0.2), {
    recipientId: recipient.id,
    purpose: 'creditAssessment',
    dataClasses: governmentDataClassCodes,
    validTo: addMonths(context.today, 12),
    textHash: consentTerms('creditAssessment', recipient).hash,
  });
  const demand = await openDemand(on(firm, 5, 0.3), {
    input: { amountFen: fenAsked, termMonths, purpose: 'WORKING_CAPITAL', securities: [] },
    idempotencyKey: 'demo-open-demand',
  });
  const submitted = await submitApplication(on(firm, 5, 0.4), {
    input: { demandId: demand.id, productId: version.productId, productVersionId: version.id },
    idempotencyKey: 'demo-open-application',
  });
  const accepted = await acceptApplication(on(lender, 4, 0.3), submitted);
  const examined = await startDueDiligence(on(lender, 3, 0.5), accepted);
  const offering = on(lender, 1, 0.6);
  const { rateBpsMax } = ratesOn(version.pricing, offering.today, lprQuotes);
  await makeOffer(offering, {
    ...examined,
    input: {
      amountFen: fenAsked,
      termMonths,
      pricing: { kind: 'fixed', rateBps: rateBpsMax ?? 400 },
      repaymentMethod: plainMethodOf(version) ?? 'EQUAL_INSTALLMENT',
      dayBasis: 'ACT/360',
      securities: [],
      fees: [...version.fees],
      validUntil: addDays(offering.today, 30),
    },
  });
}

const plainMethods = ['INTEREST_FIRST', 'EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'] as const;

/** The plainest way in which a loan of the product may be repaid. */
export const plainMethodOf = ({ repaymentMethods }: Pick<ProductVersion, 'repaymentMethods'>) =>
  plainMethods.find(method => repaymentMethods.includes(method));

type Wanted = { readonly version: ProductVersion; readonly institution: Pick<Organisation, 'id' | 'name'> };

/**
 * The best product that the firm qualifies for and that repays in a plain way, of a bank whose account is not on the
 * sign-in page: what people try out with those begins at the beginning. Null in a small demo, which has no other.
 */
async function wantedProduct(context: ActorContext): Promise<Wanted | null> {
  const request = {
    amountFen: fenAsked,
    termMonths,
    purpose: 'WORKING_CAPITAL',
    securitiesOffered: [],
    highestRateBps: null,
    repaymentMethodsAccepted: [],
  } as const;
  const { items } = await matchesOf(context, { page: 1, perPage: 200, filter: { verdict: 'eligible' } }, { request });
  const shown = context.db.read
    .select({ id: users.organisationId })
    .from(demoAccounts)
    .innerJoin(users, eq(users.id, demoAccounts.userId));
  const found = await context.db.read
    .select({ version: productVersions, institution: { id: organisations.id, name: organisations.name } })
    .from(productVersions)
    .innerJoin(products, eq(products.currentVersionId, productVersions.id))
    .innerJoin(organisations, eq(organisations.id, products.institutionId))
    .where(
      and(
        notInArray(products.institutionId, shown),
        inArray(
          products.id,
          items.map(({ productId }) => productId),
        ),
      ),
    );
  const byProduct = new Map(found.map(each => [each.version.productId, each]));
  const ranked = items.flatMap(({ productId }) => byProduct.get(productId) ?? []);
  return ranked.find(({ version }) => plainMethodOf(version) !== undefined) ?? null;
}

const onDeskMax = 8;

/** The newest applications that a bank has before it, as they were told to it when they came. */
async function tellOfTheDesk(context: ActorContext, bank: Actor): Promise<void> {
  const open = await context.db.read
    .select()
    .from(applications)
    .where(and(eq(applications.institutionId, bank.organisationId), inArray(applications.state, [...liveStates])))
    .orderBy(desc(applications.submittedAt), desc(applications.id))
    .limit(onDeskMax);
  await context.db.write(async tx => {
    for (const application of open) {
      const { enterpriseId: organisationId, submittedAt } = application;
      const actor: Actor = { ...context.actor, organisationId, organisationKind: 'enterprise' };
      await tellOfStep(tx, { ...asOf(context, submittedAt), actor }, { ...application, version: 1 }, { verb: 'submit' });
    }
  });
}
