import { consentMonthsMax, grantConsent } from '../../server/enterprises/consents/grantConsent';
import type { Consent, ConsentPurpose } from '../../server/enterprises/consents/tables';
import { consentTerms } from '../../server/enterprises/consents/terms';
import { appendRecords, type NewRecord } from '../../server/enterprises/records/appendRecords';
import { recordsOf } from '../../server/enterprises/records/readRecords';
import { recordClassCodes, type StoredRecord } from '../../server/enterprises/records/tables';
import { type Enterprise, enterprises } from '../../server/enterprises/tables';
import type { Organisation } from '../../server/identity/tables';
import type { Actor } from '../../server/shared/actor';
import { type RecordedDataClassCode, recordedDataClassCodes } from '../../server/shared/dataClassCodes';
import { addMonths, type CalendarMonth, calendarDate, dayOf, shiftMonth } from '../../server/shared/dates';
import { actorOf, anOrganisation, aUser } from './identity';
import type { World } from './world';

export type Firm = { readonly id: string; readonly organisation: Organisation; readonly actor: Actor };

/** An active firm of Deyang with one officer; whatever a test cares about, it says. */
export async function aFirm(world: World, values: Partial<Organisation> & { details?: Partial<Enterprise> } = {}): Promise<Firm> {
  const { details, ...rest } = values;
  const organisation = await anOrganisation(world, { kind: 'enterprise', regionCode: '510603', ...rest });
  const enterprise: Enterprise = {
    id: organisation.id,
    code: null,
    entityType: 'enterprise',
    industryCode: '3412',
    foundedOn: calendarDate('2018-05-01'),
    legalRepresentative: null,
    registeredCapitalFen: null,
    address: null,
    source: 'test',
    createdAt: world.now(),
    version: 1,
    ...details,
  };
  await world.db.write(tx => tx.insert(enterprises).values(enterprise));
  return { id: organisation.id, organisation, actor: actorOf(organisation, await aUser(world, organisation)) };
}

/** A record of `firm`: by default, a month of social insurance. */
export const aRecord = (firm: Pick<Firm, 'id'>, values: Partial<NewRecord> = {}): NewRecord => ({
  enterpriseId: firm.id,
  dataClass: 'SOCIAL_INSURANCE',
  period: '2026-10',
  value: { employees: 12, paidFen: 960_000, arrearsFen: 0 },
  asOf: calendarDate('2026-10-31'),
  source: '市人社局',
  ...values,
});

/** Adds records as an import would. */
export const keep = (world: World, records: readonly NewRecord[]) =>
  world.db.write(tx => appendRecords(tx, { now: world.now() }, records));

/** One credit record, kept; of the months of a class that comes by month, the next one before those that are there. */
export async function aCreditRecord(
  world: World,
  firm: Pick<Firm, 'id'>,
  values: Partial<NewRecord> = {},
): Promise<StoredRecord> {
  const before = await recordsOf(world.db.read, firm.id, recordClassCodes);
  const month = shiftMonth('2026-10' as CalendarMonth, -before.length);
  const shape = values.dataClass === 'ADMIN_PENALTY' ? aPenalty(before.length) : { period: month };
  await keep(world, [aRecord(firm, { ...shape, ...values })]);
  const known = new Set(before.map(({ seq }) => seq));
  const [added] = (await recordsOf(world.db.read, firm.id, recordClassCodes)).filter(({ seq }) => !known.has(seq));
  if (!added) throw new Error('the record was there already');
  return added;
}

const aPenalty = (number: number): Partial<NewRecord> => ({
  period: null,
  value: { number: `D-${number}`, amountFen: 500_000, decidedOn: '2026-03-01', isRepaired: false },
  source: '市发展改革委（信用）',
});

export type ConsentWish = {
  readonly purpose?: ConsentPurpose;
  readonly dataClasses?: readonly RecordedDataClassCode[];
  readonly months?: number;
};

/** A consent of `firm` to `recipient`, signed through the command: all classes for a year to assess credit, unless it says else. */
export function aConsent(
  world: World,
  firm: Firm,
  recipient: Pick<Organisation, 'id' | 'name'>,
  wish: ConsentWish = {},
): Promise<Consent> {
  const { purpose = 'creditAssessment', dataClasses = recordedDataClassCodes, months = consentMonthsMax / 2 } = wish;
  return grantConsent(world.contextFor(firm.actor), {
    recipientId: recipient.id,
    purpose,
    dataClasses,
    validTo: addMonths(dayOf(world.now()), months),
    textHash: consentTerms(purpose, recipient).hash,
  });
}
