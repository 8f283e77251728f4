import { and, asc, eq, inArray, notExists, type SQL } from 'drizzle-orm';
import type { ActorContext } from '../../server/context';
import { grantConsent } from '../../server/enterprises/consents/grantConsent';
import { consentTerms } from '../../server/enterprises/consents/terms';
import { dataClassOf } from '../../server/enterprises/dataClasses';
import { appendRecords } from '../../server/enterprises/records/appendRecords';
import { applications } from '../../server/financing/applications/tables';
import { issueContract } from '../../server/financing/contracts/issueContract';
import { signContract } from '../../server/financing/contracts/signContract';
import { withBalances } from '../../server/financing/deals/queries';
import { renewLoan } from '../../server/financing/deals/renewLoan';
import { restructureLoan } from '../../server/financing/deals/restructureLoan';
import { type MatchedTransaction, matchedTransactions, transactionLabels } from '../../server/financing/deals/tables';
import { requestDrawdown } from '../../server/financing/lines/drawdown';
import { openLine } from '../../server/financing/lines/openLine';
import { lineById } from '../../server/financing/lines/queries';
import { acceptedOfferOf } from '../../server/financing/offers/queries';
import { organisations, users } from '../../server/identity/tables';
import type { Actor } from '../../server/shared/actor';
import { addMonths, monthOf, shiftMonth } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { asOf } from '../contexts';
import { actorsWhere } from './actors';
import { momentOf } from './workdays';

/** Loans of which the bank of the demo has yet to report last month. */
const unreported = 3;

/**
 * What the bank of the demo finds after the loan, done through the commands today: a line that is asked to be
 * drawn, a loan renewed by a newer one, an overdue one restructured, and a few of which it has not reported last month. Red credit
 * is left alone: what is owed of it is published.
 */
export async function seedAfterTheLoan(context: ActorContext): Promise<void> {
  const [bank] = await actorsWhere(context.db.read, eq(users.username, 'bank'));
  if (!bank) throw new Error('seed the identities first');
  // At the end of the day, where it is that late: what else was done today comes before it in the record.
  const evening = asOf(context, momentOf(context.today, 1));
  const as = (actor: Actor): ActorContext => ({ ...evening, actor });
  await aLine(context, bank, as);
  const loans = await ownLoans(context, bank);
  const overdue = loans.find(({ state }) => state === 'overdue');
  if (overdue)
    await restructureLoan(as(bank), {
      ...overdue,
      reasonCode: 'L13',
      reasonText: '下游客户拖欠货款，已提供对账单和还款承诺',
      input: { rateBps: overdue.rateBps, repaymentMethod: 'EQUAL_PRINCIPAL', maturesOn: addMonths(context.today, 18) },
    });
  const watched = loans.filter(({ state }) => state === 'disbursed').at(-1);
  if (watched) await aTurnForTheWorse(context, watched, as);
  const pair = await renewable(context, loans);
  if (pair) await renewLoan(as(bank), { ...pair.old, renewedById: pair.next.id, reasonCode: 'L01', reasonText: null });
  const thisMonth = monthOf(context.today);
  const late = loans
    .filter(({ id, state, month }) => state === 'disbursed' && month < shiftMonth(thisMonth, -1) && id !== pair?.old.id)
    .slice(-unreported);
  if (late.length > 0)
    await context.db.write(tx =>
      tx
        .update(matchedTransactions)
        .set({ reportedMonth: shiftMonth(thisMonth, -2) })
        .where(
          inArray(
            matchedTransactions.id,
            late.map(({ id }) => id),
          ),
        ),
    );
}

/** A credit that is granted and not yet paid out becomes a line, of which a third is asked for: paid out, it would be a loan too many. */
async function aLine({ db, today }: ActorContext, bank: Actor, as: (actor: Actor) => ActorContext): Promise<void> {
  const contracts = await db.read
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.institutionId, bank.organisationId),
        inArray(applications.state, ['approved', 'contractIssued', 'signed']),
      ),
    )
    .orderBy(asc(applications.id));
  // Collateral would have to be registered first.
  const granted = contracts.find(({ securities }) => securities.length === 0);
  const [firm] = granted ? await actorsWhere(db.read, eq(users.organisationId, granted.enterpriseId)) : [];
  const offer = granted && (await acceptedOfferOf(db.read, granted.id));
  if (!granted || !firm || !offer) return;
  const { annualisedRateBps } = offer;
  const contract = { number: `额字${today.slice(0, 4)}第000001号`, annualisedRateBps };
  const issued = granted.state === 'approved' ? await issueContract(as(bank), { ...granted, input: contract }) : granted;
  const signed = issued.state === 'contractIssued' ? await signContract(as(firm), issued) : issued;
  const { id } = await openLine(as(bank), { ...signed, input: { isRevolving: true, validUntil: addMonths(today, 6) } });
  const { line } = await lineById(as(bank), id);
  const third = Math.max(1, Math.floor(offer.amountFen / 3 / fenPerWan)) * fenPerWan;
  await requestDrawdown(as(firm), { ...line, input: { amountFen: third, termMonths: 6 } });
}

/** A firm lets its lender watch over the loan, and falls into arrears of tax: the platform warns of it on its own. */
async function aTurnForTheWorse(
  { db, today }: ActorContext,
  { enterpriseId, institutionId }: MatchedTransaction,
  as: (actor: Actor) => ActorContext,
): Promise<void> {
  const [firm] = await actorsWhere(db.read, eq(users.organisationId, enterpriseId));
  const [lender] = await db.read.select().from(organisations).where(eq(organisations.id, institutionId));
  if (!firm || !lender) return;
  await grantConsent(as(firm), {
    recipientId: lender.id,
    purpose: 'postLoan',
    dataClasses: ['ELECTRICITY', 'TAX_PAID', 'SOCIAL_INSURANCE'],
    validTo: addMonths(today, 12),
    textHash: consentTerms('postLoan', lender).hash,
  });
  const arrears = { number: `川税欠告${today.slice(0, 4)}第17号`, item: 'ARREARS', amountFen: 38 * fenPerWan, since: today };
  const { zh: source } = dataClassOf('TAX_ARREARS').department;
  await db.write(tx =>
    appendRecords(tx, as(firm), [{ enterpriseId, dataClass: 'TAX_ARREARS', period: null, value: arrears, asOf: today, source }]),
  );
}

/** The bank's running loans that are not red credit, oldest first. */
async function ownLoans({ db }: ActorContext, bank: Actor): Promise<MatchedTransaction[]> {
  const isNotRed: SQL = notExists(
    db.read
      .select({ id: transactionLabels.transactionId })
      .from(transactionLabels)
      .where(and(eq(transactionLabels.transactionId, matchedTransactions.id), eq(transactionLabels.label, 'redCredit'))),
  );
  return db.read
    .select()
    .from(matchedTransactions)
    .where(
      and(
        eq(matchedTransactions.institutionId, bank.organisationId),
        inArray(matchedTransactions.state, ['disbursed', 'overdue']),
        isNotRed,
      ),
    )
    .orderBy(asc(matchedTransactions.disbursedOn), asc(matchedTransactions.id));
}

/** A loan that a newer one to the same firm is large enough to settle. */
async function renewable({ db }: ActorContext, loans: readonly MatchedTransaction[]) {
  const views = await withBalances(
    db.read,
    loans.filter(({ state }) => state === 'disbursed'),
  );
  for (const { transaction: old, balanceFen } of views) {
    const next = loans.find(
      ({ enterpriseId, disbursedOn, amountFen }) =>
        enterpriseId === old.enterpriseId && disbursedOn > old.disbursedOn && amountFen >= balanceFen,
    );
    if (next && balanceFen > 0) return { old, next };
  }
  return null;
}
