import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { inForceOn } from '../../enterprises/consents/queries';
import { consents } from '../../enterprises/consents/tables';
import { organisations } from '../../identity/tables';
import type { MatchableProduct } from '../../matching/match';
import { lprQuotesAll } from '../../products/lpr/queries';
import { matchableOf } from '../../products/queries';
import { products, productVersions } from '../../products/tables';
import type { CalendarDate } from '../../shared/dates';
import { parseInput } from '../../shared/input';
import { conflict, invalidInput, notAllowed, notFound } from '../../shared/refusals';
import { canSeeDemand, mayChangeDemand } from '../demands/access';
import { securities } from '../demands/demandRequest';
import { keepDemand, lockDemand } from '../demands/loadDemand';
import { demandAfter } from '../demands/steps';
import { type FinancingDemand, financingDemands } from '../demands/tables';
import { demandWord } from '../demands/words';
import { submissionFact } from '../facts';
import { digestOf, madeBefore, onceUnderKey, readKey } from '../idempotency';
import { within } from '../matches/request';
import { isLiveOn } from './conditions';
import { type Judgement, judgeFor } from './judge';
import { committedStates } from './lifecycle';
import { type ConsentGiven, submittedApplication } from './steps';
import { type Application, applicationFindings, applications } from './tables';
import { tellOfStep } from './tellOfStep';

export type SubmitApplicationInput = { readonly input: z.input<typeof shape>; readonly idempotencyKey: string };

const shape = z.object({
  demandId: z.string().min(1),
  productId: z.string().min(1),
  /** The version whose terms the firm has read. */
  productVersionId: z.string().min(1),
  /** What is asked of this bank; the demand's own where left out. */
  amountFen: within('requestAmountFen').nullish(),
  termMonths: within('requestTermMonths').nullish(),
  securities: securities.nullish(),
});

type Wanted = z.output<typeof shape>;

/**
 * Applies under a demand of the actor's own firm for one product: freezes the version that was read, judges it by what the
 * firm lets the bank read, and hands both to the bank. Sent again under the same key it is the same application.
 *
 * Refuses another firm's demand and a product not in force (as not found), terms that have changed since they were read, a
 * missing authorisation of the bank to assess credit, a demand that is fulfilled, withdrawn or about to be fulfilled, a second
 * live application for the product, an amount above the demand's, and a key used for something else.
 */
export async function submitApplication(context: ActorContext, given: SubmitApplicationInput): Promise<Application> {
  const wanted = parseInput(shape, given.input);
  const key = readKey(given.idempotencyKey);
  const digest = digestOf(wanted);
  const before = madeBefore(await underKey(context.db.read, context, key), digest);
  if (before) return before;
  const demand = await ownDemand(context, wanted.demandId);
  const { product, institution } = await productInForce(context, wanted);
  const asked = askedOf(demand, wanted);
  // Looked at here so that nothing is read for a bank that the firm has not authorised, and again where it counts.
  await consentsFor(context.db.read, context, institution);
  const { purpose, highestRateBps, repaymentMethods } = demand;
  const judgement = await judgeFor(context, {
    enterpriseId: demand.enterpriseId,
    institutionId: institution.id,
    product,
    request: {
      amountFen: asked.amountFen,
      termMonths: asked.termMonths,
      purpose,
      securitiesOffered: asked.securities,
      highestRateBps,
      repaymentMethodsAccepted: repaymentMethods,
    },
  });
  return onceUnderKey(() =>
    context.db.write(async tx => {
      const locked = await lockDemand(tx, demand.id);
      const twin = madeBefore(await underKey(tx, context, key), digest);
      if (twin) return twin;
      await checkDemandTakes(tx, context.today, wanted);
      const application = submittedApplication({
        ...asked,
        id: context.newId(),
        demand: locked,
        product: { id: product.id, versionId: product.versionId, institutionId: institution.id },
        consents: await consentsFor(tx, context, institution),
        match: judgement.match,
        idempotencyKey: key,
        requestDigest: digest,
        submittedAt: context.now,
      });
      await keepDemand(tx, demandAfter(locked, 'apply', context.now));
      await write(tx, context, application, judgement);
      return application;
    }),
  );
}

async function underKey(read: Reader, { actor }: ActorContext, key: string): Promise<Application | undefined> {
  const [known] = await read
    .select()
    .from(applications)
    .where(and(eq(applications.enterpriseId, actor.organisationId), eq(applications.idempotencyKey, key)));
  return known;
}

async function ownDemand({ db, actor }: ActorContext, id: string): Promise<FinancingDemand> {
  const [demand] = await db.read.select().from(financingDemands).where(eq(financingDemands.id, id));
  if (!demand || !canSeeDemand(actor, demand)) throw notFound(demandWord, id);
  if (mayChangeDemand(actor, demand)) return demand;
  throw notAllowed({ zh: '您的角色只能查看，不能提交申请。', en: 'Your role may read but not apply.' }, { rule: 'role' });
}

type Institution = { readonly id: string; readonly name: string };

async function productInForce(
  { db, today }: ActorContext,
  { productId, productVersionId }: Wanted,
): Promise<{ product: MatchableProduct; institution: Institution }> {
  const [[found], quotes] = await Promise.all([
    db.read
      .select({ version: productVersions, institution: { id: organisations.id, name: organisations.name } })
      .from(products)
      .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId))
      .innerJoin(organisations, eq(organisations.id, products.institutionId))
      .where(
        and(
          eq(products.id, productId),
          eq(products.listing, 'published'),
          eq(products.kind, 'loan'),
          eq(organisations.status, 'active'),
        ),
      ),
    lprQuotesAll(db.read),
  ]);
  if (!found) throw notFound({ zh: '在架产品', en: 'product in force' }, productId);
  const { version, institution } = found;
  if (version.id === productVersionId) return { product: matchableOf(version, today, quotes), institution };
  throw conflict(
    {
      zh: '该产品的条款已更新。请重新查看后再申请。',
      en: 'The terms of this product have changed. Read them again, then apply.',
    },
    { field: 'productVersionId', rule: 'productVersion.replaced', current: version.id },
  );
}

function askedOf(demand: FinancingDemand, wanted: Wanted): Pick<Application, 'amountFen' | 'termMonths' | 'securities'> {
  const amountFen = wanted.amountFen ?? demand.amountFen;
  if (amountFen > demand.amountFen)
    throw invalidInput('amountFen', amountFen, 'amountFen.aboveDemand', {
      zh: '申请金额不能超过需求的金额；如需更多，请另提需求。',
      en: 'An application cannot ask for more than its demand: open another demand for more.',
    });
  return {
    amountFen,
    termMonths: wanted.termMonths ?? demand.termMonths,
    securities: wanted.securities ?? demand.securities,
  };
}

/** The consents under which the bank may assess the firm's credit today, newest first; refuses when there is none. */
async function consentsFor(
  read: Reader,
  { actor, today }: ActorContext,
  institution: Institution,
): Promise<[ConsentGiven, ...ConsentGiven[]]> {
  const [newest, ...others] = await read
    .select({ id: consents.id, dataClasses: consents.dataClasses })
    .from(consents)
    .where(
      and(
        eq(consents.enterpriseId, actor.organisationId),
        eq(consents.recipientId, institution.id),
        eq(consents.purpose, 'creditAssessment'),
        inForceOn(today),
      ),
    )
    .orderBy(desc(consents.signedAt), desc(consents.id));
  if (newest) return [newest, ...others];
  throw conflict(
    {
      zh: `申请前请先授权「${institution.name}」为「贷前评估」查询本企业数据；授权后再提交。`,
      en: `Authorise "${institution.name}" to read your data for assessment before lending, then submit again.`,
    },
    { rule: 'consent.missing', recipientId: institution.id, purpose: 'creditAssessment' },
  );
}

async function checkDemandTakes(tx: Tx, today: CalendarDate, { demandId, productId }: Wanted): Promise<void> {
  const live = await tx
    .select({ productId: applications.productId, state: applications.state })
    .from(applications)
    .where(and(eq(applications.demandId, demandId), isLiveOn(today)));
  if (live.some(({ state }) => (committedStates as readonly string[]).includes(state)))
    throw conflict(
      {
        zh: '您已接受该需求的一份报价，正待放款。如需另外融资，请另提需求。',
        en: 'You have accepted an offer under this demand and its loan is to be paid out. Open another demand for more.',
      },
      { rule: 'demand.offerAccepted' },
    );
  if (live.some(application => application.productId === productId))
    throw conflict(
      {
        zh: '该需求已就此产品提交过申请，正在办理中。',
        en: 'An application for this product is already under way under this demand.',
      },
      { field: 'productId', rule: 'application.duplicate' },
    );
}

async function write(tx: Tx, context: ActorContext, application: Application, { findings }: Judgement): Promise<void> {
  await tx.insert(applications).values(application);
  await tx.insert(applicationFindings).values({ applicationId: application.id, findings });
  await tellOfStep(tx, context, application, { verb: 'submit' });
  await record(tx, context, submissionFact(application));
}
