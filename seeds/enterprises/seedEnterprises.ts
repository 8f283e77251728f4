import { and, asc, eq, inArray } from 'drizzle-orm';
import { record } from '../../server/audit/record';
import type { ActorContext } from '../../server/context';
import type { Tx } from '../../server/database/database';
import { type Consent, consents } from '../../server/enterprises/consents/tables';
import { consentTerms } from '../../server/enterprises/consents/terms';
import { needsConsent } from '../../server/enterprises/dataClasses';
import { appendRecords, type NewRecord } from '../../server/enterprises/records/appendRecords';
import { type Enterprise, enterprises } from '../../server/enterprises/tables';
import { type Organisation, organisations, type User, users } from '../../server/identity/tables';
import { type RecordedDataClassCode, recordedDataClassCodes } from '../../server/shared/dataClassCodes';
import { addMonths } from '../../server/shared/dates';
import { Random } from '../random';
import { type DemoFirm, demoFirms } from './demoFirms';
import { drawProfile, type Profile } from './profile';
import { drawRecords } from './records';

export type EnterprisePlan = {
  /** How many firms there are to be, the two of the demo accounts among them. */
  readonly firms: number;
  readonly seed: number;
  /** Months of history of what is reported by month. */
  readonly months: number;
  /** Told after each unit of work how many firms there are. */
  readonly onProgress?: (firms: number) => void;
};

export const demoPlan = { firms: 60, seed: 20_261_123, months: 26 } as const satisfies EnterprisePlan;

/** Firms in one unit of work: some 50,000 records, a few seconds of another writer's wait. */
const firmsPerUnit = 200;

/**
 * Writes invented firms with their users, records and consents; any number of them streams through in units of 200.
 * The organisations of the demo accounts `firm` and `firm2`, where they exist, become the first two.
 */
export async function seedEnterprises(context: ActorContext, plan: EnterprisePlan = demoPlan): Promise<void> {
  const parties = await partiesOf(context);
  for (let first = 0; first < plan.firms; first += firmsPerUnit) {
    const past = Math.min(plan.firms, first + firmsPerUnit);
    const firms = Array.from({ length: past - first }, (_, offset) => firmAt(context, parties, plan, first + offset));
    await context.db.write(tx => writeFirms(tx, context, plan, firms));
    plan.onProgress?.(past);
  }
}

type Parties = {
  readonly operator: Organisation;
  readonly bank: Organisation | null;
  readonly demo: ReadonlyMap<number, { readonly organisation: Organisation; readonly user: User; readonly firm: DemoFirm }>;
  /** The demo's password, so that any firm of the city can be looked at from inside; null outside the demo. */
  readonly passwordHash: string | null;
};

async function partiesOf({ db }: ActorContext): Promise<Parties> {
  const institutions = await db.read
    .select()
    .from(organisations)
    .where(and(inArray(organisations.kind, ['operator', 'bank']), eq(organisations.status, 'active')))
    .orderBy(asc(organisations.createdAt), asc(organisations.id));
  const operator = institutions.find(({ kind }) => kind === 'operator');
  if (!operator) throw new Error('seed the identities first: firms consent to the operator of the platform');
  const accounts = await db.read
    .select({ user: users, organisation: organisations })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(
      inArray(
        users.username,
        demoFirms.map(({ username }) => username),
      ),
    );
  const demo = demoFirms.flatMap((firm, index) => {
    const account = accounts.find(({ user }) => user.username === firm.username);
    return account ? [[index, { ...account, firm }] as const] : [];
  });
  return {
    operator,
    bank: institutions.find(({ kind }) => kind === 'bank') ?? null,
    demo: new Map(demo),
    passwordHash: accounts[0]?.user.passwordHash ?? null,
  };
}

type FirmRows = {
  readonly index: number;
  readonly profile: Profile;
  readonly coverage: number;
  /** Null where the organisation and its user are there already. */
  readonly organisation: Organisation | null;
  readonly user: User | null;
  readonly enterprise: Enterprise;
  readonly consents: readonly Consent[];
};

function firmAt(context: ActorContext, parties: Parties, plan: EnterprisePlan, index: number): FirmRows {
  const random = Random.of(plan.seed, index);
  const drawn = drawProfile(random, index, context.today);
  const known = parties.demo.get(index);
  const profile = known ? demoProfile(context, drawn, known) : drawn;
  const organisation = known?.organisation ?? organisationOf(context, profile);
  const user = known?.user ?? userOf(context, organisation, profile, { index, passwordHash: parties.passwordHash });
  const granted = known ? known.firm.matching : drawGranted(random);
  const signed = (recipient: Organisation, purpose: Consent['purpose'], dataClasses: readonly RecordedDataClassCode[]) =>
    dataClasses.length === 0
      ? []
      : [consentOf(context, { enterpriseId: organisation.id, recipient, purpose, dataClasses, signedBy: user.id })];
  return {
    index,
    profile,
    coverage: known?.firm.coverage ?? 0.92,
    organisation: known ? null : organisation,
    user: known ? null : user,
    enterprise: enterpriseOf(context, organisation.id, profile),
    consents: [
      ...signed(parties.operator, 'matching', granted),
      ...(parties.bank && known ? signed(parties.bank, 'creditAssessment', known.firm.assessment) : []),
    ],
  };
}

/** Three firms in four authorise all classes for matching, one in six some of them, the rest nothing. */
function drawGranted(random: Random): readonly RecordedDataClassCode[] {
  if (random.chance(0.75)) return recordedDataClassCodes;
  return random.chance(0.65) ? recordedDataClassCodes.filter(code => !needsConsent(code) || random.chance(0.6)) : [];
}

const demoProfile = (
  { today }: ActorContext,
  drawn: Profile,
  { firm, organisation }: { firm: DemoFirm; organisation: Organisation },
): Profile => ({
  ...drawn,
  ...firm.profile,
  foundedOn: addMonths(today, -firm.monthsOld),
  ageMonths: firm.monthsOld,
  name: organisation.name,
  uscc: organisation.uscc ?? drawn.uscc,
  regionCode: organisation.regionCode ?? drawn.regionCode,
});

const organisationOf = (context: ActorContext, profile: Profile): Organisation => ({
  id: context.newId(),
  kind: 'enterprise',
  name: profile.name,
  shortName: null,
  uscc: profile.uscc,
  usccVerdict: 'valid',
  regionCode: profile.regionCode,
  status: 'active',
  statusReason: null,
  createdAt: context.now,
  version: 1,
});

const userOf = (
  context: ActorContext,
  organisation: Organisation,
  profile: Profile,
  { index, passwordHash }: { index: number; passwordHash: string | null },
): User => ({
  id: context.newId(),
  organisationId: organisation.id,
  username: `firm-${index + 1}`,
  name: profile.person,
  passwordHash: passwordHash ?? '',
  role: 'administrator',
  status: passwordHash === null ? 'disabled' : 'active',
  statusReason: null,
  failedAttempts: 0,
  lockedUntil: null,
  createdAt: context.now,
  version: 1,
});

const enterpriseOf = (context: ActorContext, id: string, profile: Profile): Enterprise => ({
  id,
  code: null,
  entityType: profile.entityType,
  industryCode: profile.trade.industryCode,
  foundedOn: profile.foundedOn,
  legalRepresentative: profile.person,
  registeredCapitalFen: profile.capitalFen,
  address: null,
  source: '演示数据',
  createdAt: context.now,
  version: 1,
});

function consentOf(
  context: ActorContext,
  signed: Pick<Consent, 'enterpriseId' | 'purpose' | 'dataClasses' | 'signedBy'> & { readonly recipient: Organisation },
): Consent {
  const { recipient, ...rest } = signed;
  const { version: textVersion, hash: textHash } = consentTerms(signed.purpose, recipient);
  return {
    ...rest,
    id: context.newId(),
    recipientId: recipient.id,
    validFrom: context.today,
    validTo: addMonths(context.today, 12),
    dataFrom: null,
    dataTo: null,
    status: 'active',
    textVersion,
    textHash,
    signedAt: context.now,
    revokedAt: null,
    revokeReason: null,
    version: 1,
  };
}

async function writeFirms(tx: Tx, context: ActorContext, plan: EnterprisePlan, firms: readonly FirmRows[]): Promise<void> {
  await tx.insertMany(
    organisations,
    firms.flatMap(({ organisation }) => organisation ?? []),
  );
  await tx.insertMany(
    users,
    firms.flatMap(({ user }) => user ?? []),
  );
  await tx.insertMany(
    enterprises,
    firms.map(({ enterprise }) => enterprise),
    { skipsKnown: true },
  );
  await tx.insertMany(
    consents,
    firms.flatMap(firm => firm.consents),
  );
  const { recordsNew } = await appendRecords(tx, context, recordsOf(context, plan, firms));
  await record(tx, context, {
    verb: 'seedEnterprises',
    subject: { kind: 'enterprise', id: `${firms[0]?.index ?? 0}…${firms.at(-1)?.index ?? 0}` },
    details: { firms: firms.length, records: recordsNew, seed: plan.seed },
  });
}

function* recordsOf(context: ActorContext, plan: EnterprisePlan, firms: readonly FirmRows[]): Generator<NewRecord> {
  for (const { index, profile, coverage, enterprise } of firms) {
    const random = Random.of(plan.seed + 1, index);
    for (const draft of drawRecords(random, profile, { today: context.today, months: plan.months, coverage }))
      yield { ...draft, enterpriseId: enterprise.id };
  }
}
