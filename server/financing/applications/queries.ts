import { and, asc, desc, eq, exists, inArray, isNotNull, or, type SQL } from 'drizzle-orm';
import { auditEntries } from '../../audit/tables';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowById, rowsBy } from '../../database/rows';
import { containing, selectPage } from '../../database/select';
import { inForceOn } from '../../enterprises/consents/queries';
import { consents } from '../../enterprises/consents/tables';
import { organisations } from '../../identity/tables';
import type { Finding } from '../../matching/explain';
import { productVersions } from '../../products/tables';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import { checkListRequest, type ListRequest, type Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import type { Clock } from '../clock/clock';
import { clocksOf } from '../clock/queries';
import { type ApplicationActor, canSeeApplication } from './access';
import { isInStateOn, isLiveOn } from './conditions';
import type { ApplicationState } from './lifecycle';
import { type Application, applicationFindings, applications, type Channel } from './tables';
import { applicationWord } from './words';

export type ApplicationFilter = {
  readonly states?: readonly ApplicationState[] | null;
  readonly demandId?: string | null;
  readonly productId?: string | null;
  readonly channel?: Channel | null;
  /** By the clock that runs: past its day, or with one working day left at most. */
  readonly deadline?: Deadline | null;
};

export const deadlines = ['overdue', 'soon'] as const;
export type Deadline = (typeof deadlines)[number];

type ApplicationList = ListRequest & { readonly q?: string | null; readonly filter?: ApplicationFilter | null };

/**
 * The applications that the actor's organisation made or was sent, newest first; `q` looks in firm, bank and product. By the day
 * on which they are due, or filtered by it, only those on which a clock runs are listed.
 */
export const listApplications = (context: ActorContext, list: ApplicationList): Promise<Page<Application>> =>
  list.sort === 'dueOn' || list.filter?.deadline ? listByDeadline(context, list) : listInSql(context, list);

const listInSql = (context: ActorContext, list: ApplicationList): Promise<Page<Application>> =>
  selectPage(context.db.read, applications, {
    list,
    where: wantedBy(context, list),
    sorts: {
      submittedAt: applications.submittedAt,
      decidedAt: applications.decidedAt,
      amountFen: applications.amountFen,
      termMonths: applications.termMonths,
      offerValidUntil: applications.offerValidUntil,
    },
    defaultSort: [desc(applications.submittedAt)],
  });

/**
 * A day on which something is due is computed from steps, holidays and promises, not kept: so the open applications of one
 * organisation, which are few among all it ever had, are looked at one by one.
 */
async function listByDeadline(context: ActorContext, list: ApplicationList): Promise<Page<Application>> {
  checkListRequest(list);
  const { db, today } = context;
  const open = await db.read
    .select()
    .from(applications)
    .where(and(wantedBy(context, list), isLiveOn(today)))
    .orderBy(asc(applications.submittedAt), asc(applications.id));
  const clocks = await clocksOf(db.read, open, today);
  const deadline = list.filter?.deadline;
  const due = open
    .map((application, place) => ({ application, clock: clocks[place] ?? null }))
    .filter(({ clock }) => clock !== null && (!deadline || isWithin(clock, deadline)))
    .sort((one, other) => (one.clock?.dueOn ?? '').localeCompare(other.clock?.dueOn ?? ''));
  if (list.sort === 'dueOn' && list.order === 'DESC') due.reverse();
  const page = due.slice((list.page - 1) * list.perPage, list.page * list.perPage);
  return { items: page.map(({ application }) => application), total: due.length };
}

const isWithin = ({ isOverdue, leftDays }: Clock, deadline: Deadline): boolean =>
  deadline === 'overdue' ? isOverdue : !isOverdue && leftDays <= 1;

const wantedBy = ({ db, actor, today }: ActorContext, list: ApplicationList): SQL | undefined => {
  const { states, demandId, productId, channel } = list.filter ?? {};
  const words = list.q?.trim();
  return and(
    or(eq(applications.enterpriseId, actor.organisationId), eq(applications.institutionId, actor.organisationId)),
    states && states.length > 0 ? or(...states.map(state => isInStateOn(state, today))) : undefined,
    demandId ? eq(applications.demandId, demandId) : undefined,
    productId ? eq(applications.productId, productId) : undefined,
    channel ? eq(applications.channel, channel) : undefined,
    words ? isAbout(db.read, actor, words) : undefined,
  );
};

/** What `knowsWhose` says of one application: a bank does not find by name what it does not see the name of. */
const isKnownTo = ({ organisationId }: Actor): SQL | undefined =>
  or(eq(applications.enterpriseId, organisationId), isNotNull(applications.revealedAt));

const isAbout = (read: Reader, actor: Actor, words: string): SQL | undefined =>
  or(
    exists(
      read
        .select({ id: organisations.id })
        .from(organisations)
        .where(
          and(
            or(
              and(eq(organisations.id, applications.enterpriseId), isKnownTo(actor)),
              eq(organisations.id, applications.institutionId),
            ),
            containing(organisations.name, words),
          ),
        ),
    ),
    exists(
      read
        .select({ id: productVersions.id })
        .from(productVersions)
        .where(and(eq(productVersions.id, applications.productVersionId), containing(productVersions.name, words))),
    ),
  );

/** One application of the actor's organisation; any other is not found. */
export async function applicationById({ db, actor }: ActorContext, id: string): Promise<Application> {
  const application = await rowById(db.read, applications, id);
  if (!application || !canSeeApplication(actor, application)) throw notFound(applicationWord, id);
  return application;
}

/** Applications by their ids, in the order asked for; the caller has made sure of who may see them. */
export async function applicationsByIds(read: Reader, ids: readonly string[]): Promise<(Application | Error)[]> {
  const found = await applicationsById(read, ids);
  const byId = new Map(found.map(application => [application.id, application]));
  return ids.map(id => byId.get(id) ?? notFound(applicationWord, id));
}

/** Every application that was ever made under the demand, first to last; the caller has made sure of who may see them. */
export const applicationsUnderDemand = (read: Reader, demandId: string): Promise<Application[]> =>
  read
    .select()
    .from(applications)
    .where(eq(applications.demandId, demandId))
    .orderBy(asc(applications.submittedAt), asc(applications.id));

/** The findings that went to the bank with each application, in the order asked for; null where none were kept. */
export async function findingsOf(read: Reader, applicationIds: readonly string[]): Promise<(readonly Finding[] | null)[]> {
  const found = await applicationFindingsByApplicationId(read, applicationIds);
  const byId = new Map(found.map(({ applicationId, findings }) => [applicationId, findings]));
  return applicationIds.map(id => byId.get(id) ?? null);
}

/** For each pair of firm and bank, whether the bank may assess the firm's credit today. */
export async function authorisedPairs(
  read: Reader,
  pairs: readonly Pick<Application, 'enterpriseId' | 'institutionId'>[],
  today: CalendarDate,
): Promise<boolean[]> {
  const found = await read
    .select({ enterpriseId: consents.enterpriseId, recipientId: consents.recipientId })
    .from(consents)
    .where(
      and(
        inArray(consents.enterpriseId, [...new Set(pairs.map(({ enterpriseId }) => enterpriseId))]),
        inArray(consents.recipientId, [...new Set(pairs.map(({ institutionId }) => institutionId))]),
        eq(consents.purpose, 'creditAssessment'),
        inForceOn(today),
      ),
    );
  const authorised = new Set(found.map(({ enterpriseId, recipientId }) => `${enterpriseId} ${recipientId}`));
  return pairs.map(({ enterpriseId, institutionId }) => authorised.has(`${enterpriseId} ${institutionId}`));
}

/** Something that happened to an application: what, when, by which side. Who in person is each side's own affair. */
export type ApplicationEvent = {
  readonly id: string;
  readonly at: Instant;
  readonly verb: string;
  /** `platform`: the clock did it, or whoever brings demands and banks together. */
  readonly party: ApplicationActor | 'platform';
  readonly reason: string | null;
};

/** The course of each application from its audit entries, oldest first, in the order asked for. */
export async function historiesOf(
  read: Reader,
  wanted: readonly Pick<Application, 'id' | 'enterpriseId' | 'institutionId'>[],
): Promise<ApplicationEvent[][]> {
  const entries = await read
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, 'application'),
        inArray(
          auditEntries.subjectId,
          wanted.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(auditEntries.seq));
  return wanted.map(({ id, ...between }) =>
    entries
      .filter(({ subjectId }) => subjectId === id)
      .map(({ seq, at, verb, organisationId, reason }) => ({
        id: String(seq),
        at,
        verb,
        party: sideOf(organisationId, verb, between),
        reason,
      })),
  );
}

function sideOf(
  organisationId: string,
  verb: string,
  { enterpriseId, institutionId }: Pick<Application, 'enterpriseId' | 'institutionId'>,
): ApplicationEvent['party'] {
  if (organisationId === enterpriseId) return 'enterprise';
  if (organisationId === institutionId) return 'institution';
  return verb === 'approveGuarantee' || verb === 'rejectGuarantee' ? 'guarantor' : 'platform';
}

const applicationsById = rowsBy(applications, applications.id);
const applicationFindingsByApplicationId = rowsBy(applicationFindings, applicationFindings.applicationId);
