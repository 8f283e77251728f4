import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsent, aFirm, aRecord, keep } from '../../../tests/support/enterprises';
import { anActor, anOrganisation } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import type { ActorContext } from '../../context';
import { calendarDate } from '../../shared/dates';
import { City } from '../city';
import { countQuestion } from './asking';
import { type ReachQuestion, ruleReach } from './ruleReach';
import { shownCount } from './shownCount';

let world: World;
let city: City;
let bank: ActorContext;

/** Twelve firms that have 1 to 12 insured staff, of which two have authorised nothing; ten have tax credit grade A. */
beforeAll(async () => {
  world = await openWorld();
  const operator = await anOrganisation(world, { kind: 'operator', name: '融桥运营' });
  bank = world.contextFor(await anActor(world, 'bank'));
  for (let employees = 1; employees <= 12; employees += 1) {
    const firm = await aFirm(world);
    await keep(world, [
      aRecord(firm, { value: { employees, paidFen: 1, arrearsFen: 0 } }),
      aRecord(firm, {
        dataClass: 'TAX_CREDIT_GRADE',
        period: '2025',
        value: { grade: employees <= 10 ? 'A' : 'B' },
        asOf: calendarDate('2026-04-30'),
      }),
    ]);
    if (employees > 2) await aConsent(world, firm, operator, { purpose: 'matching' });
  }
  const { db, now: clock, newId, place } = world;
  const silent = () => undefined;
  city = new City({ db, clock, newId, log: { info: silent, warn: silent, error: silent }, config: place });
});
afterAll(async () => {
  await city.stop();
  await world.close();
});

const reach = (all: readonly object[], bounds: Partial<ReachQuestion> = {}) => ruleReach(bank, { rule: { all }, ...bounds });

describe('the reach of a rule', () => {
  it('has no counts before the city was read', async () => {
    expect(reach([])).toMatchObject({ isLoading: true, eligible: null, clauses: [] });
    city.start();
    while (city.now === null) await new Promise(resolve => setTimeout(resolve, 10));
    expect(reach([])).toMatchObject({ isLoading: false, done: 12, total: 12, firms: 10, eligible: 10, day: '2026-11-23' });
  });

  it('counts who is eligible, of whom it cannot be told, and whom one clause alone keeps out', () => {
    // Seven of 3 to 12 have grade A and at least 4 staff; 11 and 12 fail by the grade, 3 by the staff, 1 and 2 are open.
    const answer = reach([
      { attr: 'insuredEmployees', op: '>=', value: 4 },
      { attr: 'taxCreditGrade', op: 'in', value: ['A'] },
    ]);
    expect(answer).toMatchObject({ eligible: shownCount(7), possible: null });
    expect(answer.clauses).toEqual([
      { path: '/all/0', excluded: null },
      { path: '/all/1', excluded: null },
    ]);
  });

  it('counts what a clause alone keeps out where it is enough to be shown', () => {
    const answer = reach([{ attr: 'insuredEmployees', op: '<=', value: 5 }]);
    expect(answer.clauses).toEqual([{ path: '/all/0', excluded: shownCount(7) }]);
  });

  it('takes the bounds of the product in, before the rule', () => {
    const answer = reach([{ attr: 'insuredEmployees', op: '>=', value: 1 }], { regionCodes: ['510600'] });
    expect(answer.clauses.map(({ path }) => path)).toEqual(['/terms/regions', '/all/0']);
    expect(answer.eligible).toBeNull();
  });

  it('refuses a rule that is none, with what is wrong, and bounds that are no lists', () => {
    expect(() => reach([{ attr: 'insuredEmployees', op: '>=' }])).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(() => reach([], { regionCodes: 'x' as never })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('may be asked 240 times in a minute, and again in the next', () => {
    for (let times = 0; times < 240; times += 1) countQuestion(bank);
    expect(() => countQuestion(bank)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
    expect(() => countQuestion({ ...bank, now: new Date(bank.now.getTime() + 60_000) })).not.toThrow();
  });
});

it.each([
  [0, null],
  [2, null],
  [3, 5],
  [7, 5],
  [8, 10],
  [2_141, 2_140],
])('of %i firms it shows %s', (firms, shown) => {
  expect(shownCount(firms)).toBe(shown);
});
