import { and, asc, eq, inArray } from 'drizzle-orm';
import { record } from '../../server/audit/record';
import type { ActorContext } from '../../server/context';
import type { Tx } from '../../server/database/database';
import { type Consent, consents } from '../../server/enterprises/consents/tables';
import { consentTerms } from '../../server/enterprises/consents/terms';
import { sizeFrom } from '../../server/enterprises/creditFile/size';
import { dataClassOf, needsConsent, type RecordClassCode } from '../../server/enterprises/dataClasses';
import { appendRecords, type NewRecord } from '../../server/enterprises/records/appendRecords';
import { type Enterprise, enterprises } from '../../server/enterprises/tables';
import { type Organisation, organisations, type User, users } from '../../server/identity/tables';
import { type RecordedDataClassCode, recordedDataClassCodes } from '../../server/shared/dataClassCodes';
import { addDays, addMonths, type CalendarDate } from '../../server/shared/dates';
import type { SizeResult } from '../../server/shared/sizeClass';
import { momentOf } from '../city/workdays';
import { asOf } from '../contexts';
import { Random } from '../random';
import { type DemoFirm, demoFirms } from './demoFirms';
import type { Draft } from './fileDraft';
import { drawProfile, type Profile } from './profile';
import { drawRecords } from './records';

export type EnterprisePlan = {
  /** How many firms there are to be, the two of the demo accounts among them. */
  readonly firms: number;
  readonly seed: number;
  /** Months of history of what is reported by month. */
  readonly months: number;
  /** When the firm numbered `index` registered on the platform; today where nothing is said. */
  readonly joinedOn?: (index: number) => CalendarDate;
  /** Whether a bank has made sure that its annual report is on file, as for a firm that borrows. */
  readonly isReported?: (index: number) => boolean;
  /** Told after each unit of work how many firms there are. */
  readonly onProgress?: (firms: number) => void;
};

export const demoPlan = { firms: 60, seed: 20_261_123, months: 26 } as const satisfies EnterprisePlan;

/** A firm as it was written, for those who write of it afterwards. */
export type SeededFirm = { readonly id: string; readonly userId: string; readonly sizeClass: SizeResult['sizeClass'] };

/** Firms in one unit of work: some 30,000 records, a second or two of another writer's wait. */
const firmsPerUnit = 200;
/** The share of classes that departments have delivered of an invented firm. */
const usualCoverage = 0.92;
/** Months of history of the firms that have accounts of their own in the demo. */
const demoMonths = 26;

/**
 * Writes invented firms with their users, records and consents; any number of them streams through in units of 200.
 * The organisations of the demo accounts `firm` and `firm2`, where they exist, become the first two. Answers the firms
 * in their order.
 */
export async function seedEnterprises(context: ActorContext, plan: EnterprisePlan = demoPlan): Promise<SeededFirm[]> {
  const parties = await partiesOf(context);
  const seeded: SeededFirm[] = [];
  for (let first = 0; first < plan.firms; first += firmsPerUnit) {
    const past = Math.min(plan.firms, first + firmsPerUnit);
    const firms = Array.from({ length: past - first }, (_, offset) => firmAt(context, parties, plan, first + offset));
    const sizes = await context.db.write(tx => writeFirms(tx, context, plan, firms));
    for (const { enterprise, signedBy } of firms)
      seeded.push({ id: enterprise.id, userId: signedBy, sizeClass: sizes.get(enterprise.id) ?? 'UNKNOWN' });
    plan.onProgress?.(past);
  }
  return seeded;
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
  readonly months: number;
  /** Null where the organisation and its user are there already. */
  readonly organisation: Organisation | null;
  readonly user: User | null;
  readonly enterprise: Enterprise;
  /** Its user, who signs its consents. */
  readonly signedBy: string;
  readonly consents: readonly Consent[];
};

function firmAt(context: ActorContext, parties: Parties, plan: EnterprisePlan, index: number): FirmRows {
  const random = Random.of(plan.seed, index);
  const drawn = drawProfile(random, index, context.today);
  const known = parties.demo.get(index);
  const profile = known ? demoProfile(context, drawn, known) : drawn;
  const { joined, signing } = momentsOf(context, plan, index);
  const organisation = known?.organisation ?? organisationOf(joined, profile);
  const user = known?.user ?? userOf(joined, organisation, profile, { index, passwordHash: parties.passwordHash });
  const granted = known ? known.firm.matching : drawGranted(random);
  const signed = (recipient: Organisation, purpose: Consent['purpose'], dataClasses: readonly RecordedDataClassCode[]) =>
    dataClasses.length === 0
      ? []
      : [
          consentOf(known ? context : signing, {
            enterpriseId: organisation.id,
            recipient,
            purpose,
            dataClasses,
            signedBy: user.id,
          }),
        ];
  return {
    index,
    profile,
    coverage: known?.firm.coverage ?? usualCoverage,
    months: known ? Math.max(demoMonths, plan.months) : plan.months,
    organisation: known ? null : organisation,
    user: known ? null : user,
    enterprise: enterpriseOf(joined, organisation.id, profile),
    signedBy: user.id,
    consents: [
      ...signed(parties.operator, 'matching', granted),
      ...(parties.bank && known ? signed(parties.bank, 'creditAssessment', known.firm.assessment) : []),
    ],
  };
}

/** When a firm registered, and when it signed the consent that is in force: on that day or a while later, within the year. */
function momentsOf(context: ActorContext, { joinedOn, seed }: EnterprisePlan, index: number) {
  const day = joinedOn?.(index);
  if (day === undefined) return { joined: context, signing: context };
  const random = Random.of(seed + 2, index);
  const signedFrom = addDays(context.today, -random.whole(1, 330));
  const hour = random.next() / 2;
  return {
    joined: asOf(context, momentOf(day, hour)),
    signing: asOf(context, momentOf(day > signedFrom ? day : signedFrom, hour + 0.05)),
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
  source: dataClassOf('REGISTRATION').department.zh,
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
    readDaysMax: null,
    readDays: 0,
    lastReadOn: null,
    dataLifeDays: 180,
    status: 'active',
    textVersion,
    textHash,
    signedAt: context.now,
    revokedAt: null,
    revokeReason: null,
    version: 1,
  };
}

/** Answers the size class of each firm by the records written. */
async function writeFirms(
  tx: Tx,
  context: ActorContext,
  plan: EnterprisePlan,
  firms: readonly FirmRows[],
): Promise<ReadonlyMap<string, SeededFirm['sizeClass']>> {
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
  const sizes = new Map<string, SeededFirm['sizeClass']>();
  const { recordsNew } = await appendRecords(tx, context, recordsOf(context, plan, firms, sizes));
  await record(tx, context, {
    verb: 'seedEnterprises',
    subject: { kind: 'enterprise', id: `${firms[0]?.index ?? 0}…${firms.at(-1)?.index ?? 0}` },
    details: { firms: firms.length, records: recordsNew, seed: plan.seed },
  });
  return sizes;
}

const reported: ReadonlySet<RecordClassCode> = new Set(['ANNUAL_REPORT']);

/** The records of one firm, the same each time they are drawn. */
const draftsOf = (
  { seed, isReported }: Pick<EnterprisePlan, 'seed' | 'isReported'>,
  { index, profile, ...plan }: Pick<FirmRows, 'index' | 'profile' | 'coverage' | 'months'> & { readonly today: CalendarDate },
): Generator<Draft> =>
  drawRecords(Random.of(seed + 1, index), profile, { ...plan, always: isReported?.(index) ? reported : undefined });

/** The records that `seedEnterprises` wrote of the invented firm numbered `index`, by the same plan. */
export const recordsOfFirm = (plan: EnterprisePlan, index: number, today: CalendarDate): Draft[] => [
  ...draftsOf(plan, {
    index,
    profile: drawProfile(Random.of(plan.seed, index), index, today),
    coverage: usualCoverage,
    months: plan.months,
    today,
  }),
];

/** The records of each firm, one after another; puts its size into `sizes` on the way. */
function* recordsOf(
  { today }: ActorContext,
  { seed, isReported }: EnterprisePlan,
  firms: readonly FirmRows[],
  sizes: Map<string, SeededFirm['sizeClass']>,
): Generator<NewRecord> {
  for (const { index, profile, coverage, months, enterprise } of firms) {
    const ofSize: Draft[] = [];
    for (const draft of draftsOf({ seed, isReported }, { index, profile, coverage, months, today })) {
      if (draft.dataClass === 'REGISTRATION' || draft.dataClass === 'ANNUAL_REPORT') ofSize.push(draft);
      yield { ...draft, enterpriseId: enterprise.id };
    }
    sizes.set(enterprise.id, sizeFrom(ofSize).sizeClass);
  }
}
