import { and, eq, ne } from 'drizzle-orm';
import { rowById } from '../../../../server/database/rows';
import { verbsOnTransaction } from '../../../../server/financing/deals/access';
import { classByDays, riskClasses } from '../../../../server/financing/deals/classification';
import { classLoan } from '../../../../server/financing/deals/classLoan';
import { ledgersOf, revisionsOf } from '../../../../server/financing/deals/courses';
import type { DealVerb } from '../../../../server/financing/deals/lifecycle';
import { dealReasonCodes, dealReasons } from '../../../../server/financing/deals/reasons';
import { recordRepayment } from '../../../../server/financing/deals/recordRepayment';
import { renewLoan } from '../../../../server/financing/deals/renewLoan';
import { restructureLoan } from '../../../../server/financing/deals/restructureLoan';
import { settleLoan } from '../../../../server/financing/deals/settleLoan';
import { type MatchedTransaction, matchedTransactions, repayments } from '../../../../server/financing/deals/tables';
import { writeOffLoan } from '../../../../server/financing/deals/writeOffLoan';
import { addMonths, dayOf } from '../../../../server/shared/dates';
import { at, note, reasonOf, type Stage, type Subject } from '../stage';

/** A loan that was paid out and what its lender does with it. */
export async function loanSubject(stage: Stage, id: string): Promise<Subject | null> {
  const { world, draw } = stage;
  const read = world.db.read;
  const today = dayOf(world.now());
  const loan = await rowById(read, matchedTransactions, id);
  const [ledger] = loan ? await ledgersOf(read, [loan], today) : [];
  if (!loan || !ledger) return null;
  const { balanceFen, daysPastDue, rows } = ledger;
  const change = at(loan);
  const reason = (verb: DealVerb) =>
    reasonOf(
      draw,
      dealReasonCodes.filter(code => dealReasons[code].verbs.some(each => each === verb)),
    );
  return {
    label: `loan ${id.slice(-4)}, ${loan.state}, ${balanceFen} owed, ${daysPastDue} days past due`,
    offeredTo: actor => verbsOnTransaction(actor, loan, balanceFen),
    verbs: {
      recordRepayment: () => {
        const due = rows.filter(({ dueOn, openFen }) => dueOn <= today && openFen > 0);
        const dueFen = due.reduce((sum, { openPrincipalFen }) => sum + openPrincipalFen, 0);
        const openInterestFen = due.reduce((sum, row) => sum + row.openInterestFen, 0);
        // Interest that is not due yet may be paid too, but that is rare.
        if (balanceFen + openInterestFen === 0 && draw.chance(80)) return null;
        const principalFen = draw.chance(15)
          ? balanceFen
          : dueFen > 0
            ? dueFen
            : Math.min(balanceFen, 1 + draw.below(20_000_000));
        const interestFen = principalFen + openInterestFen === 0 ? 1 : openInterestFen;
        return {
          run: context => recordRepayment(context, { ...change, input: { paidOn: today, principalFen, interestFen } }),
        };
      },
      classLoan: () => {
        const worse = riskClasses.slice(riskClasses.indexOf(classByDays(daysPastDue)) + 1);
        const riskClass = worse.length === 0 || draw.chance(40) ? null : draw.oneOf(worse);
        return { run: context => classLoan(context, { ...change, input: { riskClass, note } }) };
      },
      restructureLoan: async () => {
        const [revisions = []] = await revisionsOf(read, [id]);
        const isTwice = revisions.some(({ kind, from }) => kind === 'restructured' && from === today);
        const input = {
          rateBps: 200 + draw.below(200),
          repaymentMethod: draw.oneOf(['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'LUMP_SUM'] as const),
          maturesOn: addMonths(today, 3 + draw.below(18)),
        };
        return {
          run: context => restructureLoan(context, { ...change, ...reason('restructure'), input }),
          hindrance: balanceFen === 0 ? 'loan.nothingOwed' : isTwice ? 'loan.restructuredToday' : null,
        };
      },
      renewLoan: async () => {
        const next = await successorOf(stage, loan, balanceFen);
        if (next === null) return null;
        return { run: context => renewLoan(context, { ...change, ...reason('renew'), renewedById: next }) };
      },
      settleLoan: () => ({ run: context => settleLoan(context, change) }),
      writeOffLoan: () => ({ run: context => writeOffLoan(context, { ...change, ...reason('writeOff') }) }),
    },
  };
}

/** A later loan of the same firm and bank that is large enough for what it settles already and this too. */
async function successorOf({ world }: Stage, loan: MatchedTransaction, balanceFen: number): Promise<string | null> {
  const read = world.db.read;
  const { enterpriseId, institutionId } = loan;
  const others = await read
    .select()
    .from(matchedTransactions)
    .where(
      and(
        eq(matchedTransactions.enterpriseId, enterpriseId),
        eq(matchedTransactions.institutionId, institutionId),
        ne(matchedTransactions.id, loan.id),
      ),
    );
  for (const next of others.filter(({ disbursedOn }) => disbursedOn >= loan.disbursedOn)) {
    const settled = await read
      .select({ fen: repayments.principalFen })
      .from(repayments)
      .innerJoin(matchedTransactions, eq(matchedTransactions.id, repayments.transactionId))
      .where(and(eq(matchedTransactions.renewedById, next.id), eq(repayments.source, 'renewal')));
    if (settled.reduce((sum, { fen }) => sum + fen, 0) + balanceFen <= next.amountFen) return next.id;
  }
  return null;
}
