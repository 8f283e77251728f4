import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { acceptApplication } from '../../server/financing/applications/acceptApplication';
import { declineApplication } from '../../server/financing/applications/declineApplication';
import { applicationById, historiesOf } from '../../server/financing/applications/queries';
import { rejectApplication } from '../../server/financing/applications/rejectApplication';
import { startDueDiligence } from '../../server/financing/applications/startDueDiligence';
import { type Application, applicationFindings, applications } from '../../server/financing/applications/tables';
import { releaseSilent } from '../../server/financing/clock/runOut';
import { demandById } from '../../server/financing/demands/queries';
import { setSecondLook } from '../../server/financing/demands/setSecondLook';
import { suggestionsFor } from '../../server/financing/market/dispatch';
import { listMarketDemands } from '../../server/financing/market/openDemands';
import { passOn } from '../../server/financing/market/passOn';
import { closeAuctions, expireDemands } from '../../server/financing/market/runOut';
import { acceptOffer } from '../../server/financing/offers/acceptOffer';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import { messages } from '../../server/messages/tables';
import type { Product } from '../../server/products/tables';
import { type Actor, systemActor } from '../../server/shared/actor';
import { calendarDate } from '../../server/shared/dates';
import { aLoanProduct, applicationNow, demandNow, offerInput, organisationOf } from '../support/deals';
import { aConsent, aFirm, type Firm } from '../support/enterprises';
import { anActor } from '../support/identity';
import { aGrab, aMarketDemand, aMatchmaker, anAuction, anInvitation } from '../support/market';
import { openWorld, type World } from '../support/world';

let world: World;
let firm: Firm;
let operator: Actor;
const list = { page: 1, perPage: 50 };

beforeEach(async () => {
  world = await openWorld();
  firm = await aFirm(world, { name: '德阳匿名机械厂' });
  operator = await aMatchmaker(world, firm);
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const platform = () => as(systemActor('scheduledWork'));
const refused = (code: string, rule: string) => ({ code, details: expect.objectContaining({ rule }) });

type Lender = { readonly bank: Actor; readonly product: Product };
const aLender = async (): Promise<Lender> => {
  const bank = await anActor(world, 'bank');
  return { bank, product: await aLoanProduct(world, bank) };
};
const underDemand = (demandId: string) =>
  world.db.read
    .select()
    .from(applications)
    .where(eq(applications.demandId, demandId))
    .orderBy(applications.submittedAt, applications.id);

/** The bank takes the application up, is let into the file, and looks into it. */
async function assessed(bank: Actor, { id, version }: Application): Promise<Application> {
  const accepted = await acceptApplication(as(bank), { id, version });
  await aConsent(world, firm, await organisationOf(world, bank));
  return startDueDiligence(as(bank), at(accepted));
}

test('of 32 banks that grab one demand at once, exactly three get it', async () => {
  const lenders: Lender[] = [];
  for (let place = 0; place < 32; place += 1) lenders.push(await aLender());
  const demand = await aMarketDemand(world, firm);
  const outcomes = await Promise.allSettled(lenders.map(lender => aGrab(world, { ...lender, demand })));
  const late = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(late).toHaveLength(29);
  for (const reason of late) expect(reason).toMatchObject({ details: { rule: 'market.full' } });
  const under = await underDemand(demand.id);
  expect(under.map(({ state, origin, revealedAt }) => [state, origin, revealedAt])).toEqual(
    Array(3).fill(['submitted', 'grabbed', null]),
  );
  expect(await demandNow(world, demand.id)).toMatchObject({ state: 'inProgress', version: 4 });
});

describe('a firm that was contacted by many unknown companies stays unknown until a bank accepts', () => {
  it('is seen by what it asks and where it is, never by name; the name comes with the acceptance', async () => {
    const lender = await aLender();
    const demand = await aMarketDemand(world, firm, { note: '德阳匿名机械厂扩产' });
    const { items } = await listMarketDemands(as(lender.bank), list);
    expect(items).toMatchObject([{ countyCode: '510603', placesLeft: 3, fits: [{ productId: lender.product.id }] }]);
    const grabbed = await aGrab(world, { ...lender, demand });
    expect(grabbed).toMatchObject({ consentId: null, revealedAt: null, channel: 'direct' });
    const told = await world.db.read.select().from(messages).where(eq(messages.recipientId, lender.bank.organisationId));
    expect(JSON.stringify(told)).not.toContain('匿名');
    expect(await acceptApplication(as(lender.bank), at(grabbed))).toMatchObject({ revealedAt: world.now() });
  });

  it('is not brought before banks at all without its consent to matching', async () => {
    const lender = await aLender();
    const secretive = await aFirm(world);
    await expect(aMarketDemand(world, secretive)).rejects.toMatchObject(refused('CONFLICT', 'consent.missing'));
    expect((await listMarketDemands(as(lender.bank), list)).total).toBe(0);
  });

  it('deals with no more banks than it has said, and a bank that has seen its name keeps its place', async () => {
    const [first, second] = [await aLender(), await aLender()];
    const demand = await aMarketDemand(world, firm, { lendersMax: 1 });
    const taken = await acceptApplication(as(first.bank), at(await aGrab(world, { ...first, demand })));
    await expect(aGrab(world, { ...second, demand })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await rejectApplication(as(first.bank), { ...at(taken), reasonCode: 'R20' });
    expect((await listMarketDemands(as(second.bank), list)).total).toBe(0);
    const now = await demandNow(world, demand.id);
    await setSecondLook(as(firm.actor), { ...at(now), allows: true });
    expect((await demandById(as(firm.actor), demand.id)).course.lenders).toBe(0);
  });
});

describe('transition 2, grabbing', () => {
  it('is for banks with a product that fits, once, while the demand is open', async () => {
    const [lender, other] = [await aLender(), await aLender()];
    const demand = await aMarketDemand(world, firm);
    await expect(aGrab(world, { ...lender, demand, bank: firm.actor })).rejects.toMatchObject(refused('NOT_ALLOWED', 'role'));
    await expect(aGrab(world, { ...lender, demand, bank: { ...lender.bank, role: 'auditor' } })).rejects.toMatchObject(
      refused('NOT_ALLOWED', 'role'),
    );
    await expect(aGrab(world, { ...lender, demand, product: other.product })).rejects.toMatchObject(
      refused('CONFLICT', 'market.productUnfit'),
    );
    await aGrab(world, { ...lender, demand });
    await expect(aGrab(world, { ...lender, demand })).rejects.toMatchObject(refused('CONFLICT', 'market.sameInstitution'));
    world.setNow(new Date('2026-12-24T02:00:00Z'));
    await expect(aGrab(world, { ...other, demand })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is judged anew, and by the channel of government data, once the bank is let into the file', async () => {
    const lender = await aLender();
    const grabbed = await aGrab(world, { ...lender, demand: await aMarketDemand(world, firm) });
    const accepted = await acceptApplication(as(lender.bank), at(grabbed));
    await expect(startDueDiligence(as(lender.bank), at(accepted))).rejects.toMatchObject(
      refused('CONFLICT', 'dueDiligence.consent'),
    );
    const consent = await aConsent(world, firm, await organisationOf(world, lender.bank));
    const started = await startDueDiligence(as(lender.bank), at(accepted));
    expect(started).toMatchObject({ consentId: consent.id, channel: 'governmentData', matchVerdict: 'possible' });
    expect(await applicationNow(world, grabbed.id)).toEqual(started);
    expect(await world.db.read.select().from(applicationFindings)).toHaveLength(1);
  });
});

describe('transition 1, dispatching', () => {
  it('invites the institutions chosen, by the operator or a department, and says so in the record', async () => {
    const lenders = [await aLender(), await aLender()];
    const demand = await aMarketDemand(world, firm, { route: 'dispatch' });
    expect((await suggestionsFor(as(operator), demand)).fits).toMatchObject(
      lenders.map(() => ({ loan: { rateBpsMin: 300, rateBpsMax: 600, promisedDays: { accept: null } } })),
    );
    const [first, second] = lenders;
    if (!first || !second) throw new Error('two lenders');
    const invitation = await anInvitation(world, operator, { ...first, demand });
    await anInvitation(world, await anActor(world, 'department'), { ...second, demand });
    expect(await underDemand(demand.id)).toMatchObject([
      { state: 'invited', origin: 'invited' },
      { state: 'invited', origin: 'invited' },
    ]);
    const [events = []] = await historiesOf(world.db.read, [invitation]);
    expect(events).toMatchObject([{ verb: 'inviteInstitution', party: 'platform' }]);
    expect((await suggestionsFor(as(operator), demand)).fits).toEqual([]);
  });

  it('is refused to others, to a bank twice, and of a demand on another route', async () => {
    const lender = await aLender();
    const demand = await aMarketDemand(world, firm, { route: 'dispatch' });
    for (const stranger of [lender.bank, firm.actor, { ...operator, role: 'auditor' as const }])
      await expect(anInvitation(world, stranger, { ...lender, demand })).rejects.toMatchObject(refused('NOT_ALLOWED', 'role'));
    await anInvitation(world, operator, { ...lender, demand });
    await expect(anInvitation(world, operator, { ...lender, demand })).rejects.toMatchObject(
      refused('CONFLICT', 'market.productUnfit'),
    );
    const open = await aMarketDemand(world, firm);
    await expect(anInvitation(world, operator, { ...lender, demand: open })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a bank that never says yes or no', () => {
  it('6, 27: loses the invitation after twice its limit, and the next bank is invited with the file', async () => {
    const [first, second] = [await aLender(), await aLender()];
    const demand = await aMarketDemand(world, firm, { route: 'dispatch', allowsSecondLook: true });
    const silent = await anInvitation(world, operator, { ...first, demand });
    world.setNow(new Date('2026-11-25T02:00:00Z'));
    expect(await releaseSilent(platform())).toBe(0);
    world.setNow(new Date('2026-11-26T02:00:00Z'));
    expect(await releaseSilent(platform())).toBe(1);
    expect(await underDemand(demand.id)).toMatchObject([
      { id: silent.id, state: 'released' },
      { institutionId: second.bank.organisationId, state: 'invited', followsId: silent.id, origin: 'invited' },
    ]);
    expect(await passOn(platform())).toBe(0);
    world.setNow(new Date('2026-12-01T02:00:00Z'));
    await releaseSilent(platform());
    // Nobody is left: never the same institution twice.
    expect((await underDemand(demand.id)).map(({ state }) => state)).toEqual(['released', 'released']);
  });
});

describe('a refused firm does not have to give up: the second look', () => {
  it.each(['declined', 'rejected'] as const)('27: goes on to the next bank when one has %s it', async how => {
    const [first, second] = [await aLender(), await aLender()];
    const demand = await aMarketDemand(world, firm, { allowsSecondLook: true });
    const taken = await aGrab(world, { ...first, demand });
    if (how === 'declined') await declineApplication(as(first.bank), { ...at(taken), reasonCode: 'R20' });
    else
      await rejectApplication(as(first.bank), {
        ...at(await acceptApplication(as(first.bank), at(taken))),
        reasonCode: 'R20',
      });
    const [, next] = await underDemand(demand.id);
    expect(next).toMatchObject({ institutionId: second.bank.organisationId, state: 'invited', followsId: taken.id });
    const [events = []] = await historiesOf(world.db.read, [next ?? taken]);
    expect(events).toMatchObject([{ verb: 'inviteInstitution', party: 'platform' }]);
  });

  it('does not, unless the firm has said so; and does once it has', async () => {
    const [first] = [await aLender(), await aLender()];
    const demand = await aMarketDemand(world, firm);
    await declineApplication(as(first.bank), { ...at(await aGrab(world, { ...first, demand })), reasonCode: 'R20' });
    expect(await passOn(platform())).toBe(0);
    await setSecondLook(as(firm.actor), { ...at(await demandNow(world, demand.id)), allows: true });
    // Several servers at once: it goes on once.
    const passed = await Promise.all([passOn(platform()), passOn(platform())]);
    expect(passed.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await underDemand(demand.id)).toHaveLength(2);
  });
});

describe('an auction', () => {
  it('takes offers until its day, and the firm chooses after it', async () => {
    const [first, second, third] = [await aLender(), await aLender(), await aLender()];
    const demand = await anAuction(world, firm);
    const [one, two] = [
      await assessed(first.bank, await aGrab(world, { ...first, demand })),
      await assessed(second.bank, await aGrab(world, { ...second, demand })),
    ];
    const late = await aGrab(world, { ...third, demand });
    await expect(
      makeOffer(as(first.bank), { ...at(one), input: offerInput(world, { validUntil: calendarDate('2026-11-30') }) }),
    ).rejects.toMatchObject(refused('INVALID_INPUT', 'auction.validity'));
    const cheap = await makeOffer(as(first.bank), {
      ...at(one),
      input: offerInput(world, { pricing: { kind: 'fixed', rateBps: 380 } }),
    });
    await makeOffer(as(second.bank), { ...at(two), input: offerInput(world) });
    world.setNow(new Date('2026-11-30T02:00:00Z'));
    await expect(acceptOffer(as(firm.actor), at(cheap))).rejects.toMatchObject(refused('CONFLICT', 'auction.open'));
    expect(await closeAuctions(platform())).toBe(0);
    world.setNow(new Date('2026-12-01T02:00:00Z'));
    expect(await closeAuctions(platform())).toBe(1);
    expect(await closeAuctions(platform())).toBe(0);
    expect(await applicationNow(world, late.id)).toMatchObject({ state: 'lapsed' });
    const told = await world.db.read
      .select()
      .from(messages)
      .where(and(eq(messages.recipientId, firm.id), eq(messages.kind, 'auctionClosed')));
    expect(told).toMatchObject([{ payload: { offers: 2 } }]);
    await acceptOffer(as(firm.actor), at(cheap));
    expect(await applicationNow(world, two.id)).toMatchObject({ state: 'lapsed' });
  });
});

describe('a demand on the market ends with its last day', () => {
  it('expired where nobody took it up, closed unmet where somebody did', async () => {
    const lender = await aLender();
    const [alone, tried] = [await aMarketDemand(world, firm), await aMarketDemand(world, firm)];
    const grabbed = await aGrab(world, { ...lender, demand: tried });
    world.setNow(new Date('2026-12-24T02:00:00Z'));
    expect(await expireDemands(platform())).toBe(1);
    expect(await demandNow(world, alone.id)).toMatchObject({ state: 'expired', closedAt: world.now() });
    expect(await demandNow(world, tried.id)).toMatchObject({ state: 'inProgress', closedAt: null });
    await releaseSilent(platform());
    expect(await applicationById(as(firm.actor), grabbed.id)).toMatchObject({ state: 'released' });
    expect(await expireDemands(platform())).toBe(1);
    expect(await demandNow(world, tried.id)).toMatchObject({ state: 'closedUnmet' });
    expect(await expireDemands(platform())).toBe(0);
  });
});
