import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsent, aFirm, aRecord, type Firm, keep } from '../../../tests/support/enterprises';
import { actorOf, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import type { Organisation } from '../../identity/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { accessLog } from '../accessLog/tables';
import { standingOf } from '../consents/access';
import { grantConsent } from '../consents/grantConsent';
import { consentById, listConsents } from '../consents/queries';
import { revokeConsent } from '../consents/revokeConsent';
import { consentTerms } from '../consents/terms';
import type { RecordClassCode } from '../dataClasses';
import { type ReadRequest, readRecords } from './readRecords';

let world: World;
let bank: Organisation;
let reader: Actor;

beforeAll(async () => {
  world = await openWorld();
  bank = await anOrganisation(world, { kind: 'bank', name: '旌湖银行' });
  reader = actorOf(bank, await aUser(world, bank));
});
afterAll(() => world.close());

const penalty = { number: 'D-1', amountFen: 500_000, decidedOn: '2026-03-01', isRepaired: false };

/** A firm with a month of social insurance (authorised), a penalty (open) and a tax credit grade (A alone is published). */
async function firmWithRecords(grade = 'B'): Promise<Firm> {
  const firm = await aFirm(world);
  await keep(world, [
    aRecord(firm),
    aRecord(firm, { dataClass: 'ADMIN_PENALTY', period: null, value: penalty, asOf: calendarDate('2026-10-01') }),
    aRecord(firm, { dataClass: 'TAX_CREDIT_GRADE', period: '2025', value: { grade }, asOf: calendarDate('2026-04-30') }),
  ]);
  return firm;
}

const readAs = (actor: Actor, firm: Firm, request: Partial<ReadRequest> = {}) =>
  readRecords(world.contextFor(actor), { enterpriseId: firm.id, purpose: 'creditAssessment', ...request });

const classesIn = async (actor: Actor, firm: Firm, request: Partial<ReadRequest> = {}) =>
  (await readAs(actor, firm, request)).records.map(({ dataClass }) => dataClass).sort();

const logOf = (firm: Firm, dataClass: RecordClassCode = 'SOCIAL_INSURANCE') =>
  world.db.read
    .select()
    .from(accessLog)
    .where(eq(accessLog.enterpriseId, firm.id))
    .orderBy(asc(accessLog.seq))
    .then(rows => rows.filter(row => row.dataClass === dataClass));

describe('a reader without a consent', () => {
  it('gets open classes, the published part of mixed ones, and nothing of authorised ones', async () => {
    const firm = await firmWithRecords('B');
    const { records, withheld } = await readAs(reader, firm);
    expect(records.map(({ dataClass, value }) => [dataClass, value])).toEqual([
      ['TAX_CREDIT_GRADE', {}],
      ['ADMIN_PENALTY', penalty],
    ]);
    expect([...withheld]).toEqual(expect.arrayContaining(['SOCIAL_INSURANCE', 'TAX_CREDIT_GRADE']));
    expect(withheld.has('ADMIN_PENALTY')).toBe(false);
  });

  it('reads the tax credit grade where it is A, which is published', async () => {
    const firm = await firmWithRecords('A');
    const { records } = await readAs(reader, firm, { dataClasses: ['TAX_CREDIT_GRADE'] });
    expect(records.map(({ value }) => value)).toEqual([{ grade: 'A' }]);
  });
});

it('lets the firm read its whole file and logs it as its own', async () => {
  const firm = await firmWithRecords();
  expect(await classesIn(firm.actor, firm, { purpose: 'ownFile' })).toEqual([
    'ADMIN_PENALTY',
    'SOCIAL_INSURANCE',
    'TAX_CREDIT_GRADE',
  ]);
  expect(await logOf(firm)).toMatchObject([{ outcome: 'allowed', reason: 'self', purpose: 'ownFile', consentId: null }]);
});

it("refuses the purpose of one's own file to anybody else", async () => {
  const firm = await firmWithRecords();
  await expect(readAs(reader, firm, { purpose: 'ownFile' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
});

it('opens a class under a consent that names reader, purpose and class, and logs which', async () => {
  const firm = await firmWithRecords();
  const consent = await aConsent(world, firm, bank);
  expect(await classesIn(reader, firm)).toContain('SOCIAL_INSURANCE');
  expect(await logOf(firm)).toMatchObject([
    {
      outcome: 'allowed',
      reason: 'consented',
      consentId: consent.id,
      readerUserId: reader.userId,
      readerOrganisationId: bank.id,
      requestId: 'test',
    },
  ]);
});

it('hands out only records inside the window of days that the consent names', async () => {
  const firm = await aFirm(world);
  await keep(world, [aRecord(firm), aRecord(firm, { period: '2026-08', asOf: calendarDate('2026-08-31') })]);
  await grantConsent(world.contextFor(firm.actor), {
    recipientId: bank.id,
    purpose: 'creditAssessment',
    dataClasses: ['SOCIAL_INSURANCE'],
    validTo: '2027-01-31',
    dataFrom: '2026-09-01',
    textHash: consentTerms('creditAssessment', bank).hash,
  });
  const { records } = await readAs(reader, firm, { dataClasses: ['SOCIAL_INSURANCE'] });
  expect(records.map(({ period }) => period)).toEqual(['2026-10']);
});

describe('a read that a consent does not cover is refused and logged with the reason', () => {
  type Case = { name: string; reason: string; arrange: (firm: Firm) => Promise<unknown>; request?: Partial<ReadRequest> };
  const cases: Case[] = [
    { name: 'no consent at all', reason: 'noConsent', arrange: async () => undefined },
    {
      name: 'a consent to somebody else',
      reason: 'noConsent',
      arrange: async firm => aConsent(world, firm, await anOrganisation(world, { kind: 'bank', name: '他行' })),
    },
    {
      name: 'another purpose',
      reason: 'otherPurpose',
      arrange: firm => aConsent(world, firm, bank),
      request: { purpose: 'postLoan' },
    },
    {
      name: 'a class that is not included',
      reason: 'classNotIncluded',
      arrange: firm => aConsent(world, firm, bank, { dataClasses: ['ELECTRICITY'] }),
    },
  ];
  it.each(cases)('$name', async ({ reason, arrange, request }) => {
    const firm = await firmWithRecords();
    await arrange(firm);
    expect(await classesIn(reader, firm, request)).not.toContain('SOCIAL_INSURANCE');
    expect(await logOf(firm)).toMatchObject([{ outcome: 'refused', reason, consentId: null }]);
  });

  it('a consent that was withdrawn, from the very next read', async () => {
    const firm = await firmWithRecords();
    const { id, version } = await aConsent(world, firm, bank);
    expect(await classesIn(reader, firm)).toContain('SOCIAL_INSURANCE');
    await revokeConsent(world.contextFor(firm.actor), { id, version });
    expect(await classesIn(reader, firm)).not.toContain('SOCIAL_INSURANCE');
    expect((await logOf(firm)).map(({ reason }) => reason)).toEqual(['consented', 'revoked']);
  });

  it('a consent on the day after its last, but not on its last', async () => {
    const firm = await firmWithRecords();
    await aConsent(world, firm, bank, { months: 1 });
    try {
      world.setNow(new Date('2026-12-23T15:59:59Z'));
      expect(await classesIn(reader, firm)).toContain('SOCIAL_INSURANCE');
      world.setNow(new Date('2026-12-23T16:00:00Z'));
      expect(await classesIn(reader, firm)).not.toContain('SOCIAL_INSURANCE');
    } finally {
      world.setNow(worldBegins);
    }
    expect((await logOf(firm)).map(({ reason }) => reason)).toEqual(['consented', 'expired']);
  });
});

it('reads on as many days as the consent allows, as often as needed on each, also at the same time', async () => {
  const firm = await firmWithRecords();
  const { id } = await grantConsent(world.contextFor(firm.actor), {
    recipientId: bank.id,
    purpose: 'creditAssessment',
    dataClasses: ['SOCIAL_INSURANCE'],
    validTo: '2027-11-23',
    readDaysMax: 2,
    dataLifeDays: 30,
    textHash: consentTerms('creditAssessment', bank).hash,
  });
  const readOn = async (day: string) => {
    world.setNow(new Date(`${day}T02:00:00Z`));
    try {
      const dataClasses = ['SOCIAL_INSURANCE'] as const;
      const reads = await Promise.all([1, 2, 3].map(() => readAs(reader, firm, { dataClasses })));
      return reads.map(({ decisions }) => decisions.get('SOCIAL_INSURANCE')?.reason);
    } finally {
      world.setNow(worldBegins);
    }
  };
  const standing = async (day: string) => {
    world.setNow(new Date(`${day}T02:00:00Z`));
    const consent = await consentById(world.contextFor(firm.actor), id);
    const inForce = await listConsents(world.contextFor(firm.actor), { page: 1, perPage: 9, filter: { standing: 'inForce' } });
    world.setNow(worldBegins);
    return [consent.readDays, standingOf(consent, calendarDate(day)), inForce.total];
  };
  const allowed = ['consented', 'consented', 'consented'];
  expect(await readOn('2026-11-23')).toEqual(allowed);
  expect(await readOn('2026-11-25')).toEqual(allowed);
  expect(await standing('2026-11-25')).toEqual([2, 'inForce', 1]);
  expect(await readOn('2026-11-26')).toEqual(['exhausted', 'exhausted', 'exhausted']);
  expect(await standing('2026-11-26')).toEqual([2, 'exhausted', 0]);
});

it('writes one line of the log for each class asked for, in one read', async () => {
  const firm = await firmWithRecords();
  const { result, statements } = await world.counting(() => readAs(reader, firm));
  expect(result.decisions.size).toBe(34);
  const rows = await world.db.read.select().from(accessLog).where(eq(accessLog.enterpriseId, firm.id));
  expect(rows).toHaveLength(34);
  expect(statements.filter(sql => sql.startsWith('select'))).toHaveLength(3);
});

it('reads for the platform under the consent to its operator', async () => {
  const operator = await anOrganisation(world, { kind: 'operator', name: '融桥运营' });
  const firm = await firmWithRecords();
  const request = { purpose: 'matching', readerOrganisationId: operator.id } as const;
  expect(await classesIn(firm.actor, firm, request)).not.toContain('SOCIAL_INSURANCE');
  await aConsent(world, firm, operator, { purpose: 'matching' });
  expect(await classesIn(firm.actor, firm, request)).toContain('SOCIAL_INSURANCE');
});
