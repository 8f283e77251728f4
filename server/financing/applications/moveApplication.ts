import { and, eq, ne } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { keepDemand, lockDemand } from '../demands/loadDemand';
import { courseOf } from '../demands/queries';
import { demandAfter } from '../demands/steps';
import type { FinancingDemand } from '../demands/tables';
import { type MoveNote, moveFact } from '../facts';
import { canSeeApplication, mayDo, partyOf } from './access';
import { isLiveOn } from './conditions';
import { type ApplicationVerb, liveStates } from './lifecycle';
import { type ApplicationWords, applicationAfter } from './steps';
import { type Application, applications } from './tables';
import { type StepNews, tellOfStep } from './tellOfStep';
import { applicationWord } from './words';

/** What a verb of an application takes: which application, and the version of it that the caller has read. */
export type ApplicationChange = { readonly id: string; readonly version: number };

/** An application whose demand is locked: nobody else moves it or its rivals before the unit of work ends. */
export type LockedApplication = { readonly application: Application; readonly demand: FinancingDemand };

/**
 * Loads an application for `verb`. Refuses, in this order: one that the actor is no party to (as not found), a party whose
 * verb it is not, and, where a version is given, a stale one.
 */
export async function loadFor(
  tx: Tx,
  { actor }: ActorContext,
  { id, version, verb }: { readonly id: string; readonly version?: number; readonly verb: ApplicationVerb },
): Promise<LockedApplication> {
  const known = await rowById(tx, applications, id);
  if (!known || !canSeeApplication(actor, known)) throw notFound(applicationWord, id);
  if (!mayDo(actor, known, verb)) throw notYours(partyOf(actor, known) === 'enterprise', actor.role === 'auditor');
  const locked = await lockKnown(tx, known);
  const { application } = locked;
  if (version !== undefined && application.version !== version) throw staleVersion(applicationWord, version, application.version);
  return locked;
}

/** An application as it stands now, locked with its demand; not found when there is none. */
export async function lockApplication(tx: Tx, id: string): Promise<LockedApplication> {
  const known = await rowById(tx, applications, id);
  if (!known) throw notFound(applicationWord, id);
  return lockKnown(tx, known);
}

/** Read again once it is locked: it may have been moved on since it was first read, but never to another demand. */
async function lockKnown(tx: Tx, known: Pick<Application, 'id' | 'demandId'>): Promise<LockedApplication> {
  const { id } = known;
  const demand = await lockDemand(tx, known.demandId);
  const application = await rowById(tx, applications, id);
  if (!application) throw notFound(applicationWord, id);
  return { application, demand };
}

/** A verb with what it says beside moving the application on, what the audit chain keeps of it and what the parties are told. */
export type Move = MoveNote & { readonly words?: ApplicationWords } & Pick<StepNews, 'figures' | 'loan' | 'guarantors'>;

/**
 * Moves a locked application by `verb`, in the audit chain too, tells whoever did not do it, and brings its demand in step
 * with what has become of it. Refuses a verb that the application's state does not have.
 */
export async function moveApplication(
  tx: Tx,
  context: ActorContext,
  { application, demand }: LockedApplication,
  { verb, words, reason, details, figures, loan, guarantors }: Move,
): Promise<Application> {
  const moved = applicationAfter(application, verb, context, words);
  const {
    state,
    revealedAt,
    offerValidUntil,
    resumesTo,
    counterRounds,
    needsGuarantee,
    reasonCode,
    reasonText,
    decidedAt,
    version,
  } = moved;
  const written = await tx
    .update(applications)
    .set({
      state,
      revealedAt,
      offerValidUntil,
      resumesTo,
      counterRounds,
      needsGuarantee,
      reasonCode,
      reasonText,
      decidedAt,
      version,
    })
    .where(and(eq(applications.id, application.id), eq(applications.version, application.version)))
    .returning({ id: applications.id });
  if (written.length !== 1) throw staleVersion(applicationWord, application.version, version);
  await tellOfStep(tx, context, moved, { verb, reason, figures, loan, guarantors });
  await record(tx, context, moveFact(application, moved, { verb, reason, details }));
  if (!liveStates.includes(state)) await settleDemand(tx, context, demand);
  return moved;
}

/** Brings a demand in step with what has become of its applications: lent whole or in part, or open again. */
async function settleDemand(tx: Tx, context: ActorContext, demand: FinancingDemand): Promise<void> {
  if (demand.state !== 'inProgress') return;
  const course = await courseOf(tx, demand.id, context.today);
  const verb = course.lentFen >= demand.amountFen ? 'fulfil' : course.lentFen > 0 ? 'fulfilInPart' : 'release';
  if (verb === 'fulfil' || course.liveApplications === 0) await keepDemand(tx, demandAfter(demand, verb, context.now));
}

/** The other applications under the same demand that a loan can still come of. */
export const liveRivals = (tx: Tx, { today }: ActorContext, { id, demandId }: Application): Promise<Application[]> =>
  tx
    .select()
    .from(applications)
    .where(and(eq(applications.demandId, demandId), ne(applications.id, id), isLiveOn(today)))
    .orderBy(applications.id);

/** Does one verb to one application as a unit of work of its own. */
export const changeApplication = (context: ActorContext, { id, version }: ApplicationChange, move: Move): Promise<Application> =>
  context.db.write(async tx => moveApplication(tx, context, await loadFor(tx, context, { id, version, verb: move.verb }), move));

const notYours = (isFirm: boolean, isAuditor: boolean) =>
  notAllowed(
    isAuditor
      ? { zh: '您的角色只能查看，不能办理申请。', en: 'Your role may read but not act on applications.' }
      : isFirm
        ? { zh: '此操作由受理申请的银行办理。', en: 'This is for the bank that the application went to.' }
        : { zh: '此操作由提出申请的企业办理。', en: 'This is for the firm that applied.' },
    { rule: isAuditor ? 'role' : 'applicationParty' },
  );
