import { and, desc, eq, inArray, lt, notInArray } from 'drizzle-orm';
import type { ActorContext } from '../../server/context';
import { grantConsent } from '../../server/enterprises/consents/grantConsent';
import { inForceOn } from '../../server/enterprises/consents/queries';
import { consents } from '../../server/enterprises/consents/tables';
import { consentTerms } from '../../server/enterprises/consents/terms';
import { acceptApplication } from '../../server/financing/applications/acceptApplication';
import { liveStates } from '../../server/financing/applications/lifecycle';
import { startDueDiligence } from '../../server/financing/applications/startDueDiligence';
import { applications } from '../../server/financing/applications/tables';
import { openDemand } from '../../server/financing/demands/openDemand';
import { grabDemand } from '../../server/financing/market/grabDemand';
import { listMarketDemands } from '../../server/financing/market/openDemands';
import { matchesOf } from '../../server/financing/matches/queries';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import { demoAccounts, organisations, users } from '../../server/identity/tables';
import { ratesOn } from '../../server/products/pricing';
import { products, productVersions } from '../../server/products/tables';
import type { Actor } from '../../server/shared/actor';
import { governmentDataClassCodes } from '../../server/shared/dataClassCodes';
import { addDays, addMonths } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { lprQuotes } from '../../server/shared/rate';
import { asOf } from '../contexts';
import { actorsWhere } from './actors';
import { plainMethodOf } from './openCases';
import { momentOf, Workdays } from './workdays';

const amountFen = 50 * fenPerWan;
const termMonths = 12;
/** Working days before today on which it was opened. */
const openedBefore = 9;
/** How far below the highest rate of its product each bank offers, in basis points. */
const belowHighest = [0, 20];

/**
 * An auction that ended yesterday, with an offer of each of the first two demo banks, in which its firm has to choose: a firm of the
 * city that is not a demo account's, whose sign-in is the same. Through the commands, each on its day.
 */
export async function seedEndedAuction(context: ActorContext): Promise<void> {
  const banks = await actorsWhere(context.db.read, inArray(users.username, ['bank', 'bank2']));
  const firm = await aFirmForBoth(context, banks);
  if (!firm) return;
  const on = (actor: Actor, daysAgo: number, hours: number): ActorContext => ({
    ...asOf(context, momentOf(Workdays.before(context.today, daysAgo), hours)),
    actor,
  });
  const { id: demandId } = await openDemand(on(firm, openedBefore, 0.1), {
    input: {
      amountFen,
      termMonths,
      purpose: 'WORKING_CAPITAL',
      securities: [],
      route: 'auction',
      validUntil: addDays(context.today, 45),
      offersUntil: addDays(context.today, -1),
    },
    idempotencyKey: 'demo-ended-auction',
  });
  for (const [place, bank] of banks.entries()) await anOfferOf(bank, { on, firm, demandId, below: belowHighest[place] ?? 0 });
}

/** Firms looked at before the auction is left out. */
const candidatesMax = 20;

/** A firm without an application under way that qualifies for a product of each bank, and has let itself be matched long enough. */
async function aFirmForBoth(context: ActorContext, banks: readonly Actor[]): Promise<Actor | null> {
  const { read } = context.db;
  const shown = read.select({ id: users.organisationId }).from(demoAccounts).innerJoin(users, eq(users.id, demoAccounts.userId));
  const busy = read
    .select({ id: applications.enterpriseId })
    .from(applications)
    .where(inArray(applications.state, [...liveStates]));
  const rows = await read
    .select({ id: consents.enterpriseId })
    .from(consents)
    .innerJoin(organisations, eq(organisations.id, consents.enterpriseId))
    .where(
      and(
        eq(consents.purpose, 'matching'),
        inForceOn(context.today),
        lt(consents.signedAt, momentOf(Workdays.before(context.today, openedBefore), 0)),
        eq(organisations.status, 'active'),
        notInArray(consents.enterpriseId, shown),
        notInArray(consents.enterpriseId, busy),
      ),
    )
    .orderBy(desc(consents.enterpriseId))
    .limit(candidatesMax);
  for (const { id } of rows) {
    const [firm] = await actorsWhere(read, eq(users.organisationId, id));
    if (firm && (await qualifiesFor({ ...context, actor: firm }, banks))) return firm;
  }
  return null;
}

async function qualifiesFor(context: ActorContext, banks: readonly Actor[]): Promise<boolean> {
  const request = {
    amountFen,
    termMonths,
    purpose: 'WORKING_CAPITAL',
    securitiesOffered: [],
    highestRateBps: null,
    repaymentMethodsAccepted: [],
  } as const;
  const { items } = await matchesOf(context, { page: 1, perPage: 200, filter: { verdict: 'eligible' } }, { request });
  const lenders = await context.db.read
    .select({ id: products.institutionId })
    .from(products)
    .where(
      inArray(
        products.id,
        items.map(({ productId }) => productId),
      ),
    );
  return banks.every(({ organisationId }) => lenders.some(({ id }) => id === organisationId));
}

type Bidding = {
  readonly on: (actor: Actor, daysAgo: number, hours: number) => ActorContext;
  readonly firm: Actor;
  readonly demandId: string;
  readonly below: number;
};

/** A bank that the firm lets read its file takes part with its first product that fits, and makes an offer; nothing where none fits. */
async function anOfferOf(bank: Actor, { on, firm, demandId, below }: Bidding): Promise<void> {
  const { read } = on(bank, 0, 0).db;
  const [recipient] = await read.select().from(organisations).where(eq(organisations.id, bank.organisationId));
  if (!recipient) throw new Error('the bank is there');
  const granting = on(firm, 8, 0.1);
  await grantConsent(granting, {
    recipientId: recipient.id,
    purpose: 'creditAssessment',
    dataClasses: governmentDataClassCodes,
    validTo: addMonths(granting.today, 12),
    textHash: consentTerms('creditAssessment', recipient).hash,
  });
  const looking = on(bank, 8, 0.2);
  const { items } = await listMarketDemands(looking, { page: 1, perPage: 200, filter: { route: 'auction' } });
  const [fit] = items.find(({ demand }) => demand.id === demandId)?.fits ?? [];
  if (!fit) return;
  const grabbed = await grabDemand(looking, { demandId, productId: fit.productId });
  const accepted = await acceptApplication(on(bank, 7, 0.2), grabbed);
  const examined = await startDueDiligence(on(bank, 6, 0.3), accepted);
  const offering = on(bank, 5, 0.5);
  const [version] = await read.select().from(productVersions).where(eq(productVersions.id, grabbed.productVersionId));
  if (!version) throw new Error('the product has a version');
  const { rateBpsMin, rateBpsMax } = ratesOn(version.pricing, offering.today, lprQuotes);
  await makeOffer(offering, {
    ...examined,
    input: {
      amountFen,
      termMonths,
      pricing: { kind: 'fixed', rateBps: Math.max(rateBpsMin ?? 0, (rateBpsMax ?? 400) - below) },
      repaymentMethod: plainMethodOf(version) ?? 'EQUAL_INSTALLMENT',
      dayBasis: 'ACT/360',
      securities: [],
      fees: [...version.fees],
      validUntil: addDays(offering.today, 60),
    },
  });
}
