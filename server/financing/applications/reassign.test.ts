import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aDemand,
  aKey,
  aLoan,
  aLoanProduct,
  anAcceptedApplication,
  anOffer,
  anUncorrectedApplication,
  applicationNow,
  aSubmittedApplication,
  offerNow,
  organisationOf,
  type Sides,
  submission,
} from '../../../tests/support/deals';
import { aConsent, aFirm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { aGrab, aMarketDemand, aMatchmaker } from '../../../tests/support/market';
import { openWorld, type World } from '../../../tests/support/world';
import { accessLog } from '../../enterprises/accessLog/tables';
import type { Actor } from '../../shared/actor';
import { answerCorrection } from '../corrections/answerCorrection';
import { carriedCorrectionsOf } from '../corrections/carried';
import { acceptApplication } from './acceptApplication';
import { exposuresOf } from './exposure';
import { rejectApplication } from './rejectApplication';
import { startDueDiligence } from './startDueDiligence';
import { submitApplication } from './submitApplication';
import type { Application } from './tables';

let world: World;
let sides: Sides;
let other: Sides;

beforeEach(async () => {
  world = await openWorld();
  const firm = await aFirm(world);
  const [bank, rival] = [await anActor(world, 'bank'), await anActor(world, 'bank')];
  sides = { firm, bank, product: await aLoanProduct(world, bank), demand: await aDemand(world, firm) };
  other = { ...sides, bank: rival, product: await aLoanProduct(world, rival) };
  await aConsent(world, firm, await organisationOf(world, rival));
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const instead = (before: Pick<Application, 'id'>, to = other) =>
  submitApplication(as(sides.firm.actor), {
    input: { ...submission(to), insteadOfId: before.id },
    idempotencyKey: aKey(),
  });
const answers = ['已上传至银行网点', '前五大客户占 62 %'];

describe('25: an applicant locked to one lender’s queue withdraws and goes elsewhere with the same file', () => {
  it('in one step: the former application is withdrawn only as the new one is taken', async () => {
    const waiting = await aSubmittedApplication(world, sides);
    const next = await instead(waiting);
    expect(next).toMatchObject({ state: 'submitted', followsId: waiting.id, demandId: waiting.demandId });
    expect(await applicationNow(world, waiting.id)).toMatchObject({ state: 'withdrawn', decidedAt: world.now() });
  });

  it('with what it has answered, and without saying which bank asked', async () => {
    const asked = await anUncorrectedApplication(world, sides);
    await answerCorrection(as(sides.firm.actor), { ...at(asked), answers });
    const next = await instead(asked);
    const [[carried] = []] = await carriedCorrectionsOf(world.db.read, [next]);
    expect(carried).toMatchObject({ applicationId: asked.id, answers });
    expect(await carriedCorrectionsOf(world.db.read, [asked])).toEqual([[]]);
  });

  it('with its open offer lapsing, and from one that a bank has refused', async () => {
    const offer = await anOffer(world, sides);
    const next = await instead({ id: offer.applicationId });
    expect(await offerNow(world, offer.applicationId, 'lapsed')).toMatchObject({ id: offer.id });
    const taken = await acceptApplication(as(other.bank), at(next));
    await rejectApplication(as(other.bank), { ...at(taken), reasonCode: 'R20' });
    const third = await anActor(world, 'bank');
    await aConsent(world, sides.firm, await organisationOf(world, third));
    const last = await instead(next, { ...sides, bank: third, product: await aLoanProduct(world, third) });
    expect(last.followsId).toBe(next.id);
    expect(await applicationNow(world, next.id)).toMatchObject({ state: 'rejected' });
  });

  it('not in the place of another firm’s, nor of one under another demand (as not found), nor once it is signed', async () => {
    const stranger = await aFirm(world);
    const theirs = await aSubmittedApplication(world, { ...sides, firm: stranger, demand: await aDemand(world, stranger) });
    await expect(instead(theirs)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const own = await aSubmittedApplication(world, sides);
    const elsewhere = { ...other, demand: await aDemand(world, sides.firm) };
    await expect(instead(own, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await applicationNow(world, own.id)).toMatchObject({ state: 'submitted' });
  });
});

describe('a second application at the same bank', () => {
  it('is refused while one is under way, naming it, under another demand and for another product too', async () => {
    const live = await anAcceptedApplication(world, sides);
    const again = { ...sides, demand: await aDemand(world, sides.firm), product: await aLoanProduct(world, sides.bank) };
    await expect(aSubmittedApplication(world, again)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'application.duplicate', applicationId: live.id, product: '德税贷' },
    });
    await rejectApplication(as(sides.bank), { ...at(live), reasonCode: 'R19' });
    expect(await aSubmittedApplication(world, again)).toMatchObject({ state: 'submitted' });
  });

  it('is not made by two submissions at the same moment', async () => {
    await aConsent(world, sides.firm, await organisationOf(world, sides.bank));
    const both = [sides, { ...sides, demand: await aDemand(world, sides.firm) }];
    const outcomes = await Promise.allSettled(
      both.map(each => submitApplication(as(sides.firm.actor), { input: submission(each), idempotencyKey: aKey() })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('may replace the first in its place', async () => {
    const first = await aSubmittedApplication(world, sides);
    const better = { ...sides, product: await aLoanProduct(world, sides.bank) };
    expect(await instead(first, better)).toMatchObject({ productId: better.product.id });
  });
});

it('a bank sees how many others deal with the firm or have lent to it, as numbers', async () => {
  const own = await aSubmittedApplication(world, sides);
  expect(await exposuresOf(world.db.read, [own], as(sides.bank).today)).toEqual([{ liveApplications: 0, lenders: 0 }]);
  const third = await anActor(world, 'bank');
  await aLoan(world, {
    firm: sides.firm,
    bank: third,
    product: await aLoanProduct(world, third),
    demand: await aDemand(world, sides.firm),
  });
  await aSubmittedApplication(world, other);
  expect(await exposuresOf(world.db.read, [own], as(sides.bank).today)).toEqual([{ liveApplications: 1, lenders: 1 }]);
});

it('several hard pulls hurt the score: no bank pulls anything before it is let in, and all read the one shared file', async () => {
  const { firm, bank, product } = sides;
  await aMatchmaker(world, firm);
  const grabbed = await aGrab(world, { bank, product, demand: await aMarketDemand(world, firm) });
  const readBy = async (reader: Actor) =>
    (
      await world.db.read
        .select()
        .from(accessLog)
        .where(and(eq(accessLog.enterpriseId, firm.id), eq(accessLog.readerOrganisationId, reader.organisationId)))
    ).length;
  expect(await readBy(bank)).toBe(0);
  const accepted = await acceptApplication(as(bank), at(grabbed));
  expect(await readBy(bank)).toBe(0);
  await aConsent(world, firm, await organisationOf(world, bank));
  await startDueDiligence(as(bank), at(accepted));
  expect(await readBy(bank)).toBeGreaterThan(0);
});
