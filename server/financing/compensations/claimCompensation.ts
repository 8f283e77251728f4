import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { conflict, notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { partyOf } from '../applications/access';
import { lockApplication } from '../applications/moveApplication';
import { canSeeGuarantee } from '../guarantees/access';
import type { GuaranteeChange } from '../guarantees/decideGuarantee';
import { type GuaranteeView, viewsOf } from '../guarantees/queries';
import { guarantees } from '../guarantees/tables';
import { guaranteeWord } from '../guarantees/words';
import { isOwed } from './access';
import { pastDueOf } from './queries';
import { type Compensation, compensations } from './tables';
import { tellPayers } from './tellOfCompensation';

/**
 * The bank claims what is still owed of a guaranteed loan of those who guarantee it, once it is past due for as long as its scheme
 * says. Refuses another's guarantee, a loan that is not past due for long enough (with the days), one without a guarantee in force
 * or claimed before, and a stale version.
 */
export async function claimCompensation(context: ActorContext, { id, version }: GuaranteeChange): Promise<Compensation> {
  return context.db.write(async tx => {
    const view = await loadForClaim(tx, context, { id, version });
    const { guarantee, loan, balanceFen, version: scheme } = view;
    if (view.state !== 'inForce' || loan === null || balanceFen === null || !isOwed(view)) throw nothingToClaim();
    const overdueDays = await pastDueOf(tx, loan, context.today);
    const { overdueDays: least } = scheme.terms;
    if (overdueDays < least) throw tooEarly(overdueDays, least);
    const compensation: Compensation = {
      id: context.newId(),
      guaranteeId: id,
      transactionId: loan.id,
      state: 'claimed',
      lossFen: balanceFen,
      overdueDays,
      claimedOn: context.today,
      paidOn: null,
      version: 1,
    };
    await tx.insert(compensations).values(compensation);
    await tx
      .update(guarantees)
      .set({ version: guarantee.version + 1 })
      .where(and(eq(guarantees.id, id), eq(guarantees.version, guarantee.version)));
    await tellPayers(tx, context, view, compensation);
    await record(tx, context, {
      verb: 'claimCompensation',
      subject: { kind: 'compensation', id: compensation.id },
      details: { guaranteeId: id, transactionId: loan.id, lossFen: balanceFen, overdueDays },
    });
    return compensation;
  });
}

async function loadForClaim(tx: Tx, { actor }: ActorContext, { id, version }: GuaranteeChange): Promise<GuaranteeView> {
  const [known] = await viewsOf(tx, await tx.select().from(guarantees).where(eq(guarantees.id, id)));
  if (!known || !canSeeGuarantee(actor, known.guarantee, known.version.parties)) throw notFound(guaranteeWord, id);
  if (actor.role === 'auditor' || partyOf(actor, known.guarantee) !== 'institution') throw notLender();
  await lockApplication(tx, id);
  const [view] = await viewsOf(tx, await tx.select().from(guarantees).where(eq(guarantees.id, id)));
  if (view?.guarantee.version !== version) throw staleVersion(guaranteeWord, version, view?.guarantee.version ?? 0);
  return view;
}

const notLender = () =>
  notAllowed({ zh: '代偿由放款银行提请。', en: 'Compensation is claimed by the lender.' }, { rule: 'compensation.lender' });

const nothingToClaim = () =>
  conflict(
    {
      zh: '该笔贷款没有可提请代偿的在保余额，或已提请过。',
      en: 'There is no guarantee in force to claim on, or it was claimed on before.',
    },
    { rule: 'compensation.nothing' },
  );

const tooEarly = (days: number, least: number) =>
  conflict(
    {
      zh: `按方案约定，贷款逾期满 ${least} 天才能提请代偿，现逾期 ${days} 天。`,
      en: `By the scheme, compensation can be claimed when a loan is ${least} days past due: this one is ${days}.`,
    },
    { rule: 'compensation.tooEarly', overdueDays: days, least },
  );
