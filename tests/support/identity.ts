import type { Organisation, User } from '../../server/identity/tables';
import { organisations, users } from '../../server/identity/tables';
import type { Actor, OrganisationKind, Role } from '../../server/shared/actor';
import type { World } from './world';

/** An active organisation in Deyang; whatever a test cares about, it says. */
export async function anOrganisation(world: World, values: Partial<Organisation> = {}): Promise<Organisation> {
  const id = values.id ?? world.newId();
  const organisation: Organisation = {
    id,
    kind: 'bank',
    name: `机构 ${id.slice(-4)}`,
    shortName: null,
    uscc: null,
    usccVerdict: null,
    regionCode: '510600',
    status: 'active',
    statusReason: null,
    createdAt: world.now(),
    version: 1,
    ...values,
  };
  await world.db.write(tx => tx.insert(organisations).values(organisation));
  return organisation;
}

/** An active officer of `organisation`, whose password nobody knows. */
export async function aUser(world: World, organisation: Pick<Organisation, 'id'>, values: Partial<User> = {}): Promise<User> {
  const id = values.id ?? world.newId();
  const user: User = {
    id,
    organisationId: organisation.id,
    username: `user-${id.slice(-4)}`,
    name: '测试用户',
    passwordHash: '',
    role: 'officer',
    status: 'active',
    statusReason: null,
    failedAttempts: 0,
    lockedUntil: null,
    createdAt: world.now(),
    version: 1,
    ...values,
  };
  await world.db.write(tx => tx.insert(users).values(user));
  return user;
}

/** A user of a new organisation of `kind`, as the actor of a context. */
export async function anActor(world: World, kind: OrganisationKind, role: Role = 'officer'): Promise<Actor> {
  const organisation = await anOrganisation(world, { kind });
  return actorOf(organisation, await aUser(world, organisation, { role }));
}

/** `user` of `organisation` as the actor of a context. */
export const actorOf = (organisation: Organisation, user: User): Actor => ({
  userId: user.id,
  username: user.username,
  organisationId: organisation.id,
  organisationKind: organisation.kind,
  role: user.role,
});
