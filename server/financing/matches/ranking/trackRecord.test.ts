import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aDemand,
  aLoanProduct,
  anAcceptedApplication,
  anOffer,
  applicationNow,
  aSubmittedApplication,
} from '../../../../tests/support/deals';
import { aFirm } from '../../../../tests/support/enterprises';
import { anActor } from '../../../../tests/support/identity';
import { openWorld, type World } from '../../../../tests/support/world';
import type { Product } from '../../../products/tables';
import type { Actor } from '../../../shared/actor';
import { declineApplication } from '../../applications/declineApplication';
import { rejectApplication } from '../../applications/rejectApplication';
import { withdrawApplication } from '../../applications/withdrawApplication';
import { withdrawOffer } from '../../offers/withdrawOffer';
import { decidedCases, trackRecord } from './trackRecord';

let world: World;
let bank: Actor;
let product: Product;

const dayMilliseconds = 86_400_000;
const later = (days: number) => world.setNow(new Date(world.now().getTime() + days * dayMilliseconds));
const refusal = { reasonCode: 'R99', reasonText: '经营情况仍需观察一个季度' } as const;

/** One firm's deal over `product`, from its demand on. */
async function sides() {
  const firm = await aFirm(world);
  return { firm, bank, product, demand: await aDemand(world, firm) };
}

beforeAll(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
  product = await aLoanProduct(world, bank);
});
afterAll(() => world.close());

describe('the record of a product', () => {
  it('counts offers as yes, refusals as no, and what was never decided not at all', async () => {
    const begins = world.now();
    expect(await trackRecord(world.contextFor(bank))).toEqual([]);
    await aSubmittedApplication(world, await sides());
    const withdrawn = await sides();
    const { id, version } = await aSubmittedApplication(world, withdrawn);
    await withdrawApplication(world.contextFor(withdrawn.firm.actor), { id, version });
    expect(await decidedCases(world.db.read, begins)).toEqual([]);

    await anOffer(world, await sides());
    const declined = await aSubmittedApplication(world, await sides());
    const rejected = await anAcceptedApplication(world, await sides());
    const takenBack = await anOffer(world, await sides());
    later(3);
    await declineApplication(world.contextFor(bank), { id: declined.id, version: declined.version, ...refusal });
    await rejectApplication(world.contextFor(bank), { id: rejected.id, version: rejected.version, ...refusal });
    await withdrawOffer(world.contextFor(bank), { id: takenBack.id, version: takenBack.version, reason: '材料有误' });
    const reopened = await applicationNow(world, takenBack.applicationId);
    await rejectApplication(world.contextFor(bank), { id: reopened.id, version: reopened.version, ...refusal });

    expect(await decidedCases(world.db.read, begins)).toEqual([
      // The same day, the same day, three days and three days: an offer decides, whatever comes after it.
      { productId: product.id, category: 'tax', firms: 4, decided: 4, approved: 1, daysToDecision: 1.5 },
    ]);
    expect(await decidedCases(world.db.read, new Date(begins.getTime() + 1))).toEqual([]);
  });

  it('is read anew after an hour, and only then', async () => {
    expect((await trackRecord(world.contextFor(bank)))[0]?.decided).toBe(4);
    world.setNow(new Date(Math.floor(world.now().getTime() / 3_600_000) * 3_600_000 + 3_599_999));
    expect((await world.counting(() => trackRecord(world.contextFor(bank)))).statements).toEqual([]);
    world.setNow(new Date(world.now().getTime() + 1));
    expect((await world.counting(() => trackRecord(world.contextFor(bank)))).statements).not.toEqual([]);
  });
});
