import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsent, aFirm, aRecord, type Firm, keep } from '../../../tests/support/enterprises';
import { anActor, anOrganisation } from '../../../tests/support/identity';
import { aDraft, aPublished } from '../../../tests/support/products';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import { openDatabase } from '../../database/open';
import { listAccess } from '../../enterprises/accessLog/queries';
import { revokeConsent } from '../../enterprises/consents/revokeConsent';
import type { Organisation } from '../../identity/tables';
import type { Rule } from '../../matching/rule';
import { suspendProduct } from '../../products/suspendProduct';
import { type Product, products as productsTable } from '../../products/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { type MatchFilter, type MatchQuestion, matchesOf, matchOf } from './queries';
import { readRequest } from './request';

let world: World;
let operator: Organisation;
let bank: Actor;
let gradeAOrB: Product;
let old: Product;

beforeAll(async () => {
  world = await openWorld();
  operator = await anOrganisation(world, { kind: 'operator', name: '融桥运营' });
  bank = await anActor(world, 'bank');
  gradeAOrB = await aPublished(world, bank, { name: '德税贷', labels: ['inclusive'] });
  old = await aPublished(world, bank, {
    name: '老店贷',
    labels: ['firstLoan'],
    isUnsecured: false,
    securities: ['REAL_ESTATE_MORTGAGE'],
    rule: { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 96 }] },
  });
  await aDraft(world, bank, { name: '未发布' });
});
afterAll(() => world.close());

/** A firm of Deyang, registered for 8 years on 2026-05-01, with tax credit grade `grade` for 2025. */
async function firmWith(grade: string | null, registered = '2018-05-01'): Promise<Firm> {
  const firm = await aFirm(world);
  await keep(world, [
    aRecord(firm, {
      dataClass: 'REGISTRATION',
      period: null,
      value: {
        uscc: '91510603MAX100008L',
        name: '某厂',
        entityType: 'COMPANY',
        status: 'IN_OPERATION',
        foundedOn: registered,
        industryCode: '3412',
        regionCode: '510603',
      },
      asOf: calendarDate('2026-11-01'),
    }),
    ...(grade === null
      ? []
      : [aRecord(firm, { dataClass: 'TAX_CREDIT_GRADE', period: '2025', value: { grade }, asOf: calendarDate('2026-04-30') })]),
  ]);
  return firm;
}

const page = { page: 1, perPage: 25 };
const ask = (firm: Firm, filter: MatchFilter = {}, question: MatchQuestion = { request: null }) =>
  matchesOf(world.contextFor(firm.actor), { ...page, filter }, question);
const verdictsFor = async (firm: Firm, question?: MatchQuestion) =>
  new Map((await ask(firm, {}, question)).items.map(({ productId, verdict }) => [productId, verdict]));

describe('matches', () => {
  it('keeps the products with the words in the name of the product or its bank', async () => {
    const firm = await firmWith('B');
    const named = async (q: string) => (await matchesOf(world.contextFor(firm.actor), { ...page, q }, { request: null })).items;
    expect((await named(' 老店 ')).map(({ productId }) => productId)).toEqual([old.id]);
    expect(await named('%')).toEqual([]);
    expect((await named('')).length).toBe(2);
  });

  it('judges every product in force and no draft', async () => {
    const firm = await firmWith('B');
    await aConsent(world, firm, operator, { purpose: 'matching' });
    const answer = await ask(firm);
    expect(new Map(answer.items.map(({ productId, verdict }) => [productId, verdict]))).toEqual(
      new Map([
        [gradeAOrB.id, 'eligible'],
        [old.id, 'eligible'],
      ]),
    );
    expect(answer).toMatchObject({ total: 2, counts: { eligible: 2, possible: 0, notEligible: 0 }, today: '2026-11-23' });
  });

  it('leaves unknown what the firm has not authorised, and says which class would decide how much', async () => {
    const firm = await firmWith('B');
    const answer = await ask(firm);
    expect(answer.items.find(({ productId }) => productId === gradeAOrB.id)?.verdict).toBe('possible');
    expect(answer.advice()).toEqual([{ dataClass: 'TAX_CREDIT_GRADE', productIds: [gradeAOrB.id] }]);
  });

  it('follows a consent that is taken back with the next question, and logs both reads for the firm to see', async () => {
    const firm = await firmWith('B');
    const { id, version } = await aConsent(world, firm, operator, { purpose: 'matching' });
    expect((await verdictsFor(firm)).get(gradeAOrB.id)).toBe('eligible');
    await revokeConsent(world.contextFor(firm.actor), { id, version });
    expect((await verdictsFor(firm)).get(gradeAOrB.id)).toBe('possible');
    const filter = { dataClass: 'TAX_CREDIT_GRADE', purpose: 'matching' } as const;
    const log = await listAccess(world.contextFor(firm.actor), { ...page, filter });
    expect(log.items.map(({ reason, readerOrganisationId }) => [reason, readerOrganisationId])).toEqual([
      ['openPart', operator.id],
      ['consented', operator.id],
    ]);
  });

  it('reads nothing under a consent to another purpose', async () => {
    const firm = await firmWith('B');
    const lender = await anOrganisation(world, { kind: 'bank', name: '他行' });
    await aConsent(world, firm, lender);
    expect((await verdictsFor(firm)).get(gradeAOrB.id)).toBe('possible');
  });

  it('says what is not met, by how much, and from when on it will be', async () => {
    const firm = await firmWith('B', '2019-02-01');
    const found = await matchOf(world.contextFor(firm.actor), old.id, { request: null });
    expect(found.verdict).toBe('notEligible');
    expect(found.findings.find(({ verdict }) => verdict === 'unmet')?.changes).toMatchObject([
      { kind: 'wait', on: '2027-02-01' },
    ]);
  });

  it('takes the request into account: too much money, and security that the product does not take', async () => {
    const firm = await firmWith('B');
    await aConsent(world, firm, operator, { purpose: 'matching' });
    const request = readRequest({ amountFen: 300_000_001, termMonths: 12, securities: [] });
    const verdicts = await verdictsFor(firm, { request });
    expect(verdicts.get(gradeAOrB.id)).toBe('notEligible');
    expect(verdicts.get(old.id)).toBe('notEligible');
    const fitting = readRequest({
      amountFen: 300_000_000,
      termMonths: 12,
      securities: ['REAL_ESTATE_MORTGAGE'],
      purpose: 'EQUIPMENT',
    });
    expect([...(await verdictsFor(firm, { request: fitting })).values()]).toEqual(['eligible', 'eligible']);
  });

  it('filters by verdict, label and security; counts ignore the verdict', async () => {
    const firm = await firmWith('B', '2024-01-01');
    await aConsent(world, firm, operator, { purpose: 'matching' });
    const idsOf = async (filter: MatchFilter) => (await ask(firm, filter)).items.map(({ productId }) => productId);
    expect(await idsOf({ verdict: 'eligible' })).toEqual([gradeAOrB.id]);
    expect(await idsOf({ verdict: 'notEligible' })).toEqual([old.id]);
    expect(await idsOf({ label: 'firstLoan' })).toEqual([old.id]);
    expect(await idsOf({ security: 'REAL_ESTATE_MORTGAGE' })).toEqual([old.id]);
    expect(await idsOf({ label: 'inclusive', security: 'REAL_ESTATE_MORTGAGE' })).toEqual([]);
    expect((await ask(firm, { verdict: 'eligible' })).counts).toEqual({ eligible: 1, possible: 0, notEligible: 1 });
  });

  it('ranks what the firm qualifies for by score, or by the measure asked for, and says what each part is worth', async () => {
    const firm = await firmWith('B');
    const owner = await anActor(world, 'bank');
    const fixed = (rateBps: number) => ({ kind: 'fixed', rateBpsMin: rateBps, rateBpsMax: rateBps }) as const;
    const rule: Rule = { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 1 }] };
    const [dear, cheap, tooOld] = [
      await aPublished(world, owner, { name: '比价甲', pricing: fixed(900), amountFenMax: 900_000_000, rule }),
      await aPublished(world, owner, { name: '比价乙', pricing: fixed(300), promisedDays: { decide: 5 }, rule }),
      await aPublished(world, owner, {
        name: '比价丙',
        pricing: fixed(100),
        rule: { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 108 }] },
      }),
    ];
    const listed = async (sort?: string, amountFen?: number) =>
      matchesOf(world.contextFor(firm.actor), { ...page, q: '比价', sort }, { request: readRequest({ amountFen }) });
    const idsBy = async (sort?: string) => (await listed(sort)).items.map(({ productId }) => productId);
    expect(await idsBy()).toEqual([cheap.id, dear.id, tooOld.id]);
    expect(await idsBy('cheapest')).toEqual([cheap.id, dear.id, tooOld.id]);
    expect(await idsBy('fastest')).toEqual([cheap.id, dear.id, tooOld.id]);
    expect(await idsBy('largest')).toEqual([dear.id, cheap.id, tooOld.id]);
    await expect(idsBy('paid')).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { rule: 'sort.unknown' } });

    const { items, counted } = await listed();
    expect(counted).toEqual(['cost', 'speed']);
    expect(items.map(({ place }) => place.tier)).toEqual(['eligible', 'eligible', 'oneMoveAway']);
    expect(items[0]?.place).toMatchObject({ score: 0.8636, parts: { cost: 0.9, chance: null, amountFit: null } });
    expect(items[0]?.standing).toMatchObject({ cost: { costBpsMin: 300, costBpsMax: 300 }, speed: { days: 7 } });
    const larger = await listed(undefined, 600_000_000);
    expect(larger.counted).toEqual(['cost', 'speed', 'amountFit']);
    expect(larger.items.find(({ productId }) => productId === cheap.id)?.place.parts.amountFit).toBe(0.5);
    expect((await matchOf(world.contextFor(firm.actor), cheap.id, { request: null })).place).toEqual(items[0]?.place);

    await Promise.all(
      [dear, cheap, tooOld].map(({ id }) =>
        world.db.write(tx => tx.update(productsTable).set({ listing: 'suspended' }).where(eq(productsTable.id, id))),
      ),
    );
  });

  it('judges an earlier day by the records of that day', async () => {
    const firm = await firmWith('B');
    await aConsent(world, firm, operator, { purpose: 'matching' });
    const before = await ask(firm, {}, { request: null, on: calendarDate('2026-04-29') });
    expect(before.today).toBe('2026-04-29');
    expect(before.items.map(({ verdict }) => verdict)).toEqual(['possible', 'possible']);
    await expect(ask(firm, {}, { request: null, on: calendarDate('2026-11-24') })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'on' },
    });
  });

  it('answers the same input with the same digest, and another one for another request', async () => {
    const firm = await firmWith('B');
    const [first, second, other] = [
      await ask(firm),
      await ask(firm),
      await ask(firm, {}, { request: readRequest({ termMonths: 6 }) }),
    ];
    expect(second.inputDigest).toBe(first.inputDigest);
    expect(other.inputDigest).not.toBe(first.inputDigest);
  });

  it('asks no more statements for a page of 25 than for one of 1', async () => {
    const firm = await firmWith('B');
    const count = async (perPage: number) =>
      (await world.counting(() => matchesOf(world.contextFor(firm.actor), { page: 1, perPage }, { request: null }))).statements
        .length;
    await count(1);
    expect(await count(25)).toBe(await count(1));
  });

  it('reads the records, and logs it, once while nothing of the firm changes, and again the next day', async () => {
    const firm = await firmWith('B');
    const filter = { dataClass: 'TAX_CREDIT_GRADE', purpose: 'matching' } as const;
    const reads = async () => (await listAccess(world.contextFor(firm.actor), { ...page, filter })).total;
    for (let times = 0; times < 3; times += 1) await ask(firm, {}, { request: readRequest({ termMonths: 6 + times }) });
    expect(await reads()).toBe(1);
    await keep(world, [aRecord(firm)]);
    await ask(firm);
    expect(await reads()).toBe(2);
    world.setNow(new Date('2026-11-24T02:00:00Z'));
    try {
      await ask(firm);
      expect(await reads()).toBe(3);
    } finally {
      world.setNow(worldBegins);
    }
  });

  it('follows a consent that another process took back, and a product that it suspended', async () => {
    const firm = await firmWith('B');
    const { id, version } = await aConsent(world, firm, operator, { purpose: 'matching' });
    expect((await verdictsFor(firm)).get(gradeAOrB.id)).toBe('eligible');
    const other = openDatabase(world.place);
    try {
      await revokeConsent({ ...world.contextFor(firm.actor), db: other }, { id, version });
      expect((await verdictsFor(firm)).get(gradeAOrB.id)).toBe('possible');
      const product = await aPublished(world, bank, { name: '短期' });
      expect((await verdictsFor(firm)).has(product.id)).toBe(true);
      const change = { id: product.id, version: product.version, reason: '额度用完' };
      await suspendProduct({ ...world.contextFor(bank), db: other }, change);
      expect((await verdictsFor(firm)).has(product.id)).toBe(false);
    } finally {
      await other.close();
    }
  });

  it('does not find a draft, and refuses who is no firm', async () => {
    const firm = await firmWith('B');
    await expect(matchOf(world.contextFor(firm.actor), 'no-product', { request: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(matchesOf(world.contextFor(bank), page, { request: null })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('a request', () => {
  it('that says nothing is no request', () => {
    expect(readRequest(null)).toBeNull();
    expect(readRequest({ amountFen: null })).toBeNull();
  });

  it('keeps what was not said apart from nothing to offer', () => {
    expect(readRequest({ termMonths: 12 })).toMatchObject({ securitiesOffered: null, amountFen: null });
    expect(readRequest({ securities: [] })).toMatchObject({ securitiesOffered: [] });
  });

  it.each([
    ['an amount below zero', { amountFen: -1 }, 'amountFen'],
    ['a term of no months', { termMonths: 0 }, 'termMonths'],
    ['a rate below zero', { rateBpsMax: -1 }, 'rateBpsMax'],
  ])('refuses %s, naming the field', (_, stated, field) => {
    expect(() => readRequest(stated)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', details: expect.objectContaining({ field }) }),
    );
  });
});
