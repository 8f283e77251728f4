import { setImmediate } from 'node:timers/promises';
import { and, asc, eq, exists, gte, inArray, isNull, notExists, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { auditEntries } from '../../audit/tables';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { systemActor } from '../../shared/actor';
import { Refusal } from '../../shared/refusals';
import type { ApplicationState } from '../applications/lifecycle';
import { type Application, applications } from '../applications/tables';
import { hasAuctionEnded, isOnMarket } from '../demands/access';
import { courseOf } from '../demands/queries';
import { type FinancingDemand, financingDemands } from '../demands/tables';
import { bringTogether } from './bringTogether';
import { firmsThatMatch } from './consent';
import { suggestionsFor } from './dispatch';

/** A bank has not taken it up, has refused it, or was silent. */
const refusedStates = ['declined', 'rejected', 'released'] as const satisfies readonly ApplicationState[];

/**
 * The second look: every application that a bank refused, left unanswered, or cancelled after granting it goes on to the next
 * institution that its demand fits, with its file, where the firm has said that it may; never to one that has had it before. A
 * demand that the firm has left to be dispatched goes on from a bank that was silent without a word more.
 * Answers how many did. May be repeated, and run on several servers at once: an application is followed once. With `demandId`
 * only that demand is looked at.
 */
export async function passOn(context: ActorContext, demandId?: string): Promise<number> {
  const asPlatform = { ...context, actor: systemActor('secondLook') };
  let passed = 0;
  for (const refused of await refusedAndNotFollowed(context.db.read, context.today, demandId)) {
    if (await passOnOne(asPlatform, refused)) passed += 1;
    // Each is judged against every product: whoever waits for an answer has a turn in between.
    await setImmediate();
  }
  return passed;
}

/** The same right after a step that ended an application. Should it fail, the day's run does it. */
export async function passOnAfterwards(context: ActorContext, { demandId }: Pick<Application, 'demandId'>): Promise<void> {
  try {
    await passOn(context, demandId);
  } catch (error) {
    context.log.error({ err: error, demandId }, 'a demand could not be passed on');
  }
}

type Refused = { readonly application: Application; readonly demand: FinancingDemand };

async function passOnOne(context: ActorContext, { application, demand }: Refused): Promise<boolean> {
  const { db, today } = context;
  if (!isOnMarket(demand, await courseOf(db.read, demand.id, today), today) || hasAuctionEnded(demand, today)) return false;
  if (!(await firmsThatMatch(db.read, [demand.enterpriseId], today)).has(demand.enterpriseId)) return false;
  const { judged, fits } = await suggestionsFor(context, demand);
  const [fit] = fits;
  if (!fit) return false;
  try {
    await db.write(async tx => {
      await bringTogether(tx, context, { demand, judged, fit, origin: 'invited', followsId: application.id });
    });
    return true;
  } catch (error) {
    // Another server was faster, or the firm has gone on itself.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const followers = alias(applications, 'followers');

const refusedAndNotFollowed = (read: Reader, today: ActorContext['today'], demandId?: string): Promise<Refused[]> =>
  read
    .select({ application: applications, demand: financingDemands })
    .from(applications)
    .innerJoin(financingDemands, eq(financingDemands.id, applications.demandId))
    .where(
      and(
        or(
          eq(financingDemands.allowsSecondLook, true),
          and(eq(financingDemands.route, 'dispatch'), eq(applications.state, 'released')),
        ),
        isNull(financingDemands.closedAt),
        or(isNull(financingDemands.validUntil), gte(financingDemands.validUntil, today)),
        demandId === undefined ? undefined : eq(financingDemands.id, demandId),
        or(inArray(applications.state, [...refusedStates]), isCancelledByBank(read)),
        notExists(read.select({ id: followers.id }).from(followers).where(eq(followers.followsId, applications.id))),
      ),
    )
    .orderBy(asc(applications.decidedAt), asc(applications.id));

/** A firm that gives up a granted credit itself asks for nobody else. */
const isCancelledByBank = (read: Reader): SQL | undefined =>
  and(
    eq(applications.state, 'cancelled'),
    exists(
      read
        .select({ seq: auditEntries.seq })
        .from(auditEntries)
        .where(
          and(
            eq(auditEntries.subjectKind, 'application'),
            eq(auditEntries.subjectId, applications.id),
            eq(auditEntries.verb, 'cancelApplication'),
            eq(auditEntries.organisationId, applications.institutionId),
          ),
        ),
    ),
  );
