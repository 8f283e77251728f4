import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '../server/audit/tables';
import { verifyChain } from '../server/audit/verify';
import { signIn } from '../server/identity/sessions/signIn';
import { organisations, users } from '../server/identity/tables';
import { listDemoAccounts } from '../server/identity/users/queries';
import { organisationKinds, systemActor } from '../server/shared/actor';
import { openWorld, type World } from '../tests/support/world';
import { seedIdentity } from './identity';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await seedIdentity(world.contextFor(systemActor('seed')));
});
afterAll(() => world?.close());

describe('the accounts of the demo', () => {
  it('cover every kind of organisation, three banks and two firms among them, all active', async () => {
    const found = await world.db.read.select().from(organisations);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(organisationKinds));
    expect(found.filter(({ kind }) => kind === 'bank')).toHaveLength(3);
    expect(found.filter(({ kind }) => kind === 'enterprise')).toHaveLength(2);
    expect(found.filter(({ status, usccVerdict }) => status !== 'active' || usccVerdict !== 'valid')).toEqual([]);
  });

  it('are all on the sign-in page, firms first, and open with the password printed there', async () => {
    const accounts = await listDemoAccounts(world.db.read);
    expect(accounts.map(({ username }) => username)).toEqual([
      'firm',
      'firm2',
      'bank',
      'bank2',
      'bank3',
      'operator',
      'regulator',
      'department',
      'guarantor',
      'insurer',
    ]);
    for (const { username, password } of accounts) {
      const { user } = await signIn(world.anonymous(), { username, password }, { sessionHours: 1, address: '' });
      expect(user).toMatchObject({ role: 'administrator', status: 'active' });
    }
  });

  it('are recorded like everything else', async () => {
    expect((await verifyChain(world.db.read)).broken).toBeNull();
    const entries = await world.db.read.select().from(auditEntries);
    expect(entries.filter(({ verb }) => verb === 'createOrganisation')).toHaveLength(8);
    expect(entries.filter(({ verb }) => verb === 'confirmOrganisation')).toHaveLength(2);
  });

  it('have the same ids in every run', async () => {
    const other = await openWorld();
    try {
      await seedIdentity(other.contextFor(systemActor('seed')));
      const idsOf = async ({ db }: World) => (await db.read.select({ id: users.id }).from(users)).map(({ id }) => id).sort();
      expect(await idsOf(other)).toEqual(await idsOf(world));
    } finally {
      await other.close();
    }
  });
});
