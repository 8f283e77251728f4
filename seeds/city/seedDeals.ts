import { and, eq, inArray } from 'drizzle-orm';
import { type DatedFact, recordHistory } from '../../server/audit/record';
import type { ActorContext } from '../../server/context';
import { consents } from '../../server/enterprises/consents/tables';
import { applicationFindings, applications } from '../../server/financing/applications/tables';
import { contracts } from '../../server/financing/contracts/tables';
import { corrections } from '../../server/financing/corrections/tables';
import {
  type LoanRevision,
  loanRevisions,
  type MatchedTransaction,
  matchedTransactions,
  type Repayment,
  repayments,
  transactionLabels,
} from '../../server/financing/deals/tables';
import { type LabelRow, labelRowsOf, transactionOf } from '../../server/financing/deals/transactionOf';
import type { PlatformLoan } from '../../server/financing/definitions/firstLoan';
import { financingDemands } from '../../server/financing/demands/tables';
import { indications } from '../../server/financing/indications/tables';
import { offers } from '../../server/financing/offers/tables';
import { organisations, users } from '../../server/identity/tables';
import type { Actor } from '../../server/shared/actor';
import { addMonths, type CalendarDate } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import type { EnterprisePlan, SeededFirm } from '../enterprises/seedEnterprises';
import { Random } from '../random';
import { type Application, applyAll } from './applying';
import type { FirmSketch } from './borrowers';
import type { PlannedCase } from './cases';
import { ConsentBook } from './consentBook';
import { type History, historyOf } from './history';
import { Judge } from './judging';
import { loanHistoryOf } from './lending';
import { trialMonths } from './loanPlan';
import { readShelf } from './shelf';

export type DealsInput = {
  /** In the order of their submission. */
  readonly cases: readonly PlannedCase[];
  readonly firms: readonly FirmSketch[];
  readonly seeded: readonly SeededFirm[];
  /** By which the firms' records were written. */
  readonly plan: EnterprisePlan;
  readonly seed: number;
  /** Told after each unit of work how many applications there are. */
  readonly onProgress?: (applications: number) => void;
};

/** Applications in one unit of work. */
const perUnit = 1_000;

/**
 * Writes every application of the city with all that came of it, as the commands would have left it: demands, consents,
 * verdicts, offers, loans with their flags and ledgers, and the audit chain in the order of time.
 */
export async function seedDeals(context: ActorContext, input: DealsInput): Promise<void> {
  const { cases, firms, seeded, plan, seed, onProgress } = input;
  const banks = await readBanks(context);
  const book = new ConsentBook(context.newId);
  const chosen = [
    ...applyAll({
      cases,
      firms,
      seeded,
      book,
      judge: new Judge(plan, context.today),
      shelf: await readShelf(context.db.read),
      bankNames: new Map([...banks].map(([id, { name }]) => [id, name])),
      trialFrom: addMonths(context.today, -trialMonths),
      seed,
    }),
  ];
  await context.db.write(tx => tx.insertMany(consents, book.given));
  const writer = new CaseWriter(context, { seed, banks, loans: loansByFirm(context, chosen) });
  let pending: DatedFact[] = [];
  for (let first = 0; first < chosen.length; first += perUnit) {
    const lot = chosen.slice(first, first + perUnit).map((application, offset) => writer.write(application, first + offset));
    const next = chosen[first + perUnit]?.planned.openedAt.getTime() ?? Number.POSITIVE_INFINITY;
    pending = [...pending, ...lot.flatMap(({ history }) => history.facts)].sort((a, b) => a.now.getTime() - b.now.getTime());
    const isDue = ({ now }: DatedFact) => now.getTime() < next;
    await writeLot(context, lot, pending.filter(isDue));
    pending = pending.filter(fact => !isDue(fact));
    onProgress?.(first + lot.length);
  }
}

type Bank = { readonly name: string; readonly actor: Actor };

/** The banks, each with its administrator, who acts for it in the city's past. */
async function readBanks({ db }: ActorContext): Promise<ReadonlyMap<string, Bank>> {
  const rows = await db.read
    .select({ id: organisations.id, name: organisations.name, userId: users.id, username: users.username })
    .from(organisations)
    .innerJoin(users, eq(users.organisationId, organisations.id))
    .where(and(inArray(organisations.kind, ['bank']), eq(organisations.status, 'active'), eq(users.role, 'administrator')));
  return new Map(
    rows.map(({ id, name, userId, username }) => [
      id,
      { name, actor: { userId, username, organisationId: id, organisationKind: 'bank', role: 'administrator' } },
    ]),
  );
}

type Loan = PlatformLoan & { readonly bankId: string; readonly amountFen: number; readonly maturesOn: CalendarDate };

/** Every loan of each firm, known before the first is written: which one is a firm's first depends on all of them. */
function loansByFirm({ newId }: ActorContext, chosen: readonly Application[]): ReadonlyMap<number, readonly Loan[]> {
  const loans = new Map<number, Loan[]>();
  for (const { planned, product } of chosen) {
    const { firm, disbursedOn, amountWan, termMonths } = planned;
    if (disbursedOn === null) continue;
    const maturesOn = addMonths(disbursedOn, termMonths);
    const loan = { id: newId(), disbursedOn, bankId: product.bankId, amountFen: amountWan * fenPerWan, maturesOn };
    loans.set(firm, [...(loans.get(firm) ?? []), loan]);
  }
  return loans;
}

type Written = {
  readonly chosen: Application;
  readonly history: History;
  readonly transaction: MatchedTransaction | null;
  readonly labels: readonly LabelRow[];
  readonly repayments: readonly Repayment[];
  readonly revisions: readonly LoanRevision[];
};

type Ground = {
  readonly seed: number;
  readonly banks: ReadonlyMap<string, Bank>;
  readonly loans: ReadonlyMap<number, readonly Loan[]>;
};

/** How often a bank says that the national credit database knows of no loan before, and how often it says nothing. */
const attestedFirst = 0.46;
const notAttested = 0.12;

class CaseWriter {
  /** How many loans of each firm have been written. */
  readonly #lent = new Map<number, number>();

  constructor(
    readonly context: ActorContext,
    readonly ground: Ground,
  ) {}

  write(chosen: Application, place: number): Written {
    const { newId, now, today } = this.context;
    const random = Random.of(this.ground.seed + 1, place);
    const bank = this.ground.banks.get(chosen.product.bankId);
    if (!bank) throw new RangeError(`nobody acts for the bank ${chosen.product.bankId}`);
    const firm: Actor = {
      userId: chosen.seeded.userId,
      username: `firm-${chosen.planned.firm + 1}`,
      organisationId: chosen.seeded.id,
      organisationKind: 'enterprise',
      role: 'administrator',
    };
    const history = historyOf({ application: chosen, firm, bank: bank.actor, newId, random, now, place });
    const transaction = this.#transactionOf(chosen, history, random);
    if (transaction === null || history.offer === null)
      return { chosen, history, transaction: null, labels: [], repayments: [], revisions: [] };
    const { offer } = history;
    return {
      chosen,
      history,
      ...loanHistoryOf({ transaction, offer, planned: chosen.planned, today, newId, random }),
      labels: labelRowsOf(transaction.id, chosen.product.terms.labels),
    };
  }

  #transactionOf(
    { planned, firm, seeded }: Application,
    { application, offer }: History,
    random: Random,
  ): MatchedTransaction | null {
    const { disbursedOn } = planned;
    if (disbursedOn === null || offer === null) return null;
    const all = this.ground.loans.get(planned.firm) ?? [];
    const written = this.#lent.get(planned.firm) ?? 0;
    this.#lent.set(planned.firm, written + 1);
    const loan = all[written];
    if (!loan) throw new RangeError(`firm ${planned.firm} has no loan number ${written + 1}`);
    const running = all.filter(
      other => other.bankId === loan.bankId && other.disbursedOn <= disbursedOn && other.maturesOn > disbursedOn,
    );
    return transactionOf({
      id: loan.id,
      application,
      offer,
      borrower: {
        entityType: firm.entityType,
        countyCode: firm.countyCode,
        industryCode: firm.industryCode,
        sizeClass: seeded.sizeClass,
        platformLoans: all,
      },
      disbursement: {
        disbursedOn,
        householdCreditFen: running.reduce((sum, { amountFen }) => sum + amountFen, 0),
        isAttestedFirst: random.chance(notAttested) ? null : random.chance(attestedFirst),
      },
    });
  }
}

/** One unit of work: the rows of many cases, each table at once, and what is due of the audit chain. */
async function writeLot(context: ActorContext, lot: readonly Written[], facts: readonly DatedFact[]): Promise<void> {
  const histories = lot.map(({ history }) => history);
  await context.db.write(async tx => {
    await tx.insertMany(
      financingDemands,
      histories.map(({ demand }) => demand),
    );
    await tx.insertMany(
      applications,
      histories.map(({ application }) => application),
    );
    await tx.insertMany(
      applicationFindings,
      lot.flatMap(({ chosen: { findings }, history: { application } }) =>
        findings === null ? [] : [{ applicationId: application.id, findings }],
      ),
    );
    await tx.insertMany(
      offers,
      histories.flatMap(({ offer }) => offer ?? []),
    );
    await tx.insertMany(
      corrections,
      histories.flatMap(({ correction }) => correction ?? []),
    );
    await tx.insertMany(
      indications,
      histories.flatMap(({ indication }) => indication ?? []),
    );
    await tx.insertMany(
      contracts,
      histories.flatMap(({ contract }) => contract ?? []),
    );
    await tx.insertMany(
      matchedTransactions,
      lot.flatMap(({ transaction }) => transaction ?? []),
    );
    await tx.insertMany(
      transactionLabels,
      lot.flatMap(({ labels }) => labels),
    );
    await tx.insertMany(
      repayments,
      lot.flatMap(written => written.repayments),
    );
    await tx.insertMany(
      loanRevisions,
      lot.flatMap(written => written.revisions),
    );
    await recordHistory(tx, facts);
  });
}
