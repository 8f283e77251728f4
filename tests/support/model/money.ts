import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../../server/database/database';
import { rowById } from '../../../server/database/rows';
import { applications } from '../../../server/financing/applications/tables';
import { compensationParts, compensations, recoveries, recoveryShares } from '../../../server/financing/compensations/tables';
import { ledgersOf } from '../../../server/financing/deals/courses';
import { type MatchedTransaction, matchedTransactions, repayments } from '../../../server/financing/deals/tables';
import { financingDemands } from '../../../server/financing/demands/tables';
import { creditLines, drawdowns } from '../../../server/financing/lines/tables';
import { type Offer, offers } from '../../../server/financing/offers/tables';
import { poolEntries, schemeParties } from '../../../server/financing/riskSharing/tables';
import { addMonths, type CalendarDate } from '../../../server/shared/dates';
import { expectThat, type Touched } from './book';

const total = (amountsFen: readonly number[]): number => amountsFen.reduce((sum, fen) => sum + fen, 0);

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const committed = ['offerAccepted', 'guaranteePending', 'approved', 'contractIssued', 'signed'];
const lent = ['partiallyDisbursed', 'disbursed'];
const ended = ['declined', 'rejected', 'withdrawn', 'lapsed', 'released', 'cancelled'];

/** Holds the money in everything that a step has touched against what must be true of it, reckoned here by itself. */
export async function checkMoney(read: Reader, touched: Touched, today: CalendarDate): Promise<void> {
  for (const id of touched.demands) await checkDemand(read, id);
  for (const id of touched.applications) await checkApplication(read, id);
  await checkLoans(read, [...touched.loans], today);
  for (const id of touched.compensations) await checkCompensation(read, id);
}

/** Offers accepted come to no more than the need, and a firm has one application at a bank under way. */
async function checkDemand(read: Reader, demandId: string): Promise<void> {
  const demand = await rowById(read, financingDemands, demandId);
  if (!demand) throw new Error(`no demand ${demandId}`);
  const under = await read
    .select({ state: applications.state, amountFen: offers.amountFen })
    .from(applications)
    .innerJoin(offers, and(eq(offers.applicationId, applications.id), eq(offers.state, 'accepted')))
    .where(eq(applications.demandId, demandId));
  const accepted = under.filter(({ state }) => committed.includes(state) || lent.includes(state));
  const acceptedFen = total(accepted.map(({ amountFen }) => amountFen));
  expectThat(acceptedFen <= demand.amountFen, `offers of ${acceptedFen} fen are accepted for a need of ${demand.amountFen}`);
  const lentFen = total(accepted.filter(({ state }) => lent.includes(state)).map(({ amountFen }) => amountFen));
  expectThat(
    (demand.state === 'fulfilled') === lentFen >= demand.amountFen,
    `${lentFen} of ${demand.amountFen} lent: ${demand.state}`,
  );
  const atBanks = await read
    .select({ institutionId: applications.institutionId, state: applications.state, validUntil: applications.offerValidUntil })
    .from(applications)
    .where(eq(applications.enterpriseId, demand.enterpriseId));
  const live = atBanks.filter(({ state }) => !lent.includes(state) && !ended.includes(state) && state !== 'offered');
  expectThat(
    new Set(live.map(({ institutionId }) => institutionId)).size === live.length,
    'two applications at one bank are under way',
  );
}

const frozen = new WeakMap<Reader, Map<string, string>>();

/** One offer is open while the firm is to answer, one is accepted from then on, and what was offered stays as it was. */
async function checkApplication(read: Reader, applicationId: string): Promise<void> {
  const application = await rowById(read, applications, applicationId);
  const made = await read.select().from(offers).where(eq(offers.applicationId, applicationId)).orderBy(asc(offers.number));
  if (!application) throw new Error(`no application ${applicationId}`);
  const count = (state: Offer['state']) => made.filter(offer => offer.state === state).length;
  const { state, counterRounds } = application;
  const isOpen = state === 'offered' || state === 'countered';
  expectThat(count('open') === (isOpen ? 1 : 0), `${count('open')} open offers of an application that is ${state}`);
  expectThat(count('accepted') <= 1, `${count('accepted')} accepted offers of one application`);
  if (committed.includes(state) || lent.includes(state)) expectThat(count('accepted') === 1, `no accepted offer, and ${state}`);
  expectThat(counterRounds <= 3, `${counterRounds} rounds of counter-offers`);
  expectThat(
    made.every(({ number }, place) => number === place + 1),
    'offers of an application are not numbered one after the other',
  );
  const before = frozen.get(read) ?? new Map<string, string>();
  frozen.set(read, before);
  for (const { id, termsHash, amountFen, rateBps, fees, annualisedRateBps } of made) {
    const terms = JSON.stringify([termsHash, amountFen, rateBps, fees, annualisedRateBps]);
    expectThat((before.get(id) ?? terms) === terms, 'the terms of an offer have changed after it was made');
    before.set(id, terms);
  }
  if (state === 'partiallyDisbursed') await checkLine(read, applicationId);
}

/** Of a line, what is drawn and asked for is never more than the limit, and every drawdown paid is a loan of its amount. */
async function checkLine(read: Reader, id: string): Promise<void> {
  const line = await rowById(read, creditLines, id);
  if (!line) return;
  const [asked, loans] = [
    await read.select().from(drawdowns).where(eq(drawdowns.lineId, id)),
    await read.select().from(matchedTransactions).where(eq(matchedTransactions.applicationId, id)),
  ];
  const paid = await principalOf(read, loans);
  const balances = loans.map(loan => loan.amountFen - (paid.get(loan.id) ?? 0));
  const drawnFen = total(line.isRevolving ? balances : loans.map(({ amountFen }) => amountFen));
  const waitingFen = total(asked.filter(({ state }) => state === 'requested').map(({ amountFen }) => amountFen));
  expectThat(
    drawnFen + waitingFen <= line.limitFen,
    `${drawnFen} drawn and ${waitingFen} asked for of a line of ${line.limitFen}`,
  );
  const drawn = asked.filter(({ state }) => state === 'paid');
  expectThat(drawn.length === loans.length, `${drawn.length} drawdowns paid, and ${loans.length} loans`);
  for (const { transactionId, amountFen, termMonths } of drawn) {
    const loan = loans.find(each => each.id === transactionId);
    expectThat(loan?.amountFen === amountFen && loan.termMonths === termMonths, 'a drawdown was not paid as it was asked for');
  }
}

async function principalOf(read: Reader, loans: readonly MatchedTransaction[]): Promise<ReadonlyMap<string, number>> {
  const paid = new Map<string, number>();
  if (loans.length === 0) return paid;
  const ids = loans.map(({ id }) => id);
  for (const { transactionId, principalFen } of await read
    .select()
    .from(repayments)
    .where(inArray(repayments.transactionId, ids)))
    paid.set(transactionId, (paid.get(transactionId) ?? 0) + principalFen);
  return paid;
}

const classes = ['pass', 'specialMention', 'substandard', 'doubtful', 'loss'];
/** The least class by the days past due: any, over 90, over 270, over 360. */
const leastClass = (days: number): number => [1, 91, 271, 361].filter(from => days >= from).length;

/** A loan's ledger adds up, its state says whether it is past due, its class is no better than the days allow. */
async function checkLoans(read: Reader, ids: readonly string[], today: CalendarDate): Promise<void> {
  if (ids.length === 0) return;
  const loans = await read
    .select()
    .from(matchedTransactions)
    .where(inArray(matchedTransactions.id, [...ids]));
  const [paid, ledgers] = [await principalOf(read, loans), await ledgersOf(read, loans, today)];
  for (const [place, loan] of loans.entries()) {
    const ledger = ledgers[place];
    if (!ledger) throw new Error('a loan without its ledger');
    const balanceFen = loan.amountFen - (paid.get(loan.id) ?? 0);
    const { id, state } = loan;
    expectThat(
      balanceFen >= 0 && ledger.balanceFen === balanceFen,
      `loan ${id} owes ${balanceFen}, by its ledger ${ledger.balanceFen}`,
    );
    expectThat(
      total(ledger.rows.map(({ principalFen }) => principalFen)) === loan.amountFen,
      `the plan of loan ${id} repays another sum than ${loan.amountFen}`,
    );
    for (const { principalFen, interestFen, feeFen, dueFen, paidFen, openFen } of ledger.rows)
      expectThat(
        principalFen + interestFen + feeFen === dueFen && paidFen + openFen === dueFen,
        `a row of loan ${id} does not add up`,
      );
    if (!ledger.isRestructured)
      expectThat(
        ledger.maturesOn === addMonths(loan.disbursedOn, loan.termMonths),
        `loan ${id} of ${loan.termMonths} months from ${loan.disbursedOn} falls due on ${ledger.maturesOn}`,
      );
    if (state === 'settled' || state === 'renewed') expectThat(balanceFen === 0, `loan ${id} is ${state} and owes ${balanceFen}`);
    if (!['disbursed', 'overdue', 'restructured'].includes(state)) continue;
    expectThat((state === 'overdue') === ledger.daysPastDue > 0, `loan ${id} is ${state}, ${ledger.daysPastDue} days past due`);
    expectThat(
      classes.indexOf(loan.riskClass) >= leastClass(ledger.daysPastDue),
      `loan ${id} is ${loan.riskClass} at ${ledger.daysPastDue} days`,
    );
  }
}

/** A loss is paid to the fen, by nobody more than its part; what comes back goes to those who paid, never more than they did. */
async function checkCompensation(read: Reader, id: string): Promise<void> {
  const compensation = await rowById(read, compensations, id);
  if (!compensation || compensation.state === 'claimed') return;
  const loan = await rowById(read, matchedTransactions, compensation.transactionId);
  const parts = await read.select().from(compensationParts).where(eq(compensationParts.compensationId, id));
  const { lossFen } = compensation;
  expectThat(total(parts.map(({ paidFen }) => paidFen)) === lossFen, `${lossFen} fen are lost and others paid`);
  const owedFen = loan ? loan.amountFen - ((await principalOf(read, [loan])).get(loan.id) ?? 0) : 0;
  expectThat(owedFen === lossFen, `${lossFen} fen are compensated of a loan that owes ${owedFen}`);
  const back = await read
    .select({
      recoveryId: recoveries.id,
      wholeFen: recoveries.amountFen,
      place: recoveryShares.place,
      fen: recoveryShares.amountFen,
    })
    .from(recoveries)
    .innerJoin(recoveryShares, eq(recoveryShares.recoveryId, recoveries.id))
    .where(eq(recoveries.compensationId, id));
  for (const { recoveryId, wholeFen } of back) {
    const shares = back.filter(each => each.recoveryId === recoveryId).map(({ fen }) => fen);
    expectThat(total(shares) === wholeFen, `${wholeFen} fen came back, and ${total(shares)} were handed out`);
  }
  const wholeFen = total(back.map(({ fen }) => fen));
  for (const { place, paidFen } of parts) {
    const gotFen = total(back.filter(each => each.place === place).map(({ fen }) => fen));
    const shareFen = Number((BigInt(paidFen) * BigInt(wholeFen)) / BigInt(lossFen));
    const slack = new Set(back.map(({ recoveryId }) => recoveryId)).size + 1;
    expectThat(
      gotFen <= paidFen && Math.abs(gotFen - shareFen) <= slack,
      `of ${wholeFen} back, ${gotFen} went to who paid ${paidFen}`,
    );
  }
}

/** All of it: shares add up, and every pool holds what was paid in and came back, less what it paid. */
export async function checkPools(read: Reader): Promise<void> {
  const [parties, entries, parts, back] = [
    await read.select().from(schemeParties),
    await read.select().from(poolEntries).orderBy(asc(poolEntries.number)),
    await read.select().from(compensationParts),
    await read
      .select({ compensationId: recoveries.compensationId, place: recoveryShares.place, fen: recoveryShares.amountFen })
      .from(recoveryShares)
      .innerJoin(recoveries, eq(recoveries.id, recoveryShares.recoveryId)),
  ];
  const byTerms = grouped(parties, ({ termsId }) => termsId);
  for (const shares of byTerms.values())
    expectThat(total(shares.map(({ shareBps }) => shareBps)) === 10_000, 'the shares of a scheme do not add up');
  for (const [poolId, ledger] of grouped(entries, entry => entry.poolId)) {
    expectThat(
      ledger.every(({ number }, place) => number === place + 1),
      'a ledger of a pool has a gap',
    );
    let balanceFen = 0;
    for (const { kind, amountFen } of ledger) {
      balanceFen += kind === 'compensation' ? -amountFen : amountFen;
      expectThat(balanceFen >= 0, `a pool holds ${balanceFen} fen`);
    }
    const booked = (kind: string) => total(ledger.filter(entry => entry.kind === kind).map(({ amountFen }) => amountFen));
    const own = parts.filter(part => part.poolId === poolId);
    const backFen = total(
      back
        .filter(each => own.some(part => part.compensationId === each.compensationId && part.place === each.place))
        .map(({ fen }) => fen),
    );
    expectThat(
      booked('compensation') === total(own.map(({ paidFen }) => paidFen)),
      'a pool paid another sum than it was asked for',
    );
    expectThat(booked('recovery') === backFen, 'another sum came back into a pool than was recovered for it');
  }
}
