import { and, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { organisations } from '../../identity/tables';
import { parseInput } from '../../shared/input';
import { conflict, notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { checkReason, type GivenReason } from '../applications/checkReason';
import { type LockedApplication, lockApplication, moveApplication } from '../applications/moveApplication';
import { stopped } from '../offers/underScheme';
import { termsByIds } from '../riskSharing/queries';
import { standingOf } from '../riskSharing/standing';
import { canSeeGuarantee, mayDecide } from './access';
import { checkLimits } from './checkLimits';
import { sharesHashOf } from './queries';
import { type Guarantee, type GuaranteeDecision, guaranteeDecisions, guarantees } from './tables';
import { guaranteeWord } from './words';

/** Which guarantee, and the version of it that the caller has read. */
export type GuaranteeChange = { readonly id: string; readonly version: number };

const shape = z.object({ affiliates: z.array(z.string().trim().toUpperCase().min(1)).max(50) });

/**
 * A guarantor or insurer agrees to answer for its share of a loan (transition 17). When everybody who has to agree has done so, the
 * shares are frozen with the hash of the terms and the credit is granted. `affiliates` are the firm's, by their unified social
 * credit codes: what the guarantor already answers for of them counts towards its limit.
 *
 * Refuses one that the actor does not decide, a scheme that takes no new business, a limit that would be passed (with the
 * numbers), a decision made before, a state in which nothing is to be decided, and a stale version.
 */
export async function approveGuarantee(
  context: ActorContext,
  { affiliates: named, ...change }: GuaranteeChange & { readonly affiliates: readonly string[] },
): Promise<Guarantee> {
  const { affiliates } = parseInput(shape, { affiliates: named });
  return context.db.write(async tx => {
    const ground = await loadToDecide(tx, context, change);
    const { guarantee, decision, others, locked } = ground;
    // Two guarantees agreed to at once must not pass a limit together.
    await lockOrganisation(tx, decision.organisationId);
    const isLast = others.every(({ state }) => state === 'approved');
    if (isLast)
      await moveApplication(tx, context, locked, {
        verb: 'approveGuarantee',
        guarantors: others.map(({ organisationId }) => organisationId),
        details: { liabilityFen: decision.liabilityFen },
      });
    const [version] = await termsByIds(tx, [guarantee.termsId]);
    if (!version) throw new Error(`a guarantee without its scheme: ${guarantee.id}`);
    const standing = await standingOf(tx, version.scheme, context.today);
    if (standing.isStopped) throw stopped(version.scheme.name);
    const { enterpriseId } = guarantee;
    const affiliateIds = await firmsBy(tx, affiliates);
    const limits = await checkLimits(tx, { decision, enterpriseId, affiliateIds, today: context.today });
    const affiliatesFen = (limits.at(-1)?.usedFen ?? 0) - (limits.at(-2)?.usedFen ?? 0);
    await keepDecision(tx, { ...decision, state: 'approved', limits, affiliatesFen, decidedAt: context.now });
    const frozen = isLast
      ? {
          sharesHash: sharesHashOf(guarantee.id, version),
          approvedAt: context.now,
        }
      : {};
    const kept = await keepGuarantee(tx, guarantee, frozen);
    await record(tx, context, {
      verb: 'approveGuarantee',
      subject: { kind: 'guarantee', id: guarantee.id },
      details: { liabilityFen: decision.liabilityFen, limits, affiliates, ...(isLast ? { sharesHash: kept.sharesHash } : {}) },
    });
    return kept;
  });
}

/**
 * A guarantor or insurer does not answer for the loan, with a coded reason: the application ends, refused (transition 17). Refuses
 * what `approveGuarantee` refuses but the limits, and a reason that the code alone does not explain.
 */
export async function rejectGuarantee(
  context: ActorContext,
  { reasonCode, reasonText, ...change }: GuaranteeChange & GivenReason,
): Promise<Guarantee> {
  const words = checkReason({ reasonCode, reasonText });
  return context.db.write(async tx => {
    const { guarantee, decision, others, locked } = await loadToDecide(tx, context, change);
    await moveApplication(tx, context, locked, {
      verb: 'rejectGuarantee',
      words,
      reason: words.reasonText,
      guarantors: others.map(({ organisationId }) => organisationId),
    });
    await keepDecision(tx, { ...decision, ...words, state: 'rejected', decidedAt: context.now });
    const kept = await keepGuarantee(tx, guarantee, {});
    await record(tx, context, {
      verb: 'rejectGuarantee',
      subject: { kind: 'guarantee', id: guarantee.id },
      reason: words.reasonText,
      details: { reasonCode: words.reasonCode },
    });
    return kept;
  });
}

type ToDecide = {
  readonly guarantee: Guarantee;
  readonly decision: GuaranteeDecision;
  /** Of the others who have to agree. */
  readonly others: readonly GuaranteeDecision[];
  readonly locked: LockedApplication;
};

/** Loads a guarantee for a decision of the actor's. Refuses what is no business of its (as not found), then a stale version, then one that it has decided. */
async function loadToDecide(tx: Tx, { actor }: ActorContext, { id, version }: GuaranteeChange): Promise<ToDecide> {
  const known = await rowById(tx, guarantees, id);
  const [terms] = known ? await termsByIds(tx, [known.termsId]) : [];
  if (!known || !terms || !canSeeGuarantee(actor, known, terms.parties)) throw notFound(guaranteeWord, id);
  const locked = await lockApplication(tx, id);
  const guarantee = await rowById(tx, guarantees, id);
  const decisions = await tx.select().from(guaranteeDecisions).where(eq(guaranteeDecisions.guaranteeId, id));
  const decision = decisions.find(({ organisationId }) => organisationId === actor.organisationId);
  if (!decision || !mayDecide(actor, decision)) throw notDecider(actor.role === 'auditor');
  if (guarantee?.version !== version) throw staleVersion(guaranteeWord, version, guarantee?.version ?? 0);
  if (decision.state !== 'pending') throw decided();
  if (locked.application.state !== 'guaranteePending') throw over();
  return { guarantee, decision, others: decisions.filter(each => each !== decision), locked };
}

async function keepDecision(tx: Tx, decision: GuaranteeDecision): Promise<void> {
  const { guaranteeId, organisationId, state, limits, affiliatesFen, reasonCode, reasonText, decidedAt } = decision;
  await tx
    .update(guaranteeDecisions)
    .set({ state, limits, affiliatesFen, reasonCode, reasonText, decidedAt })
    .where(and(eq(guaranteeDecisions.guaranteeId, guaranteeId), eq(guaranteeDecisions.organisationId, organisationId)));
}

async function keepGuarantee(
  tx: Tx,
  guarantee: Guarantee,
  frozen: Partial<Pick<Guarantee, 'sharesHash' | 'approvedAt'>>,
): Promise<Guarantee> {
  const set = { ...frozen, version: guarantee.version + 1 };
  await tx
    .update(guarantees)
    .set(set)
    .where(and(eq(guarantees.id, guarantee.id), ne(guarantees.version, set.version)));
  return { ...guarantee, ...set };
}

/** The firms on the platform with these credit codes; one that is not here has no guarantee here either. */
async function firmsBy(tx: Tx, usccs: readonly string[]): Promise<string[]> {
  if (usccs.length === 0) return [];
  const found = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(inArray(organisations.uscc, [...usccs]));
  return found.map(({ id }) => id);
}

const notDecider = (isAuditor: boolean) =>
  notAllowed(
    isAuditor
      ? { zh: '您的角色只能查看，不能决定担保。', en: 'Your role may read but not decide on guarantees.' }
      : { zh: '由方案中的担保机构或保险机构决定。', en: 'This is for the guarantors and insurers of the scheme.' },
    { rule: isAuditor ? 'role' : 'guarantee.decider' },
  );

const decided = () =>
  conflict({ zh: '贵机构已作出决定。', en: 'Your organisation has decided already.' }, { rule: 'guarantee.decided' });

const over = () =>
  conflict(
    {
      zh: '该笔申请已不在担保审批中，无需再决定。',
      en: 'The application no longer waits for a guarantee: nothing is left to decide.',
    },
    { rule: 'guarantee.over' },
  );
