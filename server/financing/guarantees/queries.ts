import { and, asc, desc, eq, exists, inArray, or, type SQL } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { containing, selectPage } from '../../database/select';
import { digestOf } from '../../idempotency/key';
import { organisations } from '../../identity/tables';
import type { ListRequest, Page } from '../../shared/list';
import type { Fen } from '../../shared/money';
import { notFound } from '../../shared/refusals';
import { type Application, applications } from '../applications/tables';
import { type Compensation, compensations } from '../compensations/tables';
import { openStates } from '../deals/lifecycle';
import { type MatchedTransaction, matchedTransactions } from '../deals/tables';
import { type SchemeVersion, termsByIds } from '../riskSharing/queries';
import { repaidOf } from '../riskSharing/standing';
import { schemeParties } from '../riskSharing/tables';
import { canSeeGuarantee, type GuaranteeState, guaranteeStateOf } from './access';
import { type Guarantee, type GuaranteeDecision, guaranteeDecisions, guarantees } from './tables';
import { guaranteeWord } from './words';

/** A guarantee with all that its state follows from. */
export type GuaranteeView = {
  readonly guarantee: Guarantee;
  readonly application: Application;
  readonly version: SchemeVersion;
  readonly decisions: readonly GuaranteeDecision[];
  readonly loan: MatchedTransaction | null;
  readonly balanceFen: Fen | null;
  readonly compensation: Compensation | null;
  readonly state: GuaranteeState;
};

/** Which part of the work: what waits for the actor's decision, what has been claimed and not paid, or all. */
export const guaranteeShelves = ['toDecide', 'claimed', 'inForce'] as const;
export type GuaranteeShelf = (typeof guaranteeShelves)[number];

type GuaranteeList = ListRequest & {
  readonly q?: string | null;
  readonly filter?: { readonly shelf?: GuaranteeShelf | null } | null;
};

/** The guarantees that the actor's organisation has to do with, newest first; `q` looks in firm and bank. */
export async function listGuarantees(context: ActorContext, list: GuaranteeList): Promise<Page<GuaranteeView>> {
  const { db } = context;
  const words = list.q?.trim();
  const { items, total } = await selectPage(db.read, guarantees, {
    list,
    where: and(
      isParty(context),
      list.filter?.shelf ? isOn(context, list.filter.shelf) : undefined,
      words ? isAbout(db.read, words) : undefined,
    ),
    sorts: { requestedAt: guarantees.requestedAt, amountFen: guarantees.amountFen },
    defaultSort: [desc(guarantees.requestedAt)],
  });
  return { items: await viewsOf(db.read, items), total };
}

/** One guarantee that the actor's organisation has to do with; any other is not found. */
export async function guaranteeById({ db, actor }: ActorContext, id: string): Promise<GuaranteeView> {
  const found = await db.read.select().from(guarantees).where(eq(guarantees.id, id));
  const [view] = await viewsOf(db.read, found);
  if (!view || !canSeeGuarantee(actor, view.guarantee, view.version.parties)) throw notFound(guaranteeWord, id);
  return view;
}

/** The guarantee of each application, in the order asked for; null where none was asked for. */
export async function guaranteesOf(read: Reader, applicationIds: readonly string[]): Promise<(GuaranteeView | null)[]> {
  const found = await guaranteesById(read, applicationIds);
  const views = await viewsOf(read, found);
  return applicationIds.map(id => views.find(({ guarantee }) => guarantee.id === id) ?? null);
}

/** Guarantees with all that their states follow from. */
export async function viewsOf(read: Reader, found: readonly Guarantee[]): Promise<GuaranteeView[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const [versions, decisions, applied, loans, claims] = await Promise.all([
    termsByIds(read, [...new Set(found.map(({ termsId }) => termsId))]),
    guaranteeDecisionsByGuaranteeId(read, ids),
    applicationsById(read, ids),
    matchedTransactionsByApplicationId(read, ids),
    compensationsByGuaranteeId(read, ids),
  ]);
  const repaid = await repaidOf(
    read,
    loans.map(({ id }) => id),
  );
  return found.map(guarantee => {
    const application = applied.find(({ id }) => id === guarantee.id);
    const version = versions.find(each => each?.terms.id === guarantee.termsId);
    if (!application || !version) throw new Error(`a guarantee without its application or scheme: ${guarantee.id}`);
    const own = decisions.filter(({ guaranteeId }) => guaranteeId === guarantee.id);
    const loan = loans.find(({ applicationId }) => applicationId === guarantee.id) ?? null;
    const balanceFen = loan === null ? null : loan.amountFen - (repaid.get(loan.id)?.principalFen ?? 0);
    const compensation = claims.find(({ guaranteeId }) => guaranteeId === guarantee.id) ?? null;
    const state = guaranteeStateOf({
      applicationState: application.state,
      decisions: own,
      loan: loan?.state ?? null,
      compensation: compensation?.state ?? null,
    });
    return { guarantee, application, version, decisions: own, loan, balanceFen, compensation, state };
  });
}

/** SHA-256 of the shares that a guarantee freezes, with the hash of the terms it was given under. */
export const sharesHashOf = (guaranteeId: string, { terms, parties }: SchemeVersion): string =>
  digestOf({
    guaranteeId,
    termsHash: terms.termsHash,
    shares: parties.map(({ role, organisationId, name, poolId, shareBps }) => ({ role, organisationId, name, poolId, shareBps })),
  });

const isParty = ({ db, actor }: ActorContext): SQL | undefined =>
  or(
    eq(guarantees.enterpriseId, actor.organisationId),
    eq(guarantees.institutionId, actor.organisationId),
    exists(
      db.read
        .select({ place: schemeParties.place })
        .from(schemeParties)
        .where(and(eq(schemeParties.termsId, guarantees.termsId), eq(schemeParties.organisationId, actor.organisationId))),
    ),
  );

function isOn({ db, actor }: ActorContext, shelf: GuaranteeShelf): SQL {
  if (shelf === 'claimed')
    return exists(
      db.read
        .select({ id: compensations.id })
        .from(compensations)
        .innerJoin(matchedTransactions, eq(matchedTransactions.id, compensations.transactionId))
        .where(
          and(
            eq(compensations.guaranteeId, guarantees.id),
            eq(compensations.state, 'claimed'),
            inArray(matchedTransactions.state, [...openStates]),
          ),
        ),
    );
  if (shelf === 'inForce')
    return exists(
      db.read
        .select({ id: matchedTransactions.id })
        .from(matchedTransactions)
        .where(eq(matchedTransactions.applicationId, guarantees.id)),
    );
  return exists(
    db.read
      .select({ id: applications.id })
      .from(applications)
      .innerJoin(guaranteeDecisions, eq(guaranteeDecisions.guaranteeId, applications.id))
      .where(
        and(
          eq(applications.id, guarantees.id),
          eq(applications.state, 'guaranteePending'),
          eq(guaranteeDecisions.state, 'pending'),
          eq(guaranteeDecisions.organisationId, actor.organisationId),
        ),
      ),
  );
}

const isAbout = (read: Reader, words: string): SQL =>
  exists(
    read
      .select({ id: organisations.id })
      .from(organisations)
      .where(
        and(
          or(eq(organisations.id, guarantees.enterpriseId), eq(organisations.id, guarantees.institutionId)),
          containing(organisations.name, words),
        ),
      ),
  );

const guaranteesById = rowsBy(guarantees, guarantees.id);
const guaranteeDecisionsByGuaranteeId = rowsBy(
  guaranteeDecisions,
  guaranteeDecisions.guaranteeId,
  asc(guaranteeDecisions.role),
  asc(guaranteeDecisions.organisationId),
);
const applicationsById = rowsBy(applications, applications.id);
const matchedTransactionsByApplicationId = rowsBy(matchedTransactions, matchedTransactions.applicationId);
const compensationsByGuaranteeId = rowsBy(compensations, compensations.guaranteeId);
