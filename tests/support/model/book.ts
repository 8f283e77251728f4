import { asc, gt, inArray } from 'drizzle-orm';
import { genesisHash, hashOf } from '../../../server/audit/chain';
import { type AuditEntry, auditEntries } from '../../../server/audit/tables';
import { rowById } from '../../../server/database/rows';
import type { ApplicationState } from '../../../server/financing/applications/lifecycle';
import { applications } from '../../../server/financing/applications/tables';
import { compensations } from '../../../server/financing/compensations/tables';
import type { DealState } from '../../../server/financing/deals/lifecycle';
import { matchedTransactions } from '../../../server/financing/deals/tables';
import type { DemandState } from '../../../server/financing/demands/lifecycle';
import { financingDemands } from '../../../server/financing/demands/tables';
import { type Actor, systemOrganisationId } from '../../../server/shared/actor';
import type { World } from '../world';
import type { Cast } from './cast';
import { applicationMoves, applicationNotes, arrivals, demandMoves, loanMoves } from './specification';

type KnownApplication = {
  state: ApplicationState;
  readonly demandId: string;
  readonly enterpriseId: string;
  readonly institutionId: string;
};

type Touching = Readonly<Record<'applications' | 'demands' | 'loans' | 'compensations', Set<string>>>;

/** What one step has touched, by the audit chain. */
export type Touched = Readonly<Record<keyof Touching, ReadonlySet<string>>>;

/**
 * What the model believes: the state of everything, from the audit chain alone. Every entry is held against the specification,
 * and the rows are held against what the entries say.
 */
export type Book = {
  readonly applications: ReadonlyMap<string, KnownApplication>;
  readonly demands: ReadonlyMap<string, DemandState>;
  readonly loans: ReadonlyMap<string, DealState>;
  /** The loan of an application, the newest of a line. */
  readonly loanOf: ReadonlyMap<string, string>;
  readonly lines: ReadonlySet<string>;
  readonly guarantees: ReadonlySet<string>;
  readonly compensations: ReadonlySet<string>;
  readonly collaterals: ReadonlySet<string>;
  /** Each state that something has been in, as `application offered`. */
  readonly reached: ReadonlySet<string>;
  /** The last entry of the chain that was read. */
  readonly lastSeq: () => number;
  /** Reads on in the chain after a step of `actors` or the platform; throws at the first thing that is not as specified. */
  readonly follow: (actors: readonly Actor[]) => Promise<Touched>;
  /** Holds every row against what is believed: nothing has changed without an entry. */
  readonly compare: () => Promise<void>;
};

export const expectThat = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

export async function openBook(world: World, cast: Cast): Promise<Book> {
  const read = world.db.read;
  const known = {
    applications: new Map<string, KnownApplication>(),
    demands: new Map<string, DemandState>(),
    loans: new Map<string, DealState>(),
  };
  const loanOf = new Map<string, string>();
  const lines = new Set<string>();
  const guarantees = new Set<string>();
  const claims = new Set<string>();
  const collaterals = new Set<string>();
  const reached = new Set<string>();
  let lastSeq = 0;
  let lastHash = genesisHash;
  await newEntries();

  async function newEntries(): Promise<AuditEntry[]> {
    const entries = await read.select().from(auditEntries).where(gt(auditEntries.seq, lastSeq)).orderBy(asc(auditEntries.seq));
    for (const { seq, hash, ...entry } of entries) {
      expectThat(entry.previousHash === lastHash && hashOf(entry) === hash, `the audit chain is broken at entry ${seq}`);
      lastSeq = seq;
      lastHash = hash;
    }
    return entries;
  }

  async function follow(actors: readonly Actor[]): Promise<Touched> {
    const entries = await newEntries();
    const touched: Touching = {
      applications: new Set<string>(),
      demands: new Set<string>(),
      loans: new Set<string>(),
      compensations: new Set<string>(),
    };
    for (const entry of entries) {
      const { subjectKind, subjectId, verb, organisationId } = entry;
      expectThat(
        organisationId === systemOrganisationId || actors.some(actor => actor.organisationId === organisationId),
        `${verb} is written to ${organisationId}, who did nothing`,
      );
      if (subjectKind === 'application') {
        await followApplication(entry);
        touched.applications.add(subjectId);
      }
      if (subjectKind === 'transaction') {
        followLoan(entry);
        touched.loans.add(subjectId);
      }
      if (subjectKind === 'demand') touched.demands.add(subjectId);
      if (subjectKind === 'creditLine' || subjectKind === 'guarantee') touched.applications.add(subjectId);
      if (subjectKind === 'collateral') collaterals.add(subjectId);
      if (subjectKind === 'compensation') {
        claims.add(subjectId);
        touched.compensations.add(subjectId);
      }
      if (verb === 'openDemand') known.demands.set(subjectId, 'published');
      if (verb === 'openLine') lines.add(subjectId);
      if (verb === 'requestGuarantee') guarantees.add(subjectId);
    }
    await meetRows(touched);
    return touched;
  }

  async function followApplication({ verb, subjectId, details, organisationId }: AuditEntry): Promise<void> {
    const arrival = arrivals[verb];
    if (arrival) {
      const row = await rowById(read, applications, subjectId);
      if (!row || known.applications.has(subjectId))
        throw new Error(`${verb} of an application that there is not, or was before`);
      const { demandId, enterpriseId, institutionId } = row;
      known.applications.set(subjectId, { state: arrival.to, demandId, enterpriseId, institutionId });
      reached.add(`application ${arrival.to}`);
      return;
    }
    if (applicationNotes.includes(verb)) return;
    const before = known.applications.get(subjectId);
    const move = applicationMoves[verb];
    if (!before || !move) throw new Error(`no transition of an application is called ${verb}`);
    const { from, to } = details as { from: ApplicationState; to: ApplicationState };
    expectThat(from === before.state, `${verb} starts from ${from}, and the application was ${before.state}`);
    expectThat(
      move.from.includes(from) && move.to.includes(to),
      `transition ${move.transition} does not lead from ${from} to ${to}`,
    );
    const by = moverOf(before, organisationId);
    expectThat(move.by.includes(by), `transition ${move.transition} is not for the ${by}`);
    before.state = to;
    reached.add(`application ${to}`);
  }

  function moverOf({ enterpriseId, institutionId }: KnownApplication, organisationId: string) {
    if (organisationId === enterpriseId) return 'enterprise';
    if (organisationId === institutionId) return 'institution';
    const guaranteeing = [cast.guarantor, cast.insurer].some(actor => actor.organisationId === organisationId);
    return guaranteeing ? 'guarantor' : 'platform';
  }

  function followLoan({ verb, subjectId, details }: AuditEntry): void {
    const move = loanMoves[verb];
    const before = known.loans.get(subjectId);
    if (!move) return;
    const { from, to } = details as { from: DealState; to: DealState };
    // A loan may fall overdue in the unit of work that pays it out.
    expectThat(from === (before ?? 'disbursed'), `${verb} starts from ${from}, and the loan was ${before}`);
    expectThat(
      move.from.includes(from) && move.to.includes(to),
      `transition ${move.transition} does not lead from ${from} to ${to}`,
    );
    known.loans.set(subjectId, to);
    reached.add(`loan ${to}`);
  }

  async function meetRows(touched: Touching): Promise<void> {
    const ids = [...touched.applications];
    if (ids.length > 0)
      for (const { id, state, demandId } of await read
        .select({ id: applications.id, state: applications.state, demandId: applications.demandId })
        .from(applications)
        .where(inArray(applications.id, ids))) {
        expectThat(known.applications.get(id)?.state === state, `application ${id} is ${state} without an entry that says so`);
        touched.demands.add(demandId);
      }
    const demandIds = [...touched.demands];
    if (demandIds.length > 0)
      for (const { id, state } of await read
        .select({ id: financingDemands.id, state: financingDemands.state })
        .from(financingDemands)
        .where(inArray(financingDemands.id, demandIds))) {
        const before = known.demands.get(id) ?? 'published';
        expectThat(demandMoves[before].includes(state), `a demand does not go from ${before} to ${state}`);
        known.demands.set(id, state);
        reached.add(`demand ${state}`);
      }
    const lent = ids.filter(id => ['disbursed', 'partiallyDisbursed'].includes(known.applications.get(id)?.state ?? ''));
    if (lent.length > 0)
      for (const { id, state, applicationId } of await read
        .select({
          id: matchedTransactions.id,
          state: matchedTransactions.state,
          applicationId: matchedTransactions.applicationId,
        })
        .from(matchedTransactions)
        .where(inArray(matchedTransactions.applicationId, lent))) {
        loanOf.set(applicationId, id);
        if (!known.loans.has(id)) {
          expectThat(state === 'disbursed', `a loan begins as ${state}`);
          known.loans.set(id, state);
          reached.add('loan disbursed');
        }
        touched.loans.add(id);
      }
    for (const { id, state } of touched.loans.size === 0
      ? []
      : await read
          .select({ id: matchedTransactions.id, state: matchedTransactions.state })
          .from(matchedTransactions)
          .where(inArray(matchedTransactions.id, [...touched.loans])))
      expectThat(known.loans.get(id) === state, `loan ${id} is ${state} without an entry that says so`);
    for (const { transactionId } of touched.compensations.size === 0
      ? []
      : await read
          .select()
          .from(compensations)
          .where(inArray(compensations.id, [...touched.compensations])))
      touched.loans.add(transactionId);
  }

  async function compare(): Promise<void> {
    const rows = {
      applications: await read.select({ id: applications.id, state: applications.state }).from(applications),
      demands: await read.select({ id: financingDemands.id, state: financingDemands.state }).from(financingDemands),
      loans: await read.select({ id: matchedTransactions.id, state: matchedTransactions.state }).from(matchedTransactions),
    };
    for (const kind of ['applications', 'demands', 'loans'] as const) {
      const believed = new Map([...known[kind]].map(([id, each]) => [id, typeof each === 'string' ? each : each.state]));
      expectThat(rows[kind].length === believed.size, `${rows[kind].length} ${kind}, and ${believed.size} in the audit chain`);
      for (const { id, state } of rows[kind])
        expectThat(believed.get(id) === state, `${kind} ${id} is ${state}, and ${believed.get(id)} by the audit chain`);
    }
  }

  return {
    ...known,
    loanOf,
    lines,
    guarantees,
    compensations: claims,
    collaterals,
    reached,
    lastSeq: () => lastSeq,
    follow,
    compare,
  };
}
