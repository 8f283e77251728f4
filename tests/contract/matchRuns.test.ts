import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revokeConsent } from '../../server/enterprises/consents/revokeConsent';
import { type Organisation, organisations } from '../../server/identity/tables';
import { endMatchAlert } from '../../server/matchRuns/alerts/endMatchAlert';
import { type MatchAlertInput, setMatchAlert } from '../../server/matchRuns/alerts/setMatchAlert';
import { carryOut } from '../../server/matchRuns/carryOut';
import { LostRun } from '../../server/matchRuns/lease';
import { lastFinished, listRuns, pageOfProducts, replayAnswerOf } from '../../server/matchRuns/queries';
import { replayMatchRun } from '../../server/matchRuns/replayMatchRun';
import { startMatchRun } from '../../server/matchRuns/startMatchRun';
import { matchRuns } from '../../server/matchRuns/tables';
import { takeRun } from '../../server/matchRuns/takeRun';
import { workOnRuns } from '../../server/matchRuns/worker';
import { contextOf } from '../../server/matchRuns/workshop';
import type { MessagePayloads } from '../../server/messages/kinds';
import { messages } from '../../server/messages/tables';
import { suspendProduct } from '../../server/products/suspendProduct';
import { type Actor, systemActor } from '../../server/shared/actor';
import { calendarDate } from '../../server/shared/dates';
import { aConsent, aFirm, aRecord, type Firm, keep } from '../support/enterprises';
import { anActor, anOrganisation } from '../support/identity';
import { aRun, aWorkshop } from '../support/matchRuns';
import { aPublished } from '../support/products';
import { openWorld, type World } from '../support/world';

let world: World;
let operator: Organisation;
let bank: Actor;

beforeEach(async () => {
  world = await openWorld();
  operator = await anOrganisation(world, { kind: 'operator' });
  bank = await anActor(world, 'bank');
});
afterEach(() => world.close());

const system = systemActor('test');
const asOperator = () => world.contextFor(system);
const later = (minutes: number) => world.setNow(new Date(world.now().getTime() + minutes * 60_000));

/** A firm of tax credit grade `grade` that consents to matching; it wants to be told when `wish` says of what. */
async function aGradedFirm(grade: string, wish?: MatchAlertInput): Promise<Firm> {
  const firm = await aFirm(world);
  await keep(world, [
    aRecord(firm, { dataClass: 'TAX_CREDIT_GRADE', period: '2025', value: { grade }, asOf: calendarDate('2026-04-30') }),
    aRecord(firm, {
      dataClass: 'REGISTRATION',
      period: null,
      value: {
        uscc: '91510603MAX100008L',
        name: '某厂',
        entityType: 'COMPANY',
        status: 'IN_OPERATION',
        foundedOn: '2018-05-01',
        industryCode: '3412',
        regionCode: '510603',
      },
      asOf: calendarDate('2026-11-01'),
    }),
  ]);
  await aConsent(world, firm, operator, { purpose: 'matching' });
  if (wish) await setMatchAlert(world.contextFor(firm.actor), wish);
  return firm;
}

/** A product for firms of these grades. */
const aProductFor = (grades: readonly string[], values: Parameters<typeof aPublished>[2] = {}) =>
  aPublished(world, bank, { rule: { all: [{ attr: 'taxCreditGrade', op: 'in', value: [...grades] }] }, ...values });

const again = async (minutes = 1) => {
  later(minutes);
  return aRun(world);
};

async function inboxOf(firm: Firm): Promise<MessagePayloads['matchesChanged'][]> {
  const rows = await world.db.read.select().from(messages).where(eq(messages.recipientId, firm.id)).orderBy(messages.id);
  return rows.map(({ payload }) => payload as MessagePayloads['matchesChanged']);
}
const namesIn = (payload: MessagePayloads['matchesChanged'] | undefined) => ({
  entered: payload?.entered.map(({ name }) => name),
  left: payload?.left.map(({ name }) => name),
});
const runsNow = async () => (await listRuns(world.db.read, { page: 1, perPage: 20, sort: 'createdAt', order: 'ASC' })).items;

describe('a match run', () => {
  it('counts who is eligible for what, and tells nobody when it is the first', async () => {
    const firm = await aGradedFirm('A', {});
    await aGradedFirm('C');
    await aProductFor(['A', 'B']);
    expect(await aRun(world)).toMatchObject({
      state: 'finished',
      reason: 'asked',
      firms: 2,
      products: 1,
      eligible: 1,
      possible: 0,
      entered: 0,
      left: 0,
      told: 0,
      percent: 100,
      day: '2026-11-23',
      previousId: null,
    });
    expect(await inboxOf(firm)).toEqual([]);
  });

  it('tells each firm that asked, in one message, what entered and what left; nobody else', async () => {
    const told = await aGradedFirm('A', {});
    const silent = await aGradedFirm('A');
    const stranger = await aGradedFirm('C', {});
    const old = await aProductFor(['A'], { name: '旧贷' });
    await aRun(world);
    await aProductFor(['A', 'B'], { name: '新贷一' });
    await aProductFor(['A'], { name: '新贷二' });
    await suspendProduct(asOperator(), { id: old.id, version: old.version, reason: '暂停受理' });
    expect(await again()).toMatchObject({ entered: 4, left: 2, told: 1 });
    const [message, ...others] = await inboxOf(told);
    expect(others).toEqual([]);
    expect(namesIn(message)).toEqual({ entered: ['新贷一', '新贷二'], left: ['旧贷'] });
    expect([await inboxOf(silent), await inboxOf(stranger)]).toEqual([[], []]);
  });

  it('tells nothing again while nothing changes', async () => {
    const firm = await aGradedFirm('A', {});
    await aRun(world);
    await aProductFor(['A']);
    await again();
    expect(await again()).toMatchObject({ entered: 0, left: 0, told: 0 });
    expect(await inboxOf(firm)).toHaveLength(1);
  });

  it('tells a firm only of the products it wants to hear of, and no more once it ended that', async () => {
    const inclusive = await aGradedFirm('A', { label: 'inclusive' });
    const large = await aGradedFirm('A', { amountFenMin: 500_000_000 });
    const former = await aGradedFirm('A', {});
    await endMatchAlert(world.contextFor(former.actor));
    await aRun(world);
    await aProductFor(['A'], { name: '普惠小额', labels: ['inclusive'], amountFenMax: 100_000_000 });
    await aProductFor(['A'], { name: '首贷大额', labels: ['firstLoan'], amountFenMax: 500_000_000 });
    expect(await again()).toMatchObject({ entered: 6, told: 2 });
    expect(namesIn((await inboxOf(inclusive))[0]).entered).toEqual(['普惠小额']);
    expect(namesIn((await inboxOf(large))[0]).entered).toEqual(['首贷大额']);
    expect(await inboxOf(former)).toEqual([]);
  });

  it('sees a firm leave whose consent to matching is withdrawn', async () => {
    const firm = await aFirm(world);
    await keep(world, [aRecord(firm, { period: '2026-10', value: { employees: 12, paidFen: 960_000, arrearsFen: 0 } })]);
    const consent = await aConsent(world, firm, operator, { purpose: 'matching' });
    await aPublished(world, bank, {
      regionCodes: [],
      rule: { all: [{ attr: 'insuredEmployees', op: '>=', value: 10 }] },
    });
    expect(await aRun(world)).toMatchObject({ eligible: 1, possible: 0 });
    await revokeConsent(world.contextFor(firm.actor), { id: consent.id, version: consent.version });
    expect(await again()).toMatchObject({ eligible: 0, possible: 1, left: 1 });
  });

  it('hides how many entered where they are few, and shows it where they are many', async () => {
    for (let each = 0; each < 3; each += 1) await aGradedFirm('A');
    await aGradedFirm('B');
    await aRun(world);
    const forAll = await aProductFor(['A', 'B'], { name: '众企贷' });
    const forOne = await aProductFor(['B'], { name: '独企贷' });
    const { id } = await again();
    const { items } = await pageOfProducts(world.db.read, id, { page: 1, perPage: 10 });
    const entered = new Map(items.map(item => [item.productId, item.entered]));
    expect(entered.get(forOne.id)).toEqual({ value: null, isHidden: true });
    // The total is known, so the other would give it away.
    expect(entered.get(forAll.id)).toEqual({ value: null, isHidden: true });
    expect(items.map(({ name }) => name)).toEqual(['众企贷', '独企贷']);
  });
});

describe('when a run is made', () => {
  it('one night has one run, however many servers look and however late', async () => {
    const servers = ['server-1', 'server-2'].map(holder => aWorkshop(world, { holder, nightlyAt: '09:30' }));
    world.setNow(new Date('2026-11-23T01:29:00Z'));
    for (const server of servers) await workOnRuns(server);
    expect(await runsNow()).toEqual([]);
    world.setNow(new Date('2026-11-23T02:00:00Z'));
    for (const server of servers) await workOnRuns(server);
    for (const server of servers) await workOnRuns(server);
    expect((await runsNow()).map(({ reason, state, occasion }) => [reason, state, occasion])).toEqual([
      ['nightly', 'finished', 'nightly:2026-11-23'],
    ]);
  });

  it('products that change are matched a minute after the last of them, once', async () => {
    await aGradedFirm('A');
    await aRun(world);
    await aProductFor(['A']);
    later(0.5);
    await aProductFor(['B']);
    later(0.9);
    expect(await workOnRuns(aWorkshop(world))).toBe(false);
    later(0.1);
    expect(await workOnRuns(aWorkshop(world))).toBe(true);
    later(5);
    expect(await workOnRuns(aWorkshop(world))).toBe(false);
    expect((await runsNow()).map(({ reason, products }) => [reason, products])).toEqual([
      ['asked', 0],
      ['products', 2],
    ]);
  });

  it('asking while one waits is refused', async () => {
    await startMatchRun(asOperator());
    await expect(startMatchRun(asOperator())).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('two servers that race get it once, and one message is sent', async () => {
    const firm = await aGradedFirm('A', {});
    await aRun(world);
    await aProductFor(['A']);
    later(1);
    await startMatchRun(asOperator());
    const got = await Promise.all(['server-1', 'server-2', 'server-3'].map(holder => workOnRuns(aWorkshop(world, { holder }))));
    expect(got.filter(Boolean)).toHaveLength(1);
    expect((await runsNow()).map(({ state }) => state)).toEqual(['finished', 'finished']);
    expect(await inboxOf(firm)).toHaveLength(1);
  });

  it('a run whose server fell silent is marked and made again, and tells everybody once', async () => {
    const firm = await aGradedFirm('A', {});
    await aRun(world);
    await aProductFor(['A']);
    later(0.5);
    await startMatchRun(asOperator());
    const dying = aWorkshop(world, { holder: 'dying' });
    const taken = await takeRun(contextOf(dying, 'test'), 'dying');
    if (!taken) throw new Error('the run was not taken');

    expect(await workOnRuns(aWorkshop(world))).toBe(false);
    later(2);
    expect(await workOnRuns(aWorkshop(world))).toBe(true);
    expect((await runsNow()).map(({ reason, state, failure }) => [reason, state, failure])).toEqual([
      ['asked', 'finished', null],
      ['asked', 'failed', 'interrupted'],
      ['asked', 'finished', null],
    ]);
    // It was only asleep: what it had begun counts no longer.
    await expect(carryOut(dying, taken)).rejects.toBeInstanceOf(LostRun);
    expect(await inboxOf(firm)).toHaveLength(1);
  });

  it('a server that is stopped hands its run over', async () => {
    await aGradedFirm('A');
    await startMatchRun(asOperator());
    await workOnRuns(aWorkshop(world, { signal: AbortSignal.abort() }));
    expect((await runsNow()).map(({ state }) => state)).toEqual(['running']);
    await workOnRuns(aWorkshop(world, { holder: 'server-2' }));
    expect((await runsNow()).map(({ state }) => state)).toEqual(['failed', 'finished']);
  });

  it('a run that cannot be made says so, and the next one is not held up', async () => {
    await aGradedFirm('A');
    const become = (status: 'suspended' | 'active') =>
      world.db.write(tx => tx.update(organisations).set({ status }).where(eq(organisations.id, operator.id)));
    await become('suspended');
    await startMatchRun(asOperator());
    await workOnRuns(aWorkshop(world));
    await become('active');
    await again();
    expect((await runsNow()).map(({ state, failure }) => [state, failure])).toEqual([
      ['failed', 'error'],
      ['finished', null],
    ]);
  });
});

describe('a replay', () => {
  async function replayed(id: string) {
    later(1);
    const { id: replayId } = await replayMatchRun(asOperator(), id);
    await workOnRuns(aWorkshop(world));
    return replayAnswerOf(world.db.read, replayId);
  }

  it('comes to the same answer though firms, records and products have changed since, and tells nobody', async () => {
    const firm = await aGradedFirm('B', {});
    const product = await aProductFor(['A', 'B']);
    const original = await aRun(world);
    later(24 * 60);
    await keep(world, [
      aRecord(firm, { dataClass: 'TAX_CREDIT_GRADE', period: '2026', value: { grade: 'D' }, asOf: calendarDate('2026-11-23') }),
    ]);
    await suspendProduct(asOperator(), { id: product.id, version: product.version, reason: '暂停受理' });
    await aProductFor(['D']);
    await aGradedFirm('A');
    await aRun(world);
    const before = await inboxOf(firm);
    expect(await replayed(original.id)).toEqual({ isSame: true, differences: [], productsDiffering: 0 });
    expect(await inboxOf(firm)).toEqual(before);
    expect((await lastFinished(world.db.read))?.reason).toBe('asked');
  });

  it('says that the firms differ when a consent was withdrawn, whose data nobody reads again', async () => {
    const firm = await aFirm(world);
    await keep(world, [aRecord(firm)]);
    const { id, version } = await aConsent(world, firm, operator, { purpose: 'matching' });
    await aPublished(world, bank, { regionCodes: [], rule: { all: [{ attr: 'insuredEmployees', op: '>=', value: 10 }] } });
    const original = await aRun(world);
    await revokeConsent(world.contextFor(firm.actor), { id, version });
    expect(await replayed(original.id)).toEqual({
      isSame: false,
      differences: ['population', 'result'],
      productsDiffering: 1,
    });
  });

  it('says that the engine is another one', async () => {
    await aGradedFirm('A');
    await aProductFor(['A']);
    const original = await aRun(world);
    await world.db.write(tx => tx.update(matchRuns).set({ engineVersion: '0' }).where(eq(matchRuns.id, original.id)));
    expect(await replayed(original.id)).toEqual({ isSame: true, differences: ['engine'], productsDiffering: 0 });
  });

  it('is refused of a run that has not finished, and of a replay', async () => {
    const waiting = await startMatchRun(asOperator());
    await expect(replayMatchRun(asOperator(), waiting.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await workOnRuns(aWorkshop(world));
    const { id } = await replayMatchRun(asOperator(), waiting.id);
    await workOnRuns(aWorkshop(world));
    await expect(replayMatchRun(asOperator(), id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(replayMatchRun(asOperator(), 'missing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
