import { setImmediate } from 'node:timers/promises';
import { and, eq, inArray } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { organisations, users } from '../../identity/tables';
import { send } from '../../messages/send';
import type { Audience } from '../../messages/tables';
import { lockApplication } from '../applications/moveApplication';
import { answeringStates } from '../clock/limits';
import { escalations } from './tables';
import { noteOf, occasionOf, onTheClock, type Watched, watchedIn } from './watched';

/**
 * Takes every application whose institution, or whose guarantor, has let its day pass up to that institution's head and to the
 * operator, says so to the firm, and notes it in the application's course. Answers how many; may be repeated, and run on several
 * servers at once: each missed day is taken up once.
 */
export async function escalateOverdue(context: ActorContext): Promise<number> {
  const { db, today } = context;
  const overdue = (await watchedIn(db.read, answeringStates, today)).filter(({ clock }) => clock.isOverdue);
  const known = await knownOf(db.read, overdue);
  let escalated = 0;
  for (const watched of overdue) {
    if (!known.has(occasionOf(watched))) escalated += await escalate(context, watched);
    // Whoever waits for an answer has a turn in between.
    await setImmediate();
  }
  return escalated;
}

const escalate = (context: ActorContext, watched: Watched): Promise<number> =>
  context.db.write(async tx => {
    const { application } = await lockApplication(tx, watched.application.id);
    // Somebody moved it meanwhile: nothing is left to do.
    if (application.version !== watched.application.version) return 0;
    const { state, id: applicationId } = application;
    const { dueOn, limitDays } = watched.clock;
    let escalated = 0;
    for (const organisationId of await onTheClock(tx, watched)) {
      const row = { id: context.newId(), applicationId, organisationId, state, dueOn, escalatedAt: context.now };
      const written = await tx.insert(escalations).values(row).onConflictDoNothing().returning({ id: escalations.id });
      if (written.length === 0) continue;
      await tell(tx, context, watched, organisationId);
      await record(tx, context, {
        verb: 'escalateApplication',
        subject: { kind: 'application', id: applicationId },
        details: { organisationId, state, dueOn, limitDays },
      });
      escalated += 1;
    }
    return escalated;
  });

async function tell(tx: Tx, context: ActorContext, watched: Watched, partyId: string): Promise<void> {
  const note = await noteOf(tx, watched, partyId);
  const occasion = `${occasionOf(watched)}/${partyId}`;
  const operators = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.kind, 'operator'), eq(organisations.status, 'active')));
  await send(tx, context, [
    { recipientId: watched.application.enterpriseId, kind: 'limitPassed', occasion, payload: { ...note, to: 'firm' } },
    { recipientId: partyId, kind: 'limitPassed', occasion, payload: { ...note, to: 'party' } },
    {
      recipientId: partyId,
      kind: 'limitEscalated',
      occasion,
      audience: await headOf(tx, partyId),
      payload: { ...note, to: 'supervisor' },
    },
    ...operators.map(
      ({ id }) =>
        // The operator is no party to the application: whose it is stays between firm and bank.
        ({ recipientId: id, kind: 'limitEscalated', occasion, payload: { ...note, firm: null, to: 'operator' } }) as const,
    ),
  ]);
}

/** Its administrators answer for an institution; where it has none at work, everybody there reads it. */
async function headOf(tx: Tx, organisationId: string): Promise<Audience> {
  const [head] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.organisationId, organisationId), eq(users.role, 'administrator'), eq(users.status, 'active')))
    .limit(1);
  return head ? 'administrators' : 'everyone';
}

/** The limits, by their occasions, that were taken up before; a guarantor that is added later is found by the row of its own. */
async function knownOf(read: Reader, overdue: readonly Watched[]): Promise<ReadonlySet<string>> {
  const ofInstitutions = overdue.filter(({ clock }) => clock.party === 'institution');
  if (ofInstitutions.length === 0) return new Set();
  const rows = await read
    .select()
    .from(escalations)
    .where(
      inArray(
        escalations.applicationId,
        ofInstitutions.map(({ application }) => application.id),
      ),
    );
  return new Set(rows.map(({ applicationId, state, dueOn }) => `${applicationId}/${state}/${dueOn}`));
}
