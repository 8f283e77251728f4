import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '../../server/audit/tables';
import { historiesOf, listApplications } from '../../server/financing/applications/queries';
import { answerCorrection } from '../../server/financing/corrections/answerCorrection';
import { listScheduledRuns } from '../../server/scheduledWork/queries';
import { startScheduledRun } from '../../server/scheduledWork/startScheduledRun';
import { scheduledRuns } from '../../server/scheduledWork/tables';
import { leaseSeconds } from '../../server/scheduledWork/takeScheduledRun';
import { taskNames } from '../../server/scheduledWork/tasks';
import { workOnSchedule } from '../../server/scheduledWork/worker';
import { type Actor, systemActor } from '../../server/shared/actor';
import {
  aDemand,
  aLoanProduct,
  anAcceptedApplication,
  anAssessedApplication,
  anOffer,
  anUncorrectedApplication,
  applicationNow,
  aSubmittedApplication,
  demandNow,
  offerNow,
  type Sides,
} from '../support/deals';
import { aFirm } from '../support/enterprises';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let bank: Actor;
let sides: Sides;

beforeEach(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
  const firm = await aFirm(world);
  sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
});
afterEach(() => world.close());

const on = (day: string) => world.setNow(new Date(`${day}T02:00:00Z`));
const server = (holder = 'server-1') => ({
  db: world.db,
  clock: world.now,
  newId: world.newId,
  log: world.contextFor(systemActor('test')).log,
  holder,
});
const work = (holder?: string) => workOnSchedule(server(holder));
const runs = async () => (await listScheduledRuns(world.db.read, { page: 1, perPage: 50 })).items;
const moved = async (task: string) => (await runs()).filter(run => run.task === task).map(run => run.moved);

describe('transition 6: a bank that stays silent', () => {
  it('loses the application after twice its limit, not a day earlier, and the demand is open again', async () => {
    const { id } = await aSubmittedApplication(world, sides);
    on('2026-11-25');
    await work();
    expect(await applicationNow(world, id)).toMatchObject({ state: 'submitted' });
    on('2026-11-26');
    await work();
    const released = await applicationNow(world, id);
    expect(released).toMatchObject({ state: 'released', decidedAt: world.now() });
    expect(await demandNow(world, sides.demand.id)).toMatchObject({ state: 'published' });
    const [events = []] = await historiesOf(world.db.read, [released]);
    expect(events.at(-1)).toMatchObject({ verb: 'releaseApplication', party: 'platform' });
    expect(await moved('releaseSilent')).toEqual([1, 0]);
  });

  it('keeps what it has taken up, however late', async () => {
    const { id } = await anAcceptedApplication(world, sides);
    on('2027-03-01');
    await work();
    expect(await applicationNow(world, id)).toMatchObject({ state: 'accepted' });
  });
});

describe('corrections that the firm does not answer', () => {
  it('close the application after ten working days; one answered in time goes on', async () => {
    const late = await anUncorrectedApplication(world, sides);
    const quick = await aFirm(world);
    const inTime = await anUncorrectedApplication(world, { ...sides, firm: quick, demand: await aDemand(world, quick) });
    on('2026-12-07');
    await work();
    expect(await applicationNow(world, late.id)).toMatchObject({ state: 'actionRequired' });
    const { id, version } = inTime;
    await answerCorrection(world.contextFor(quick.actor), { id, version, answers: ['已补交', '合计 62 %'] });
    on('2026-12-08');
    await work();
    expect(await applicationNow(world, late.id)).toMatchObject({ state: 'lapsed', resumesTo: null });
    expect(await applicationNow(world, inTime.id)).toMatchObject({ state: 'dueDiligence' });
  });
});

describe('transition 15: an offer past its last day', () => {
  it('is ended with its application, in the chain too', async () => {
    const { applicationId } = await anOffer(world, sides);
    on('2026-12-23');
    await work();
    expect(await applicationNow(world, applicationId)).toMatchObject({ state: 'offered' });
    on('2026-12-24');
    await work();
    expect(await applicationNow(world, applicationId)).toMatchObject({ state: 'lapsed', offerValidUntil: null });
    expect(await offerNow(world, applicationId, 'lapsed')).toMatchObject({ answeredAt: world.now() });
  });
});

describe('several servers', () => {
  it('carry out each task once a day, and move each application once', async () => {
    const { id } = await aSubmittedApplication(world, sides);
    on('2026-11-30');
    const done = await Promise.all(['a', 'b', 'c', 'd'].map(work));
    expect(done.reduce((sum, each) => sum + each, 0)).toBe(taskNames.length);
    expect(await moved('releaseSilent')).toEqual([1]);
    const entries = await world.db.read
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.verb, 'releaseApplication')));
    expect(entries).toHaveLength(1);
    expect(await work('e')).toBe(0);
    on('2026-12-01');
    expect(await work('e')).toBe(taskNames.length);
  });

  it('do again what a server that died has left, once its lease is over', async () => {
    await world.db.write(tx =>
      tx.insert(scheduledRuns).values({
        id: world.newId(),
        task: 'expireOffers',
        state: 'running',
        occasion: 'expireOffers:2026-11-23',
        createdAt: world.now(),
        startedAt: world.now(),
        holder: 'dead',
        leaseUntil: new Date(world.now().getTime() + leaseSeconds * 1_000),
      }),
    );
    expect(await work()).toBe(taskNames.length - 1);
    world.setNow(new Date(world.now().getTime() + leaseSeconds * 1_000 + 1));
    expect(await work()).toBe(1);
    expect((await runs()).map(({ state }) => state)).toEqual(taskNames.map(() => 'finished'));
  });

  it('begin nothing by themselves where they are told to wait for the operator', async () => {
    expect(await workOnSchedule({ ...server(), isDaily: false })).toBe(0);
    expect(await runs()).toEqual([]);
    await startScheduledRun(world.contextFor(await anActor(world, 'operator')), 'releaseSilent');
    expect(await workOnSchedule({ ...server(), isDaily: false })).toBe(1);
    expect(await moved('releaseSilent')).toEqual([0]);
  });

  it('take up at once what the operator asks for', async () => {
    await work();
    const operator = world.contextFor(await anActor(world, 'operator'));
    const asked = await startScheduledRun(operator, 'expireOffers');
    expect(await work()).toBe(1);
    expect((await runs()).find(({ id }) => id === asked.id)).toMatchObject({ state: 'finished', moved: 0, occasion: null });
  });
});

describe('a list by deadline', () => {
  it('has only what a clock runs for, the earliest first, and counts what is overdue or soon', async () => {
    const another = async (prepared: typeof aSubmittedApplication) => {
      const firm = await aFirm(world);
      return prepared(world, { ...sides, firm, demand: await aDemand(world, firm) });
    };
    const assessed = await another(anAssessedApplication);
    const submitted = await another(aSubmittedApplication);
    on('2026-11-24');
    const accepted = await another(anAcceptedApplication);
    on('2026-11-25');
    const list = async (filter: object = {}, order: 'ASC' | 'DESC' = 'ASC') =>
      (await listApplications(world.contextFor(bank), { page: 1, perPage: 10, sort: 'dueOn', order, filter })).items.map(
        ({ id }) => id,
      );
    expect(await list()).toEqual([submitted.id, accepted.id, assessed.id]);
    expect(await list({}, 'DESC')).toEqual([assessed.id, accepted.id, submitted.id]);
    expect(await list({ deadline: 'overdue' })).toEqual([submitted.id]);
    expect(await list({ deadline: 'soon' })).toEqual([]);
    on('2026-11-26');
    expect(await list({ deadline: 'soon', states: ['accepted'] })).toEqual([accepted.id]);
    const page = { page: 2, perPage: 2, sort: 'dueOn', order: 'ASC' } as const;
    expect(await listApplications(world.contextFor(bank), page)).toMatchObject({ total: 3, items: [{ id: assessed.id }] });
  });
});
