import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../server/audit/verify';
import { creditFileOf } from '../../server/enterprises/creditFile/queries';
import { enterprises } from '../../server/enterprises/tables';
import { organisations, users } from '../../server/identity/tables';
import { systemActor } from '../../server/shared/actor';
import { actorOf, anOrganisation, aUser } from '../../tests/support/identity';
import { openWorld, type World } from '../../tests/support/world';
import { demoPlan, seedEnterprises } from './seedEnterprises';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await anOrganisation(world, { kind: 'operator', name: '融桥运营' });
  await anOrganisation(world, { kind: 'bank', name: '旌湖银行' });
  const firm = await anOrganisation(world, { kind: 'enterprise', name: '德阳云源精密零部件有限公司', regionCode: '510603' });
  await aUser(world, firm, { username: 'firm', passwordHash: 'demo-hash' });
  await seedEnterprises(world.contextFor(systemActor('seed')), { ...demoPlan, firms: 12 });
});
afterAll(() => world.close());

const actorNamed = async (username: string) => {
  const [found] = await world.db.read
    .select({ user: users, organisation: organisations })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(users.username, username));
  if (!found) throw new Error(`no user ${username}`);
  return actorOf(found.organisation, found.user);
};

describe('the invented city', () => {
  it('has as many firms as planned, the demo account among them, and an unbroken audit chain', async () => {
    expect(await world.db.read.select({ id: enterprises.id }).from(enterprises)).toHaveLength(12);
    expect(await verifyChain(world.db.read)).toEqual({ checked: 1, broken: null });
  });

  it('gives the demo account a file whose facts speak of today and a score', async () => {
    const actor = await actorNamed('firm');
    const file = await creditFileOf(world.contextFor(actor), { enterpriseId: actor.organisationId, purpose: 'ownFile' });
    const known = [...file.facts.values()].filter(fact => fact.known);
    expect(known.length).toBeGreaterThan(80);
    expect(file.scorecard?.missing).toEqual([]);
    expect(file.size.sizeClass).toBe('SMALL');
  });

  it('lets every other firm sign in with the password of the demo', async () => {
    const [other] = await world.db.read.select().from(users).where(eq(users.username, 'firm-5'));
    expect(other).toMatchObject({ passwordHash: 'demo-hash', status: 'active' });
  });
});
