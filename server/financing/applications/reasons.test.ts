import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDemand, aLoanProduct, applicationNow, aSubmittedApplication } from '../../../tests/support/deals';
import { aFirm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { declineApplication } from './declineApplication';
import { reasonCodes, reasons } from './reasons';
import { reasonShapes } from './types';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** R01 to R23, and R99 for all others. */
const specified = [...Array.from({ length: 23 }, (_, place) => `R${String(place + 1).padStart(2, '0')}`), 'R99'];

it('there are the 24 reasons of the specification, and the API offers each with its words and what would change it', () => {
  expect(reasonCodes).toEqual(specified);
  expect(reasonShapes.map(({ code }) => code)).toEqual(specified);
  for (const { label, change } of reasonShapes)
    for (const words of [label.zh, label.en, change.zh, change.en]) expect(words).not.toBe('');
});

it.each(reasonCodes)('%s can be given, with words where the code alone says too little', async reasonCode => {
  const bank = await anActor(world, 'bank');
  const firm = await aFirm(world);
  const sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
  const { id, version } = await aSubmittedApplication(world, sides);
  const decline = (reasonText?: string) => declineApplication(world.contextFor(bank), { id, version, reasonCode, reasonText });
  if (reasons[reasonCode].needsText) await expect(decline('太短')).rejects.toMatchObject({ details: { field: 'reasonText' } });
  await decline(reasons[reasonCode].needsText ? '11月20日、21日、23日三次去电无人接听' : undefined);
  expect(await applicationNow(world, id)).toMatchObject({ state: 'declined', reasonCode });
});
