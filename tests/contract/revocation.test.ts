import { afterAll, beforeAll, expect, it } from 'vitest';
import { revokeConsent } from '../../server/enterprises/consents/revokeConsent';
import { readRecords } from '../../server/enterprises/records/readRecords';
import { aConsent, aFirm, aRecord, keep } from '../support/enterprises';
import { actorOf, anOrganisation, aUser } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const readersMany = 8;

it('no read that begins after a consent was taken back gets anything, however many go on at the same time', async () => {
  const bank = await anOrganisation(world, { kind: 'bank' });
  const reader = actorOf(bank, await aUser(world, bank));
  const firm = await aFirm(world);
  await keep(world, [aRecord(firm)]);
  const { id, version } = await aConsent(world, firm, bank);
  let isRevoked = false;
  let isOver = false;
  const before = { allowed: 0, refused: 0 };
  const after = { allowed: 0, refused: 0 };
  const readOnAndOn = async () => {
    while (!isOver) {
      const seen = isRevoked ? after : before;
      const { records } = await readRecords(world.contextFor(reader), {
        enterpriseId: firm.id,
        purpose: 'creditAssessment',
        dataClasses: ['SOCIAL_INSURANCE'],
      });
      seen[records.length > 0 ? 'allowed' : 'refused'] += 1;
    }
  };
  const readers = Array.from({ length: readersMany }, readOnAndOn);
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise(resolve => setTimeout(resolve, 1));
  };
  await until(() => before.allowed >= 50);
  await revokeConsent(world.contextFor(firm.actor), { id, version });
  isRevoked = true;
  await until(() => after.refused + after.allowed >= 50);
  isOver = true;
  await Promise.all(readers);
  expect(before.allowed).toBeGreaterThanOrEqual(50);
  expect(after).toEqual({ allowed: 0, refused: expect.any(Number) });
});
