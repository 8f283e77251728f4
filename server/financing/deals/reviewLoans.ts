import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { enterprises } from '../../enterprises/tables';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { addDays } from '../../shared/dates';
import type { Ledger } from '../ledger/ledger';
import { type Classes, classesOf } from './classification';
import { ledgersOf, revisionsOf } from './courses';
import { openStates } from './lifecycle';
import { type LoanMove, moveDeal } from './moveDeal';
import { openLoansAfter } from './queries';
import type { KeptDealReason } from './reasons';
import { loanClassChanges, type MatchedTransaction, matchedTransactions } from './tables';

/** All that one firm owes one bank: its loans are classed together. */
export type Exposure = Pick<MatchedTransaction, 'enterpriseId' | 'institutionId'>;

/**
 * Brings state and class of everything that a firm owes a bank into step with the days past due: the one place where a loan
 * falls overdue, catches up or changes its class. Called in the unit of work of whatever may have changed them, and for every
 * loan once a day; done twice it does nothing. Locks the firm's row. Answers how many loans it changed.
 */
export async function reviewExposure(tx: Tx, context: ActorContext, exposure: Exposure, note?: string): Promise<number> {
  await lockOrganisation(tx, exposure.enterpriseId);
  const [debtor] = await tx
    .select({ entityType: enterprises.entityType })
    .from(enterprises)
    .where(eq(enterprises.id, exposure.enterpriseId));
  const loans = await tx
    .select()
    .from(matchedTransactions)
    .where(
      and(
        eq(matchedTransactions.enterpriseId, exposure.enterpriseId),
        eq(matchedTransactions.institutionId, exposure.institutionId),
        inArray(matchedTransactions.state, [...openStates]),
      ),
    )
    .orderBy(asc(matchedTransactions.id));
  const found = findingsOf(loans, await ledgersOf(tx, loans, context.today), debtor?.entityType === 'selfEmployed');
  const changed = new Set<string>();
  for (const { loan, classes, ledger } of found.filter(isClassNew)) {
    await changeClass(tx, context, { loan, classes, ledger, note });
    changed.add(loan.id);
  }
  for (const { loan, move } of found.flatMap(({ loan, ledger }) => moveOf(loan, ledger, context) ?? [])) {
    const isBack = move.before === 'restructured';
    await moveDeal(tx, context, loan, isBack ? { ...move, reason: await restructuredFor(tx, loan) } : move);
    changed.add(loan.id);
  }
  return changed.size;
}

type Finding = { readonly loan: MatchedTransaction; readonly ledger: Ledger; readonly classes: Classes };

function findingsOf(loans: readonly MatchedTransaction[], ledgers: readonly Ledger[], isRetail: boolean): Finding[] {
  const placed = loans.map((loan, place) => {
    const ledger = ledgers[place];
    if (!ledger) throw new Error('a loan without its ledger');
    return { loan, ledger };
  });
  const classes = classesOf(
    placed.map(({ loan: { id, bankClass }, ledger: { daysPastDue, balanceFen } }) => ({
      id,
      bankClass,
      daysPastDue,
      balanceFen,
    })),
    { isRetail },
  );
  return placed.flatMap((found, place) => {
    const classed = classes[place];
    return classed ? [{ ...found, classes: classed }] : [];
  });
}

const isClassNew = ({ loan, classes }: Finding): boolean => loan.riskClass !== classes.riskClass;

/** The step that a loan's days past due ask for; none when its state says what they say. */
function moveOf(
  loan: MatchedTransaction,
  { daysPastDue, isRestructured, rows }: Ledger,
  { today }: ActorContext,
): { readonly loan: MatchedTransaction; readonly move: LoanMove } | null {
  const isOverdue = loan.state === 'overdue';
  if (isOverdue === daysPastDue > 0) return null;
  if (!isOverdue)
    return {
      loan,
      move: {
        verb: 'fallOverdue',
        reason: { reasonCode: 'L41', reasonText: null },
        on: addDays(today, 1 - daysPastDue),
        details: { daysPastDue, rows: rows.filter(row => row.daysPastDue > 0).length },
      },
    };
  return { loan, move: { verb: 'catchUp', on: today, before: isRestructured ? 'restructured' : 'disbursed' } };
}

/** Why a loan was last restructured: it reads so again once it has caught up. */
async function restructuredFor(tx: Tx, { id }: MatchedTransaction): Promise<KeptDealReason | null> {
  const [revisions = []] = await revisionsOf(tx, [id]);
  const last = revisions.filter(({ kind }) => kind === 'restructured').at(-1);
  return last?.reasonCode ? { reasonCode: last.reasonCode, reasonText: last.reasonText } : null;
}

async function changeClass(
  tx: Tx,
  { newId, now, today }: ActorContext,
  { loan, classes, ledger, note }: Finding & { readonly note?: string },
): Promise<void> {
  const { riskClass, ruleClass } = classes;
  await tx.update(matchedTransactions).set({ riskClass }).where(eq(matchedTransactions.id, loan.id));
  await tx.insert(loanClassChanges).values({
    id: newId(),
    transactionId: loan.id,
    riskClass,
    ruleClass,
    bankClass: loan.bankClass,
    daysPastDue: ledger.daysPastDue,
    note: note ?? null,
    changedOn: today,
    recordedAt: now,
  });
}

/**
 * Every open loan once a day: what fell due yesterday and was not paid makes a loan overdue today, and the days make its class.
 * Only exposures in which something is to change are written, each in a unit of work of its own. Answers how many loans changed.
 */
export async function reviewLoans(context: ActorContext): Promise<number> {
  const due = new Map<string, Exposure>();
  for (let after = ''; ; ) {
    const lot = await openLoansAfter(context.db.read, after);
    const last = lot.at(-1);
    if (!last) break;
    after = last.id;
    const ledgers = await ledgersOf(context.db.read, lot, context.today);
    for (const { loan, ledger, classes } of findingsOf(lot, ledgers, true)) {
      // Each loan by itself; what one does to the others of its exposure, the review of the exposure finds.
      const isNew = isClassNew({ loan, ledger, classes }) || moveOf(loan, ledger, context) !== null;
      if (isNew) due.set(`${loan.enterpriseId} ${loan.institutionId}`, loan);
    }
  }
  let changed = 0;
  for (const exposure of due.values()) changed += await context.db.write(tx => reviewExposure(tx, context, exposure));
  return changed;
}
