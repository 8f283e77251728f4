import { and, asc, desc, eq, inArray, like, type SQL } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { selectPage } from '../../database/select';
import { type Organisation, organisations } from '../../identity/tables';
import { nextState } from '../../shared/lifecycle';
import type { ListRequest, Page } from '../../shared/list';
import { notFound, staleVersion } from '../../shared/refusals';
import { accessLog } from '../accessLog/tables';
import { creditRecords, type StoredRecord } from '../records/tables';
import { canSeeObjection, examinedBy, examinedRegion, type ObjectionAction, verbsOnObjection } from './access';
import { objectionLifecycle } from './lifecycle';
import { type DataObjection, dataObjections } from './tables';

export type ObjectionFilter = { readonly standing?: 'open' | 'ended' | null };

const objectionWord = { zh: '数据异议', en: 'objection' };

/** The objections of the actor's own firm, or to the records that the actor's organisation examines; what is due first comes first. */
export async function listObjections(
  context: ActorContext,
  list: ListRequest & { filter?: ObjectionFilter | null },
): Promise<Page<DataObjection>> {
  const own = await ownOrganisation(context.db.read, context);
  const standing = list.filter?.standing ?? null;
  return selectPage(context.db.read, dataObjections, {
    list,
    where: and(
      own.kind === 'enterprise' ? eq(dataObjections.enterpriseId, own.id) : examinedIn(context.db.read, own),
      standing === 'open' ? eq(dataObjections.state, 'open') : undefined,
      standing === 'ended' ? inArray(dataObjections.state, ['corrected', 'dismissed', 'unresolved', 'withdrawn']) : undefined,
    ),
    sorts: { raisedAt: dataObjections.raisedAt, dueOn: dataObjections.dueOn },
    defaultSort: standing === 'open' ? [asc(dataObjections.dueOn)] : [desc(dataObjections.raisedAt)],
  });
}

/** Those that the organisation examines; one without a region of its own examines firms of none too. */
function examinedIn(read: Reader, own: Organisation): SQL | undefined {
  const region = examinedRegion(own);
  const firms = read
    .select({ id: organisations.id })
    .from(organisations)
    .where(like(organisations.regionCode, `${region}%`));
  return and(
    inArray(dataObjections.dataClass, [...examinedBy(own)]),
    region === '' ? undefined : inArray(dataObjections.enterpriseId, firms),
  );
}

/** One objection that the actor may know of; any other is not found. */
export async function objectionById(context: ActorContext, id: string): Promise<DataObjection> {
  const objection = await known(context.db.read, context, id);
  if (!objection) throw notFound(objectionWord, id);
  return objection;
}

/**
 * The record that an objection is about, as the firm and whoever examines it read it; that somebody other than the firm did is
 * written to the firm's access log first.
 */
export async function disputedRecord(context: ActorContext, objection: DataObjection): Promise<StoredRecord> {
  const { actor, db, now, requestId } = context;
  const { enterpriseId, dataClass, recordSeq } = objection;
  if (actor.organisationId !== enterpriseId)
    await db.write(tx =>
      tx.insert(accessLog).values({
        at: now,
        enterpriseId,
        readerUserId: actor.userId,
        readerOrganisationId: actor.organisationId,
        purpose: 'objection',
        dataClass,
        outcome: 'allowed',
        reason: 'objection',
        consentId: null,
        requestId,
      }),
    );
  const [row] = await db.read.select().from(creditRecords).where(eq(creditRecords.seq, recordSeq));
  if (!row) throw new RangeError(`the record ${recordSeq} of the objection ${objection.id} is not there`);
  return row;
}

/** The objection for a command, which the actor must be allowed to take now; refuses as `nextState` does where it has ended. */
export async function loadObjection(
  tx: Tx,
  context: ActorContext,
  { id, version, action }: { id: string; version: number; action: ObjectionAction },
): Promise<DataObjection> {
  const objection = await known(tx, context, id);
  const isOwn = objection?.enterpriseId === context.actor.organisationId;
  if (!objection || isOwn !== (action === 'withdrawObjection')) throw notFound(objectionWord, id);
  if (objection.version !== version) throw staleVersion(objectionWord, version, objection.version);
  if (!verbsOnObjection(context.actor, objection).includes(action))
    nextState(objectionLifecycle, objection.state, action === 'withdrawObjection' ? 'withdraw' : 'correct');
  return objection;
}

async function known(read: Reader, context: ActorContext, id: string): Promise<DataObjection | null> {
  const own = await ownOrganisation(read, context);
  const [found] = await read
    .select({ objection: dataObjections, firm: organisations })
    .from(dataObjections)
    .innerJoin(organisations, eq(organisations.id, dataObjections.enterpriseId))
    .where(eq(dataObjections.id, id));
  return found && canSeeObjection(own, found.objection, found.firm) ? found.objection : null;
}

async function ownOrganisation(read: Reader, { actor }: ActorContext): Promise<Organisation> {
  const own = await rowById(read, organisations, actor.organisationId);
  if (!own) throw new RangeError(`the organisation ${actor.organisationId} of the actor is not there`);
  return own;
}
