import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { digestOf, madeBefore, onceUnderKey, readKey } from '../../idempotency/key';
import { organisations } from '../../identity/tables';
import type { MatchableProduct } from '../../matching/match';
import { lprQuotesAll } from '../../products/lpr/queries';
import { matchableOf } from '../../products/queries';
import { products, productVersions } from '../../products/tables';
import { parseInput } from '../../shared/input';
import { sumText } from '../../shared/money';
import { conflict, invalidInput, notAllowed, notFound } from '../../shared/refusals';
import { canSeeDemand, type DemandCourse, isTaking, mayChangeDemand, restFenOf } from '../demands/access';
import { securities } from '../demands/demandRequest';
import { keepDemand, lockDemand } from '../demands/loadDemand';
import { courseOf } from '../demands/queries';
import { demandAfter } from '../demands/steps';
import { type FinancingDemand, financingDemands } from '../demands/tables';
import { demandWord } from '../demands/words';
import { submissionFact } from '../facts';
import { within } from '../matches/request';
import { lapseOpenOffer } from '../offers/moveOffer';
import { stateOn } from './access';
import { consentsBetween } from './consentsBetween';
import { checkNoDuplicate } from './duplicates';
import { type Judgement, judgeFor } from './judge';
import { liveStates } from './lifecycle';
import { moveApplication } from './moveApplication';
import { type Asked, requestedOf } from './requestAsked';
import { type ConsentGiven, submittedApplication } from './steps';
import { type Application, applicationFindings, applications } from './tables';
import { tellOfStep } from './tellOfStep';
import { applicationWord } from './words';

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
  /** The firm's own application that this one takes the place of: it is withdrawn if it is under way, and its file goes along. */
  insteadOfId: z.string().min(1).nullish(),
});

type Wanted = z.output<typeof shape>;

/**
 * Applies under a demand of the actor's own firm for one product: freezes the version that was read, judges it by what the
 * firm lets the bank read, and hands both to the bank. Sent again under the same key it is the same application.
 *
 * Refuses another firm's demand and a product not in force (as not found), terms that have changed since they were read, a
 * missing authorisation of the bank to assess credit, a demand that has ended or of whose sum nothing is open, an application
 * to the same bank that is under way (naming it), an amount above what is open, and a key used for something else. One that
 * takes another's place withdraws that one in the same unit of work.
 */
export async function submitApplication(context: ActorContext, given: SubmitApplicationInput): Promise<Application> {
  const wanted = parseInput(shape, given.input);
  const key = readKey(given.idempotencyKey);
  const digest = digestOf(wanted);
  const before = madeBefore(await underKey(context.db.read, context, key), digest);
  if (before) return before;
  const demand = await ownDemand(context, wanted.demandId);
  const { product, institution } = await productInForce(context, wanted);
  const asked = askedOf(demand, await courseOf(context.db.read, demand.id, context.today), wanted);
  // Looked at here so that nothing is read for a bank that the firm has not authorised, and again where it counts.
  await consentsFor(context.db.read, context, institution);
  const judgement = await judgeFor(context, {
    enterpriseId: demand.enterpriseId,
    institutionId: institution.id,
    product,
    request: requestedOf(demand, asked),
  });
  return onceUnderKey(() =>
    context.db.write(async tx => {
      const locked = await lockDemand(tx, demand.id);
      const twin = madeBefore(await underKey(tx, context, key), digest);
      if (twin) return twin;
      await checkOpen(tx, context, locked, asked);
      const instead = await insteadOf(tx, context, demand, wanted);
      await checkNoDuplicate(tx, context, { enterpriseId: demand.enterpriseId, institutionId: institution.id }, instead?.id);
      const application = submittedApplication({
        ...asked,
        id: context.newId(),
        demand: locked,
        product: { id: product.id, versionId: product.versionId, institutionId: institution.id },
        origin: 'applied',
        followsId: instead?.id ?? null,
        consents: await consentsFor(tx, context, institution),
        match: judgement.match,
        idempotencyKey: key,
        requestDigest: digest,
        submittedAt: context.now,
      });
      const applied = demandAfter(locked, 'apply', context.now);
      await keepDemand(tx, applied);
      await write(tx, context, application, judgement);
      // Only now, so that the demand is never without an application in between.
      if (instead && (liveStates as readonly string[]).includes(stateOn(instead, context.today))) {
        await moveApplication(tx, context, { application: instead, demand: applied }, { verb: 'withdraw' });
        await lapseOpenOffer(tx, context, instead.id);
      }
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
  const demand = await rowById(db.read, financingDemands, id);
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

function askedOf(demand: FinancingDemand, course: DemandCourse, wanted: Wanted): Asked {
  const amountFen = wanted.amountFen ?? (restFenOf(demand, course) || demand.amountFen);
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
async function consentsFor(read: Reader, { actor, today }: ActorContext, institution: Institution): Promise<ConsentGiven[]> {
  const given = await consentsBetween(read, { enterpriseId: actor.organisationId, institutionId: institution.id }, today);
  if (given.length > 0) return given;
  throw conflict(
    {
      zh: `申请前请先授权「${institution.name}」为「贷前评估」查询本企业数据；授权后再提交。`,
      en: `Authorise "${institution.name}" to read your data for assessment before lending, then submit again.`,
    },
    { rule: 'consent.missing', recipientId: institution.id, purpose: 'creditAssessment' },
  );
}

/** Refuses a demand that has ended, and more than is open of its sum. */
async function checkOpen(tx: Tx, { today }: ActorContext, demand: FinancingDemand, { amountFen }: Asked): Promise<void> {
  const course = await courseOf(tx, demand.id, today);
  const restFen = restFenOf(demand, course);
  if (demand.closedAt === null && restFen === 0)
    throw conflict(
      {
        zh: '该需求的金额已由您接受的报价满足。如需另外融资，请另提需求。',
        en: 'The offers that you have accepted cover the whole of this demand. Open another demand for more.',
      },
      { rule: 'demand.offerAccepted' },
    );
  if (demand.closedAt === null && !isTaking(demand, course, today))
    throw conflict(
      { zh: '该需求已过有效期。如仍有需要，请另提需求。', en: 'This demand has run out. Open another one if there is a need.' },
      { rule: 'demand.expired' },
    );
  if (amountFen > restFen)
    throw invalidInput('amountFen', amountFen, 'amountFen.aboveRest', {
      zh: `该需求还差 ${sumText(restFen).zh}，申请金额不能超过它。`,
      en: `Of this demand ${sumText(restFen).en} is still open: an application cannot ask for more.`,
    });
}

/** The firm's own application under the demand that this one takes the place of; any other is not found. */
async function insteadOf(
  tx: Tx,
  { actor }: ActorContext,
  demand: FinancingDemand,
  { insteadOfId }: Wanted,
): Promise<Application | null> {
  if (!insteadOfId) return null;
  const [before] = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, insteadOfId), eq(applications.demandId, demand.id)));
  if (!before || before.enterpriseId !== actor.organisationId) throw notFound(applicationWord, insteadOfId);
  return before;
}

async function write(tx: Tx, context: ActorContext, application: Application, { findings }: Judgement): Promise<void> {
  await tx.insert(applications).values(application);
  await tx.insert(applicationFindings).values({ applicationId: application.id, findings });
  await tellOfStep(tx, context, application, { verb: 'submit' });
  await record(tx, context, submissionFact(application));
}
