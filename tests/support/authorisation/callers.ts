import type { Organisation } from '../../../server/identity/tables';
import { type Actor, type OrganisationKind, organisationKinds, roles } from '../../../server/shared/actor';
import type { Client, Running } from '../http';
import { actorOf, anOrganisation, aUser } from '../identity';
import type { World } from '../world';

/** Somebody who may call an operation. */
export type Caller = {
  /** As a fault names it: "bank auditor". */
  readonly name: string;
  readonly actor: Actor | null;
  readonly client: Client;
};

export type SignedInCaller = Caller & { readonly actor: Actor };

/** Every role of the organisation of each kind that `homes` names. */
export async function everyRole(
  world: World,
  server: Running,
  homes: Readonly<Record<OrganisationKind, Organisation>>,
): Promise<SignedInCaller[]> {
  const callers: SignedInCaller[] = [];
  for (const kind of organisationKinds)
    for (const role of roles) {
      const user = await aUser(world, homes[kind], { role, username: `${kind}-${role}` });
      const actor = actorOf(homes[kind], user);
      callers.push({ name: `${kind} ${role}`, actor, client: await server.as(actor) });
    }
  return callers;
}

/** Somebody who has registered a firm and whom the operator has not confirmed yet. */
export async function anUnconfirmed(world: World, server: Running): Promise<SignedInCaller & { organisation: Organisation }> {
  const organisation = await anOrganisation(world, { kind: 'enterprise', status: 'pending', name: '待确认注册企业' });
  const user = await aUser(world, organisation, { role: 'administrator', status: 'pending', username: 'unconfirmed' });
  const actor: Actor = { ...actorOf(organisation, user), isUnconfirmed: true };
  return { name: 'unconfirmed', actor, client: await server.as(actor), organisation };
}

export const anAnonymous = (server: Running): Caller => ({ name: 'anonymous', actor: null, client: server.anonymous() });
