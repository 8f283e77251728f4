import { and, eq, inArray, sql } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext, Context } from '../../context';
import type { Tx } from '../../database/database';
import { nextState } from '../../shared/lifecycle';
import type { UsccCheck } from '../../shared/uscc';
import { endSessions } from '../sessions/openSession';
import { type Organisation, organisations, type User, users } from '../tables';
import { addUser } from '../users/addUser';
import { userLifecycle } from '../users/lifecycle';
import { organisationLifecycle } from './lifecycle';
import { lockOrganisation } from './lockOrganisation';
import { storedVerdict, takenUscc } from './uscc';

export type FirmRegistration = {
  readonly uscc: UsccCheck;
  readonly name: string;
  readonly regionCode: string;
  readonly contactName: string;
  readonly username: string;
  readonly passwordHash: string;
};

/**
 * new: a firm the platform did not know; again: one whose earlier registration was rejected; claim: an active firm
 * whose records came by import and for which nobody acts yet. All three wait for the operator.
 */
export type RegisteredFirm = {
  readonly organisation: Organisation;
  readonly user: User;
  readonly way: 'new' | 'again' | 'claim';
};

/**
 * Writes a firm's own registration and its first user, who awaits confirmation and reaches nothing of the firm before.
 * Refuses with CONFLICT a code for which somebody acts or waits already, or which belongs to another kind of
 * organisation or a suspended one.
 */
export async function registerFirm(tx: Tx, context: Context, firm: FirmRegistration): Promise<RegisteredFirm> {
  const userId = context.newId();
  const known = await organisationOfUscc(tx, firm.uscc.normalised);
  const way = known ? await wayOf(tx, known) : 'new';
  const organisationId = known?.id ?? context.newId();
  const actor = {
    userId,
    username: firm.username,
    organisationId,
    organisationKind: 'enterprise',
    role: 'administrator',
    isUnconfirmed: true,
  } as const;
  const registering: ActorContext = { ...context, actor };
  const organisation = known
    ? await writeKnown(tx, context, known, way, firm)
    : await writeNew(tx, context, organisationId, firm);
  const { uscc, name, regionCode } = firm;
  await record(tx, registering, {
    verb: way === 'claim' ? 'claimOrganisation' : 'registerEnterprise',
    subject: { kind: 'organisation', id: organisationId },
    details: { name, uscc: uscc.normalised, usccVerdict: uscc.verdict, regionCode },
  });
  const { username, contactName, passwordHash } = firm;
  const user = await addUser(
    tx,
    registering,
    { id: userId, organisationId, username, name: contactName, role: 'administrator', passwordHash },
    'pending',
  );
  return { organisation, user, way };
}

async function organisationOfUscc(tx: Tx, uscc: string): Promise<Organisation | null> {
  const [known] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.uscc, uscc));
  return known ? lockOrganisation(tx, known.id) : null;
}

async function wayOf(tx: Tx, known: Organisation): Promise<'again' | 'claim'> {
  if (known.kind === 'enterprise' && known.status === 'rejected') return 'again';
  const [acting] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.organisationId, known.id), inArray(users.status, ['active', 'pending'])))
    .limit(1);
  if (known.kind !== 'enterprise' || known.status !== 'active' || acting) throw takenUscc(known.uscc);
  return 'claim';
}

async function writeNew(tx: Tx, context: Context, id: string, firm: FirmRegistration): Promise<Organisation> {
  const organisation: Organisation = {
    id,
    kind: 'enterprise',
    name: firm.name,
    shortName: null,
    uscc: firm.uscc.normalised,
    usccVerdict: storedVerdict(firm.uscc),
    regionCode: firm.regionCode,
    status: 'pending',
    statusReason: null,
    createdAt: context.now,
    version: 1,
  };
  await tx.insert(organisations).values(organisation);
  return organisation;
}

/** A claim leaves the firm as it is; a second registration replaces what the first one said, and its users. */
async function writeKnown(tx: Tx, context: Context, known: Organisation, way: RegisteredFirm['way'], firm: FirmRegistration) {
  if (way === 'claim') return known;
  const replaced = await tx
    .update(users)
    .set({
      status: userLifecycle.verbs.rejectUser.to,
      statusReason: '企业已重新注册 / registered again',
      version: sql`${users.version} + 1`,
    })
    .where(and(eq(users.organisationId, known.id), eq(users.status, 'pending')))
    .returning({ id: users.id });
  for (const { id } of replaced) await endSessions(tx, id, context.now);
  const organisation: Organisation = {
    ...known,
    name: firm.name,
    regionCode: firm.regionCode,
    status: nextState(organisationLifecycle, known.status, 'registerEnterprise'),
    statusReason: null,
    version: known.version + 1,
  };
  const { name, regionCode, status, statusReason, version } = organisation;
  await tx.update(organisations).set({ name, regionCode, status, statusReason, version }).where(eq(organisations.id, known.id));
  return organisation;
}
