import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { nextState } from '../../shared/lifecycle';
import { notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { canSeeApplication } from '../applications/access';
import { lockApplication } from '../applications/moveApplication';
import { type Application, applications } from '../applications/tables';
import { collateralOperationOf, mayDoToCollateral } from './access';
import { type CollateralVerb, collateralLifecycle } from './lifecycle';
import { type Collateral, collaterals } from './tables';
import { tellOfCollateral } from './tellOfCollateral';
import { collateralWord } from './words';

/** Which collateral, and the version of it that the caller has read. */
export type CollateralChange = { readonly id: string; readonly version: number };

export type LockedCollateral = { readonly collateral: Collateral; readonly application: Application };

/**
 * Loads collateral for one of `verbs`. Refuses, in this order: collateral of an application that the actor is no party to (as not
 * found), the party whose verb it is not, and a stale version.
 */
export async function loadCollateral(
  tx: Tx,
  { actor }: ActorContext,
  { id, version, verb }: CollateralChange & { readonly verb: CollateralVerb },
): Promise<LockedCollateral> {
  const [known] = await tx
    .select({ application: applications })
    .from(collaterals)
    .innerJoin(applications, eq(applications.id, collaterals.applicationId))
    .where(eq(collaterals.id, id));
  if (!known || !canSeeApplication(actor, known.application)) throw notFound(collateralWord, id);
  if (!mayDoToCollateral(actor, known.application, verb)) throw notYours();
  const { application } = await lockApplication(tx, known.application.id);
  const collateral = await rowById(tx, collaterals, id);
  if (collateral?.version !== version) throw staleVersion(collateralWord, version, collateral?.version ?? 0);
  return { collateral, application };
}

type CollateralMove = { readonly verb: CollateralVerb; readonly values?: Partial<Collateral> };

/** Moves collateral by `verb`, in the audit chain too, and tells the other party. Refuses a verb that its state does not have. */
export async function moveCollateral(
  tx: Tx,
  context: ActorContext,
  { collateral, application }: LockedCollateral,
  { verb, values = {} }: CollateralMove,
): Promise<Collateral> {
  const { id, version } = collateral;
  const set = { ...values, state: nextState(collateralLifecycle, collateral.state, verb), version: version + 1 };
  const written = await tx
    .update(collaterals)
    .set(set)
    .where(and(eq(collaterals.id, id), eq(collaterals.version, version)))
    .returning({ id: collaterals.id });
  if (written.length !== 1) throw staleVersion(collateralWord, version, set.version);
  const moved = { ...collateral, ...set };
  const operation = collateralOperationOf[verb];
  await tellOfCollateral(tx, context, application, { verb: operation, collateral: moved });
  await record(tx, context, {
    verb: operation,
    subject: { kind: 'collateral', id },
    details: { from: collateral.state, to: moved.state, ...values },
  });
  return moved;
}

const notYours = () =>
  notAllowed(
    { zh: '评估和登记由银行办理，估值由企业确认。', en: 'The bank appraises and registers; the firm agrees to a value.' },
    { rule: 'applicationParty' },
  );
