import { and, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { nextState } from '../../shared/lifecycle';
import { notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { lockApplication } from '../applications/moveApplication';
import { canSeeGuarantee } from '../guarantees/access';
import { type GuaranteeView, viewsOf } from '../guarantees/queries';
import { guarantees } from '../guarantees/tables';
import { mayPay, mayRecover } from './access';
import { type CompensationVerb, compensationLifecycle } from './lifecycle';
import { type Compensation, compensations } from './tables';
import { compensationWord } from './words';

/** Which compensation, and the version of it that the caller has read. */
export type CompensationChange = { readonly id: string; readonly version: number };

export type LockedCompensation = { readonly compensation: Compensation; readonly view: GuaranteeView };

/**
 * Loads a compensation for `verb`: those who decided on the guarantee pay, and they or the lender record what comes back. Refuses,
 * in this order: one that the actor has nothing to do with (as not found), whoever it is not for, and a stale version.
 */
export async function loadCompensation(
  tx: Tx,
  { actor }: ActorContext,
  { id, version, verb }: CompensationChange & { readonly verb: CompensationVerb },
): Promise<LockedCompensation> {
  const known = await rowById(tx, compensations, id);
  const seen = known && (await viewNow(tx, known.guaranteeId));
  if (!known || !seen || !canSeeGuarantee(actor, seen.guarantee, seen.version.parties)) throw notFound(compensationWord, id);
  if (!(verb === 'pay' ? mayPay : mayRecover)(actor, seen)) throw notPayer();
  await lockApplication(tx, seen.guarantee.id);
  // Nothing is repaid between the reckoning of what is owed and its payment.
  await lockOrganisation(tx, seen.guarantee.enterpriseId);
  const compensation = await rowById(tx, compensations, id);
  const view = await viewNow(tx, known.guaranteeId);
  if (compensation?.version !== version || !view) throw staleVersion(compensationWord, version, compensation?.version ?? 0);
  return { compensation, view };
}

async function viewNow(tx: Tx, guaranteeId: string): Promise<GuaranteeView | undefined> {
  const [view] = await viewsOf(tx, await tx.select().from(guarantees).where(eq(guarantees.id, guaranteeId)));
  return view;
}

/** Moves a compensation by `verb`. Refuses a verb that its state does not have. */
export async function moveCompensation(
  tx: Tx,
  compensation: Compensation,
  verb: CompensationVerb,
  values: Partial<Pick<Compensation, 'paidOn' | 'lossFen'>> = {},
): Promise<Compensation> {
  const { id, version } = compensation;
  const set = { ...values, state: nextState(compensationLifecycle, compensation.state, verb), version: version + 1 };
  const written = await tx
    .update(compensations)
    .set(set)
    .where(and(eq(compensations.id, id), eq(compensations.version, version)))
    .returning({ id: compensations.id });
  if (written.length !== 1) throw staleVersion(compensationWord, version, version + 1);
  return { ...compensation, ...set };
}

const notPayer = () =>
  notAllowed(
    {
      zh: '代偿由同意担保的机构办理，追偿由其或放款银行登记。',
      en: 'Those who agreed to the guarantee pay; they or the lender record what comes back.',
    },
    { rule: 'compensation.payer' },
  );
