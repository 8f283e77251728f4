import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import { record } from '../../audit/record';
import { auditEntries } from '../../audit/tables';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import type { MessageKind } from '../../messages/kinds';
import { send } from '../../messages/send';
import type { ApplicationState } from '../applications/lifecycle';
import { moveApplication } from '../applications/moveApplication';
import { applications } from '../applications/tables';
import { demandStateOf } from '../demands/access';
import { keepDemand, lockDemand } from '../demands/loadDemand';
import { courseOf } from '../demands/queries';
import { demandAfter } from '../demands/steps';
import { type FinancingDemand, financingDemands } from '../demands/tables';

/** States in which a bank has not made the offer that the auction was about. */
const withoutOffer = [
  'invited',
  'submitted',
  'accepted',
  'actionRequired',
  'dueDiligence',
  'inPrinciple',
] as const satisfies readonly ApplicationState[];

/**
 * Ends the time for offers of every auction whose last day has passed: banks that have made none are out, and the firm is told
 * once that it may choose. Answers how many auctions it moved; may be repeated.
 */
export async function closeAuctions(context: ActorContext): Promise<number> {
  const { db, today } = context;
  const over = await db.read
    .select({ id: financingDemands.id })
    .from(financingDemands)
    .where(
      and(isNotNull(financingDemands.offersUntil), lt(financingDemands.offersUntil, today), isNull(financingDemands.closedAt)),
    );
  let moved = 0;
  for (const { id } of over) if (await db.write(tx => closeAuction(tx, context, id))) moved += 1;
  return moved;
}

async function closeAuction(tx: Tx, context: ActorContext, id: string): Promise<boolean> {
  const demand = await lockDemand(tx, id);
  if (demand.closedAt !== null) return false;
  const late = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.demandId, id), inArray(applications.state, [...withoutOffer])));
  for (const application of late) {
    // Moving the last one opens the demand again: the row is another then.
    const now = await lockDemand(tx, id);
    await moveApplication(tx, context, { application, demand: now }, { verb: 'lapse' });
  }
  const [told] = await tx
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, 'demand'), eq(auditEntries.subjectId, id), eq(auditEntries.verb, 'closeAuction')));
  if (told) return late.length > 0;
  await tellFirm(tx, context, demand, 'auctionClosed');
  await record(tx, context, { verb: 'closeAuction', subject: { kind: 'demand', id }, details: { lapsed: late.length } });
  return true;
}

/**
 * Ends every demand whose last day on the market has passed and under which nothing is under way: expired where nobody took it
 * up, closed unmet where somebody did; of one that was partly lent, the rest. Answers how many; may be repeated.
 */
export async function expireDemands(context: ActorContext): Promise<number> {
  const { db, today } = context;
  const over = await db.read
    .select({ id: financingDemands.id })
    .from(financingDemands)
    .where(
      and(isNotNull(financingDemands.validUntil), lt(financingDemands.validUntil, today), isNull(financingDemands.closedAt)),
    );
  let moved = 0;
  for (const { id } of over) if (await db.write(tx => expireDemand(tx, context, id))) moved += 1;
  return moved;
}

async function expireDemand(tx: Tx, context: ActorContext, id: string): Promise<boolean> {
  const demand = await lockDemand(tx, id);
  const course = await courseOf(tx, id, context.today);
  if (demand.closedAt !== null || course.liveApplications > 0) return false;
  const state = demandStateOf(demand, course);
  const isUnmet = state === 'published' && course.applications > 0;
  const verb = state === 'partiallyFulfilled' ? 'closeRest' : isUnmet ? 'closeUnmet' : 'expire';
  await keepDemand(tx, demandAfter({ ...demand, state }, verb, context.now));
  if (verb !== 'closeRest') await tellFirm(tx, context, demand, isUnmet ? 'demandClosedUnmet' : 'demandExpired');
  await record(tx, context, {
    verb: isUnmet ? 'closeDemandUnmet' : 'expireDemand',
    subject: { kind: 'demand', id },
    details: { applications: course.applications, lentFen: course.lentFen },
  });
  return true;
}

type DemandKind = Extract<MessageKind, 'auctionClosed' | 'demandExpired' | 'demandClosedUnmet'>;

async function tellFirm(tx: Tx, context: ActorContext, demand: FinancingDemand, kind: DemandKind): Promise<void> {
  const { id: demandId, enterpriseId: recipientId, amountFen, termMonths } = demand;
  const { openOffers: offers } = await courseOf(tx, demandId, context.today);
  await send(tx, context, [{ recipientId, kind, occasion: demandId, payload: { demandId, amountFen, termMonths, offers } }]);
}
