import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { parseInput } from '../../shared/input';
import { nextState } from '../../shared/lifecycle';
import { notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { reason } from '../fields';
import { endSessions } from '../sessions/openSession';
import { type Organisation, type OrganisationStatus, organisations, users } from '../tables';
import { userLifecycle } from '../users/lifecycle';
import { keepsRegister } from './access';
import { type OrganisationVerb, organisationLifecycle } from './lifecycle';
import { lockOrganisation } from './lockOrganisation';
import { organisationWord } from './queries';

export type OrganisationChange = { readonly id: string; readonly version: number };
export type ReasonedChange = OrganisationChange & { readonly reason: string };

export const parseReason = (input: ReasonedChange): ReasonedChange => ({
  ...input,
  reason: parseInput(z.object({ reason }), { reason: input.reason }).reason,
});

/**
 * The organisation that a verb of the register is about, locked until the unit of work ends. Refuses everybody but
 * the operator's administrators and officers, an id that does not exist, and a version that is not the present one.
 */
export async function loadForRegister(
  tx: Tx,
  { actor }: ActorContext,
  { id, version }: OrganisationChange,
): Promise<Organisation> {
  if (!keepsRegister(actor))
    throw notAllowed({ zh: '只有平台运营方可以管理机构。', en: 'Only the operator of the platform manages organisations.' });
  const organisation = await lockOrganisation(tx, id);
  if (!organisation) throw notFound(organisationWord, id);
  if (organisation.version !== version) throw staleVersion(organisationWord, version, organisation.version);
  return organisation;
}

/** Moves the organisation by `verb`, keeps the reason with it and in the audit chain. Refuses an illegal verb. */
export async function moveOrganisation(
  tx: Tx,
  context: ActorContext,
  organisation: Organisation,
  verb: OrganisationVerb,
  why: string | null,
): Promise<Organisation> {
  const status = nextState(organisationLifecycle, organisation.status, verb);
  return writeStatus(tx, context, organisation, { verb, status, statusReason: why, reason: why });
}

/** The verb is about a claim: the organisation itself stays what it is, and its version rises. */
export const keepOrganisation = (
  tx: Tx,
  context: ActorContext,
  organisation: Organisation,
  verb: OrganisationVerb,
  why: string | null,
) =>
  writeStatus(tx, context, organisation, {
    verb,
    status: organisation.status,
    statusReason: organisation.statusReason,
    reason: why,
  });

async function writeStatus(
  tx: Tx,
  context: ActorContext,
  organisation: Organisation,
  change: { verb: OrganisationVerb; status: OrganisationStatus; statusReason: string | null; reason: string | null },
): Promise<Organisation> {
  const { verb, status, statusReason, reason } = change;
  const version = organisation.version + 1;
  await tx.update(organisations).set({ status, statusReason, version }).where(eq(organisations.id, organisation.id));
  if (status !== organisation.status)
    noteChange(tx, context, organisation.kind === 'enterprise' ? 'enterprise' : 'products', organisation.id);
  await record(tx, context, {
    verb,
    subject: { kind: 'organisation', id: organisation.id },
    reason,
    details: { from: organisation.status, to: status },
  });
  return { ...organisation, status, statusReason, version };
}

/** Settles all users who wait to act for the organisation; answers how many there were. */
export async function settleClaimants(
  tx: Tx,
  context: ActorContext,
  organisationId: string,
  verb: 'confirmUser' | 'rejectUser',
  why: string | null,
): Promise<number> {
  const settled = await tx
    .update(users)
    .set({ status: userLifecycle.verbs[verb].to, statusReason: why, version: sql`${users.version} + 1` })
    .where(and(eq(users.organisationId, organisationId), eq(users.status, 'pending')))
    .returning({ id: users.id });
  for (const { id } of settled) {
    if (verb === 'rejectUser') await endSessions(tx, id, context.now);
    await record(tx, context, { verb, subject: { kind: 'user', id }, reason: why });
  }
  return settled.length;
}
