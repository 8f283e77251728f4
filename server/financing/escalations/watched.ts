import { and, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../database/database';
import { organisations } from '../../identity/tables';
import { isLimitStep, type LimitNote } from '../../messages/kinds/limits';
import { productVersions } from '../../products/tables';
import type { CalendarDate } from '../../shared/dates';
import type { ApplicationState } from '../applications/lifecycle';
import { type Application, applications } from '../applications/tables';
import type { Clock } from '../clock/clock';
import { clocksOf } from '../clock/queries';
import { guaranteeDecisions } from '../guarantees/tables';

export type Watched = { readonly application: Application; readonly clock: Clock };

/** The applications in one of these states on which a clock runs, each with it. */
export async function watchedIn(read: Reader, states: readonly ApplicationState[], today: CalendarDate): Promise<Watched[]> {
  const waiting = await read
    .select()
    .from(applications)
    .where(inArray(applications.state, [...states]))
    .orderBy(applications.id);
  const clocks = await clocksOf(read, waiting, today);
  return waiting.flatMap((application, place) => {
    const clock = clocks[place];
    return clock ? [{ application, clock }] : [];
  });
}

/** Whose turn it is: a side of the application, or those of its guarantors who have not said yes or no. */
export async function onTheClock(tx: Tx, { application, clock }: Watched): Promise<string[]> {
  if (clock.party === 'enterprise') return [application.enterpriseId];
  if (clock.party === 'institution') return [application.institutionId];
  const silent = await tx
    .select({ id: guaranteeDecisions.organisationId })
    .from(guaranteeDecisions)
    .where(and(eq(guaranteeDecisions.guaranteeId, application.id), eq(guaranteeDecisions.state, 'pending')));
  return silent.map(({ id }) => id);
}

/** What a message about the limit says to each of those told; `firm` as the party on the clock may know it. */
export async function noteOf(
  tx: Tx,
  { application, clock: { party, dueOn, releasedAfter } }: Watched,
  partyId: string,
): Promise<Omit<LimitNote, 'to'>> {
  const { id, enterpriseId, productVersionId, revealedAt, state } = application;
  if (!isLimitStep(state)) throw new RangeError(`no limit runs in the state ${state}`);
  const names = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [enterpriseId, partyId]));
  const nameOf = (wanted: string) => names.find(({ id }) => id === wanted)?.name ?? '';
  const [version] = await tx
    .select({ name: productVersions.name })
    .from(productVersions)
    .where(eq(productVersions.id, productVersionId));
  return {
    applicationId: id,
    isGuarantee: party === 'guarantor',
    firm: revealedAt === null ? null : nameOf(enterpriseId),
    party: nameOf(partyId),
    product: version?.name ?? '',
    step: state,
    dueOn,
    releasedAfter,
  };
}

/** The event that a limit is: the same however often it is looked at. */
export const occasionOf = ({ application: { id, state }, clock: { dueOn } }: Watched): string => `${id}/${state}/${dueOn}`;
