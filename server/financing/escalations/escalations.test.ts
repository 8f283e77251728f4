import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aLoanProduct, anOffer, applicationNow, aSubmittedApplication, organisationOf } from '../../../tests/support/deals';
import { aConsent, aFirm, type Firm } from '../../../tests/support/enterprises';
import { actorOf, anActor, aUser } from '../../../tests/support/identity';
import { aMarketDemand, aMatchmaker, anInvitation } from '../../../tests/support/market';
import { openWorld, type World } from '../../../tests/support/world';
import { countUnread, listMessages } from '../../messages/queries';
import { messages } from '../../messages/tables';
import type { Product } from '../../products/tables';
import { type Actor, systemActor } from '../../shared/actor';
import { acceptApplication } from '../applications/acceptApplication';
import { historiesOf } from '../applications/queries';
import { type Application, applications } from '../applications/tables';
import { releaseSilent } from '../clock/runOut';
import { escalateOverdue } from './escalateOverdue';
import { escalationCounts, listEscalations } from './queries';
import { remindOfLimits } from './remindOfLimits';

let world: World;
let firm: Firm;
let operator: Actor;
let bank: Actor;
let head: Actor;
let product: Product;

/** Wednesday, 30 September 2026: the holidays of 1 to 7 October begin, and Saturday the 10th is worked instead. */
beforeEach(async () => {
  world = await openWorld();
  on('2026-09-30');
  firm = await aFirm(world, { name: '德阳匿名机械厂' });
  operator = await aMatchmaker(world, firm);
  bank = await anActor(world, 'bank');
  const institution = await organisationOf(world, bank);
  head = actorOf(institution, await aUser(world, institution, { role: 'administrator' }));
  product = await aLoanProduct(world, bank);
});
afterEach(() => world.close());

const on = (day: string) => world.setNow(new Date(`${day}T02:00:00Z`));
const platform = () => world.contextFor(systemActor('scheduledWork'));
const toldTo = async (actor: Pick<Actor, 'organisationId'>, kind: 'limitNear' | 'limitPassed' | 'limitEscalated') =>
  world.db.read
    .select()
    .from(messages)
    .where(and(eq(messages.recipientId, actor.organisationId), eq(messages.kind, kind)));
const inboxOf = async (actor: Actor) =>
  (await listMessages(world.contextFor(actor), { page: 1, perPage: 50 })).items.map(({ kind }) => kind);
const aDispatched = async (): Promise<Application> => {
  const demand = await aMarketDemand(world, firm, { route: 'dispatch' });
  return anInvitation(world, operator, { demand, product });
};
const missed = async () => (await listEscalations(world.contextFor(operator), { page: 1, perPage: 10 })).items;

describe('a limit that comes near', () => {
  it('is told to the bank on its day, the holidays left out, and once', async () => {
    await aDispatched();
    on('2026-10-07');
    expect(await remindOfLimits(platform())).toBe(0);
    on('2026-10-08');
    expect([await remindOfLimits(platform()), await remindOfLimits(platform())]).toEqual([1, 0]);
    expect(await toldTo(bank, 'limitNear')).toMatchObject([
      { audience: 'everyone', payload: { dueOn: '2026-10-08', releasedAfter: '2026-10-09', step: 'invited', firm: null } },
    ]);
    expect(await toldTo({ organisationId: firm.id }, 'limitNear')).toEqual([]);
  });

  it('is told to the firm whose answer to an offer is due, three working days before', async () => {
    const sides = { firm, bank, product, demand: await aMarketDemand(world, firm, { route: 'direct', validUntil: null }) };
    const { applicationId } = await anOffer(world, sides);
    on('2026-10-26');
    await remindOfLimits(platform());
    expect(await toldTo({ organisationId: firm.id }, 'limitNear')).toEqual([]);
    on('2026-10-27');
    await remindOfLimits(platform());
    expect(await toldTo({ organisationId: firm.id }, 'limitNear')).toMatchObject([
      { payload: { applicationId, to: 'firm', step: 'offered', dueOn: '2026-10-30' } },
    ]);
  });
});

describe('a limit that is missed', () => {
  it('goes to the head of the institution, the operator and the firm, and into the course, on the first day after it', async () => {
    const invited = await aDispatched();
    on('2026-10-08');
    expect(await escalateOverdue(platform())).toBe(0);
    on('2026-10-09');
    expect(await escalateOverdue(platform())).toBe(1);
    expect(await toldTo(bank, 'limitEscalated')).toMatchObject([{ audience: 'administrators', payload: { to: 'supervisor' } }]);
    expect(await toldTo(operator, 'limitEscalated')).toMatchObject([{ payload: { to: 'operator', firm: null } }]);
    expect(await toldTo({ organisationId: firm.id }, 'limitPassed')).toMatchObject([{ payload: { to: 'firm' } }]);
    const [events = []] = await historiesOf(world.db.read, [invited]);
    expect(events.at(-1)).toMatchObject({ verb: 'escalateApplication', party: 'platform' });
    expect(await applicationNow(world, invited.id)).toEqual(invited);
  });

  it('is taken up once, however many servers look and however often', async () => {
    await aDispatched();
    on('2026-10-09');
    const taken = await Promise.all([1, 2, 3].map(() => escalateOverdue(platform())));
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(1);
    await escalateOverdue(platform());
    expect(await toldTo(bank, 'limitEscalated')).toHaveLength(1);
    expect(await toldTo(operator, 'limitEscalated')).toHaveLength(1);
  });

  it('is read by the head alone where the institution has one at work, and by everybody where it has none', async () => {
    await aDispatched();
    on('2026-10-09');
    await escalateOverdue(platform());
    expect(await inboxOf(head)).toContain('limitEscalated');
    expect(await inboxOf(bank)).not.toContain('limitEscalated');
    expect(await countUnread(world.contextFor(head))).toBe((await countUnread(world.contextFor(bank))) + 1);

    const headless = await anActor(world, 'bank');
    const demand = await aMarketDemand(world, firm, { route: 'dispatch' });
    await anInvitation(world, operator, { demand, product: await aLoanProduct(world, headless) });
    on('2026-10-13');
    await escalateOverdue(platform());
    expect(await inboxOf(headless)).toContain('limitEscalated');
  });

  it('is taken up anew at the next step, and not at all when the firm is the one to act', async () => {
    const demand = await aMarketDemand(world, firm, { route: 'direct', validUntil: null });
    const submitted = await aSubmittedApplication(world, { firm, bank, product, demand });
    on('2026-10-09');
    await escalateOverdue(platform());
    await acceptApplication(world.contextFor(bank), submitted);
    on('2026-10-13');
    expect(await escalateOverdue(platform())).toBe(0);
    on('2026-10-14');
    expect(await escalateOverdue(platform())).toBe(1);
    expect((await missed()).map(({ state, isOpen, daysOver }) => [state, isOpen, daysOver])).toEqual([
      ['accepted', true, 1],
      ['submitted', false, null],
    ]);
  });

  it('is counted by institution, the most first, and read of one institution alone', async () => {
    const rival = await anActor(world, 'bank');
    const rivals = await aLoanProduct(world, rival);
    await aDispatched();
    const other = await aFirm(world);
    await aConsent(world, other, await organisationOf(world, operator), { purpose: 'matching' });
    for (const given of [product, rivals]) {
      const demand = await aMarketDemand(world, other, { route: 'dispatch' });
      await anInvitation(world, operator, { demand, product: given });
    }
    on('2026-10-09');
    await escalateOverdue(platform());
    const counted = async (standing: 'open' | 'over' | null) =>
      (await escalationCounts(world.contextFor(operator), standing)).map(each => [each.organisationId, each.count]);
    expect(await counted('open')).toEqual([
      [bank.organisationId, 2],
      [rival.organisationId, 1],
    ]);
    expect([await counted('over'), await counted(null)]).toEqual([[], await counted('open')]);
    const { items, total } = await listEscalations(world.contextFor(operator), {
      page: 1,
      perPage: 10,
      filter: { standing: 'open', institutionId: rival.organisationId },
    });
    expect([total, items.map(({ organisationId }) => organisationId)]).toEqual([1, [rival.organisationId]]);
  });
});

describe('a bank that says nothing at all', () => {
  it('is escalated first, then loses what was dispatched to it, and the demand goes to another by itself', async () => {
    const other = await anActor(world, 'bank');
    await aLoanProduct(world, other);
    const invited = await aDispatched();
    on('2026-10-09');
    expect(await releaseSilent(platform())).toBe(0);
    on('2026-10-10');
    expect(await releaseSilent(platform())).toBe(1);
    const under = await world.db.read.select().from(applications).where(eq(applications.demandId, invited.demandId));
    expect(under.map(({ institutionId, state }) => [institutionId, state])).toEqual([
      [bank.organisationId, 'released'],
      [other.organisationId, 'invited'],
    ]);
    expect(await missed()).toMatchObject([{ state: 'invited', stateNow: 'released', isOpen: false }]);
    const [events = []] = await historiesOf(world.db.read, [invited]);
    expect(events.map(({ verb }) => verb)).toEqual(['inviteInstitution', 'escalateApplication', 'releaseApplication']);
  });

  it('is escalated even when the platform slept through its limit, before the release of the same run', async () => {
    const invited = await aDispatched();
    on('2026-11-02');
    expect(await releaseSilent(platform())).toBe(1);
    const [events = []] = await historiesOf(world.db.read, [invited]);
    expect(events.map(({ verb }) => verb)).toEqual(['inviteInstitution', 'escalateApplication', 'releaseApplication']);
  });
});
