import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsent, aFirm, aRecord, type Firm, keep } from '../../../../tests/support/enterprises';
import { anActor, anOrganisation } from '../../../../tests/support/identity';
import { aPublished } from '../../../../tests/support/products';
import { openWorld, type World } from '../../../../tests/support/world';
import { creditRecords } from '../../../enterprises/records/tables';
import type { Product } from '../../../products/tables';
import { calendarDate } from '../../../shared/dates';
import { readRequest } from '../request';
import { doorsOf } from './doors';
import { whatIf } from './whatIf';

let world: World;
let firm: Firm;
let plain: Product;
let staffed: Product;
let crowded: Product;
let old: Product;

beforeAll(async () => {
  world = await openWorld();
  const operator = await anOrganisation(world, { kind: 'operator', name: '融桥运营' });
  const bank = await anActor(world, 'bank');
  const asking = (name: string, months: number, insured: number, values = {}) =>
    aPublished(world, bank, {
      name,
      regionCodes: [],
      rule: {
        all: [
          { attr: 'foundedOn', op: 'atLeastAgo', months },
          { attr: 'insuredEmployees', op: '>=', value: insured },
        ],
      },
      ...values,
    });
  plain = await asking('人人贷', 12, 3);
  staffed = await asking('稳岗贷', 12, 12, { amountFenMax: 200_000_000 });
  crowded = await asking('大厂贷', 12, 50);
  old = await asking('老店贷', 96, 3);
  firm = await aFirm(world);
  await keep(world, [
    aRecord(firm, {
      dataClass: 'REGISTRATION',
      period: null,
      value: {
        uscc: '91510603MAX100008L',
        name: '某厂',
        entityType: 'COMPANY',
        status: 'IN_OPERATION',
        foundedOn: '2019-02-01',
        industryCode: '3412',
        regionCode: '510603',
      },
      asOf: calendarDate('2026-11-01'),
    }),
    aRecord(firm, {
      dataClass: 'SOCIAL_INSURANCE',
      period: '2026-10',
      value: { employees: 10, paidFen: 1_000_000, arrearsFen: 0 },
      asOf: calendarDate('2026-10-31'),
    }),
  ]);
  await aConsent(world, firm, operator, { purpose: 'matching' });
});
afterAll(() => world.close());

const context = () => world.contextFor(firm.actor);
const ids = (products: readonly { id: string }[]) => products.map(({ id }) => id);
const imagine = (vary: string, changes: { attr: string; value: unknown }[] = [], request: unknown = null) =>
  whatIf(context(), { vary, changes, request: readRequest(request as null) });

describe('what if', () => {
  it('answers at every value that some product tells apart, today among them, by the products that enter and leave', async () => {
    const answer = await imagine('insuredEmployees');
    expect(answer).toMatchObject({ now: 10, nowText: { zh: '10人' }, counts: { eligible: 1, possible: 0, notEligible: 3 } });
    expect(answer.points.map(({ value, counts, isNow }) => [value, counts.eligible, isNow])).toEqual([
      [1, 0, false],
      [10, 1, true],
      [20, 2, false],
      [50, 3, false],
    ]);
    const [none, , more, most] = answer.points;
    expect(none?.leaves).toEqual({ total: 1, products: [expect.objectContaining({ id: plain.id, name: '人人贷' })] });
    expect(ids(more?.enters.products ?? [])).toEqual([staffed.id]);
    expect(ids(most?.enters.products ?? []).sort()).toEqual([staffed.id, crowded.id].sort());
  });

  it('holds the other changes while one value runs, and compares with things as they are', async () => {
    const answer = await imagine('insuredEmployees', [{ attr: 'foundedOn', value: '2015-01-01' }]);
    expect(answer.points.map(({ counts }) => counts.eligible)).toEqual([0, 2, 3, 4]);
    expect(answer.counts.eligible).toBe(1);
    expect(ids(answer.points[1]?.enters.products ?? [])).toEqual([old.id]);
  });

  it('moves the request as well', async () => {
    const { points } = await imagine('requestAmountFen', [{ attr: 'insuredEmployees', value: 12 }], {
      amountFen: 100_000_000,
      termMonths: 12,
      purpose: 'WORKING_CAPITAL',
      securities: [],
    });
    const eligible = (fen: number) => points.filter(({ value }) => Number(value) <= fen).at(-1)?.counts.eligible;
    expect([eligible(9_000_000), eligible(100_000_000), eligible(300_000_000), eligible(900_000_000)]).toEqual([0, 2, 1, 0]);
  });

  it('asks nothing else of a request that was not stated: only what the value rules out is lost', async () => {
    const { points, counts } = await imagine('requestAmountFen');
    expect(counts).toEqual({ eligible: 1, possible: 0, notEligible: 3 });
    const at = (fen: number) => points.filter(({ value }) => Number(value) <= fen).at(-1);
    expect(at(100_000_000)).toMatchObject({ counts, enters: { total: 0 }, leaves: { total: 0 } });
    expect(at(900_000_000)).toMatchObject({ counts: { eligible: 0, notEligible: 4 }, leaves: { total: 1 } });
    expect(points.map(({ text }) => text.zh)).toEqual(['9万元', '10万元', '300万元', '500万元']);
  });

  it('touches no record', async () => {
    const before = await world.db.read.select().from(creditRecords);
    await imagine('insuredEmployees', [{ attr: 'foundedOn', value: '2015-01-01' }]);
    expect(await world.db.read.select().from(creditRecords)).toEqual(before);
    expect((await imagine('insuredEmployees')).now).toBe(10);
  });

  it.each([
    ['an attribute that there is not', 'colour', [], 'vary'],
    ['a change of one', 'insuredEmployees', [{ attr: 'colour', value: 1 }], 'changes'],
    ['a number below its range', 'insuredEmployees', [{ attr: 'insuredEmployees', value: -1 }], 'changes'],
    ['half a person', 'foundedOn', [{ attr: 'insuredEmployees', value: 1.5 }], 'changes'],
    ['a day that does not exist', 'insuredEmployees', [{ attr: 'foundedOn', value: '2026-02-30' }], 'changes'],
    ['a word that is none', 'insuredEmployees', [{ attr: 'entityType', value: 'CIRCUS' }], 'changes'],
    ['too many changes', 'insuredEmployees', Array(21).fill({ attr: 'insuredEmployees', value: 1 }), 'changes'],
  ])('refuses %s, naming the argument', async (_, vary, changes, field) => {
    await expect(imagine(vary, changes)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });
});

describe('what would open more doors', () => {
  it('names each single step with what it alone opens: nearest first, further ones where they open more', async () => {
    const doors = await doorsOf(context(), { request: null });
    expect(doors.map(({ attr, kind, on, opens, closes }) => [attr, kind, on, ids(opens), closes])).toEqual([
      ['insuredEmployees', 'act', null, [staffed.id], 0],
      ['insuredEmployees', 'act', null, [staffed.id, crowded.id].sort(), 0],
      ['foundedOn', 'wait', '2027-02-01', [old.id], 0],
    ]);
    expect(doors[0]?.text.zh).toContain('12人');
    expect(doors[0]?.nowText.zh).toBe('10人');
  });

  it('keeps its promise: the firm qualifies once the step is taken', async () => {
    const [step] = await doorsOf(context(), { request: null });
    const then = await imagine('foundedOn', [{ attr: 'insuredEmployees', value: 12 }]);
    const today = then.points.find(({ isNow }) => isNow);
    expect(ids(today?.enters.products ?? [])).toEqual(ids(step?.opens ?? []));
  });

  it('asks for less where less would do', async () => {
    const request = readRequest({ amountFen: 400_000_000, termMonths: 12, purpose: 'WORKING_CAPITAL', securities: [] });
    const amounts = (await doorsOf(context(), { request })).filter(({ attr }) => attr === 'requestAmountFen');
    expect(amounts.map(({ text, opens }) => [text.zh.includes('300万元'), ids(opens)])).toEqual([[true, [plain.id]]]);
  });
});
