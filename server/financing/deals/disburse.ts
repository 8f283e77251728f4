import { and, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { sizeFrom } from '../../enterprises/creditFile/size';
import { readRecords } from '../../enterprises/records/readRecords';
import { enterprises } from '../../enterprises/tables';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { organisations } from '../../identity/tables';
import { productVersions } from '../../products/tables';
import { type CalendarDate, dayOf, type Instant, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput } from '../../shared/refusals';
import { mayDo } from '../applications/access';
import { loadFor, moveApplication } from '../applications/moveApplication';
import { type Application, applications } from '../applications/tables';
import { checkPledged } from '../collateral/queries';
import { contractsOf } from '../contracts/queries';
import { acceptedOfferOf } from '../offers/queries';
import type { Offer } from '../offers/tables';
import { loanNow } from './moveDeal';
import { reviewExposure } from './reviewLoans';
import { type MatchedTransaction, matchedTransactions, transactionLabels } from './tables';
import { type Borrower, type Disbursement, labelRowsOf, transactionOf } from './transactionOf';

export type DisburseInput = z.input<typeof shape>;

/** `id` and `version` are the application's. */
export type DisburseRequest = { readonly id: string; readonly version: number; readonly input: DisburseInput };

const shape = z.object({
  disbursedOn: z
    .string()
    .refine(
      text => parseCalendarDate(text) !== null,
      says('disbursedOn.form', '放款日应为存在的日期，写作 2026-11-23。', 'The day of disbursement is written like 2026-11-23.'),
    )
    .transform(text => text as CalendarDate),
  householdCreditFen: z
    .int()
    .min(1)
    .nullish()
    .transform(fen => fen ?? null),
  isAttestedFirst: z
    .boolean()
    .nullish()
    .transform(isAttested => isAttested ?? null),
});

/**
 * The bank reports that the loan of a signed contract was paid out, which makes the matched transaction that statistics
 * count, with county, industry, size and flags as of that day. It also fulfils the demand.
 *
 * Refuses another bank's application, a stale version, a state without a signed contract, a day before it was
 * signed or after today, collateral of the offer that is not registered, a total credit below this loan, and a firm whose division is not on record.
 */
export async function disburse(context: ActorContext, { id, version, input }: DisburseRequest): Promise<MatchedTransaction> {
  const disbursement = parseInput(shape, input);
  const standing = await standingOf(context, id, disbursement.disbursedOn);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { id, version, verb: 'disburse' });
    const { application } = locked;
    // Locked, so that two banks that pay the same firm at once do not both lend it its first loan.
    await lockOrganisation(tx, application.enterpriseId);
    const transactionId = context.newId();
    await moveApplication(tx, context, locked, {
      verb: 'disburse',
      details: { transactionId, disbursedOn: disbursement.disbursedOn },
      loan: { transactionId, disbursedOn: disbursement.disbursedOn },
    });
    const { offer, signedAt } = await groundOf(tx, id);
    return payOut(tx, context, { id: transactionId, application, offer, standing, disbursement, from: signedAt });
  });
}

export type Payment = {
  /** The loan's id, where it is known before. */
  readonly id?: string;
  readonly application: Application;
  /** The terms it is paid out on. */
  readonly offer: Offer;
  readonly standing: Standing;
  readonly disbursement: Disbursement;
  /** The moment before which it cannot have been paid out. */
  readonly from: Instant;
};

/**
 * Keeps a loan that was paid out, with all that follows from it; the firm's row is locked. Refuses a day out of range, a total
 * credit below the loan, and a firm whose division is not on record.
 */
export async function payOut(
  tx: Tx,
  context: ActorContext,
  { id = context.newId(), application, offer, standing, disbursement, from }: Payment,
): Promise<MatchedTransaction> {
  checkDay(disbursement.disbursedOn, dayOf(from), context.today);
  await checkPledged(tx, offer);
  checkHousehold(disbursement.householdCreditFen, offer.amountFen);
  const borrower = await borrowerOf(tx, application.enterpriseId, standing);
  const transaction = transactionOf({ id, application, offer, borrower, disbursement });
  await tx.insert(matchedTransactions).values(transaction);
  const labels = labelRowsOf(id, await labelsOf(tx, application.productVersionId));
  if (labels.length > 0) await tx.insert(transactionLabels).values(labels);
  await unmarkLaterFirstLoans(tx, transaction);
  await reviewExposure(tx, context, transaction);
  return loanNow(tx, id);
}

type Standing = Pick<Borrower, 'sizeClass' | 'industryCode'> & { readonly regionCode: string | null };

/** What the published registers say of the firm on the day; read as the bank, and logged. */
export async function standingOf(context: ActorContext, applicationId: string, day: CalendarDate): Promise<Standing> {
  const application = await rowById(context.db.read, applications, applicationId);
  // Nothing is read for somebody who is then refused.
  if (!application || !mayDo(context.actor, application, 'disburse')) return unknownStanding;
  const { records } = await readRecords(context, {
    enterpriseId: application.enterpriseId,
    purpose: 'creditAssessment',
    dataClasses: ['REGISTRATION', 'ANNUAL_REPORT'],
  });
  const known = records.filter(({ asOf }) => asOf <= day);
  const { sizeClass, inputs } = sizeFrom(known);
  const region = known.filter(({ dataClass }) => dataClass === 'REGISTRATION').at(-1)?.value.regionCode;
  return { sizeClass, industryCode: inputs.industryCode, regionCode: typeof region === 'string' ? region : null };
}

const unknownStanding: Standing = { sizeClass: 'UNKNOWN', industryCode: null, regionCode: null };

/** What the loan is paid out on: the terms that the firm accepted, and when it signed the contract. */
async function groundOf(tx: Tx, applicationId: string): Promise<{ readonly offer: Offer; readonly signedAt: Instant }> {
  const [offer, [contract]] = await Promise.all([acceptedOfferOf(tx, applicationId), contractsOf(tx, [applicationId])]);
  if (!offer || !contract?.signedAt) throw new Error(`a signed application without offer or contract: ${applicationId}`);
  return { offer, signedAt: contract.signedAt };
}

function checkDay(disbursedOn: CalendarDate, signedOn: CalendarDate, today: CalendarDate): void {
  if (disbursedOn >= signedOn && disbursedOn <= today) return;
  throw invalidInput('disbursedOn', disbursedOn, 'disbursedOn.range', {
    zh: `放款日应在签约之日 ${signedOn} 与今天 ${today} 之间。`,
    en: `The day of disbursement lies between ${signedOn}, when the contract was signed, and today, ${today}.`,
  });
}

function checkHousehold(householdCreditFen: number | null, amountFen: number): void {
  if (householdCreditFen === null || householdCreditFen >= amountFen) return;
  throw invalidInput('householdCreditFen', householdCreditFen, 'householdCreditFen.belowLoan', {
    zh: '单户授信总额应包含本笔贷款，不能低于放款金额。',
    en: 'The total credit of the firm includes this loan: it cannot be below its amount.',
  });
}

async function borrowerOf(tx: Tx, enterpriseId: string, { sizeClass, industryCode, regionCode }: Standing): Promise<Borrower> {
  const [[firm], platformLoans] = await Promise.all([
    tx
      .select({
        entityType: enterprises.entityType,
        industryCode: enterprises.industryCode,
        regionCode: organisations.regionCode,
      })
      .from(enterprises)
      .innerJoin(organisations, eq(organisations.id, enterprises.id))
      .where(eq(enterprises.id, enterpriseId)),
    tx
      .select({ id: matchedTransactions.id, disbursedOn: matchedTransactions.disbursedOn })
      .from(matchedTransactions)
      .where(eq(matchedTransactions.enterpriseId, enterpriseId)),
  ]);
  const region = firm?.regionCode ?? regionCode;
  if (!firm || region === null)
    throw conflict(
      {
        zh: '该企业没有登记所在区县，放款无法计入统计。请联系平台运营方补全企业登记信息。',
        en: "The firm's division is not on record, so the loan could not be counted. Ask the operator to complete its registration.",
      },
      { rule: 'enterprise.regionUnknown' },
    );
  return {
    entityType: firm.entityType,
    countyCode: region.slice(0, 6),
    industryCode: industryCode ?? firm.industryCode,
    sizeClass,
    platformLoans,
  };
}

async function labelsOf(tx: Tx, versionId: string) {
  const [version] = await tx
    .select({ labels: productVersions.labels })
    .from(productVersions)
    .where(eq(productVersions.id, versionId));
  return version?.labels ?? [];
}

/** A loan reported late may be the firm's earliest: the ones after it are not its first, whatever was attested of them. */
async function unmarkLaterFirstLoans(tx: Tx, { id, enterpriseId, disbursedOn }: MatchedTransaction): Promise<void> {
  const { isFirstLoan } = matchedTransactions;
  await tx
    .update(matchedTransactions)
    .set({ isFirstLoan: false })
    .where(
      and(
        eq(matchedTransactions.enterpriseId, enterpriseId),
        ne(matchedTransactions.id, id),
        or(isNull(isFirstLoan), eq(isFirstLoan, true)),
        or(
          gt(matchedTransactions.disbursedOn, disbursedOn),
          and(eq(matchedTransactions.disbursedOn, disbursedOn), gt(matchedTransactions.id, id)),
        ),
      ),
    );
}
