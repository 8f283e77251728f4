import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { digestOf } from '../../idempotency/key';
import { conflict } from '../../shared/refusals';
import { checkNoDuplicate } from '../applications/duplicates';
import { judgedBy } from '../applications/judge';
import { requestedOf } from '../applications/requestAsked';
import { submittedApplication } from '../applications/steps';
import { type Application, type ApplicationOrigin, applications } from '../applications/tables';
import { tellOfStep } from '../applications/tellOfStep';
import { isTaking, placesLeft } from '../demands/access';
import { keepDemand, lockDemand } from '../demands/loadDemand';
import { courseOf } from '../demands/queries';
import { demandAfter } from '../demands/steps';
import type { FinancingDemand } from '../demands/tables';
import { arrivalFact } from '../facts';
import type { Fit, JudgedDemand } from './fits';

export type Encounter = {
  readonly demand: FinancingDemand;
  readonly judged: JudgedDemand;
  readonly fit: Fit;
  readonly origin: Exclude<ApplicationOrigin, 'applied'>;
  /** The application whose refusal or silence led here. */
  readonly followsId: string | null;
};

/**
 * Brings a demand before a bank that its firm did not choose itself, in the caller's unit of work: the demand is locked, so that
 * no more banks come in than it has places for, however many ask at once. Refuses a demand that has ended, run out or is full, a bank that
 * has had it before, and one at which the firm has an application under way.
 */
export async function bringTogether(
  tx: Tx,
  context: ActorContext,
  { demand: read, judged, fit, origin, followsId }: Encounter,
): Promise<Application> {
  const { today } = context;
  const demand = await lockDemand(tx, read.id);
  const course = await courseOf(tx, demand.id, today);
  if (!isTaking(demand, course, today)) throw ended();
  if (placesLeft(demand, course) === 0) throw full(demand.lendersMax);
  const between = { enterpriseId: demand.enterpriseId, institutionId: fit.institution.id };
  await checkNeverThere(tx, demand, fit);
  await checkNoDuplicate(tx, context, between);
  const { match } = judgedBy(judged.facts, { product: fit.product, request: requestedOf(demand, judged.asked) }, today);
  const application = submittedApplication({
    ...judged.asked,
    id: context.newId(),
    demand,
    product: { id: fit.productId, versionId: fit.product.versionId, institutionId: fit.institution.id },
    origin,
    followsId,
    consents: [],
    match,
    // One demand comes to one bank once: the database says so too.
    idempotencyKey: `${demand.id}/${fit.institution.id}`,
    requestDigest: digestOf({ demandId: demand.id, productId: fit.productId }),
    submittedAt: context.now,
  });
  await keepDemand(tx, demandAfter(demand, 'apply', context.now));
  await tx.insert(applications).values(application);
  const verb = origin === 'grabbed' ? 'grab' : 'invite';
  await tellOfStep(tx, context, application, { verb });
  await record(tx, context, arrivalFact(application));
  return application;
}

async function checkNeverThere(tx: Tx, demand: FinancingDemand, { institution }: Fit): Promise<void> {
  const [before] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.demandId, demand.id), eq(applications.institutionId, institution.id)))
    .limit(1);
  if (before)
    throw conflict(
      {
        zh: `「${institution.name}」已经办理过这项需求，不能再次承接。`,
        en: `${institution.name} has dealt with this demand before and cannot take it again.`,
      },
      { rule: 'market.sameInstitution' },
    );
}

const ended = () =>
  conflict(
    { zh: '这项需求已结束、过期或金额已满足。', en: 'This demand has ended, run out, or is met.' },
    { rule: 'market.ended' },
  );

const full = (lendersMax: number) =>
  conflict(
    {
      zh: `企业最多同时与 ${lendersMax} 家机构对接，名额已满。`,
      en: `The firm deals with ${lendersMax} institutions at most, and no place is left.`,
    },
    { rule: 'market.full', lendersMax },
  );
