import type { Organisation } from '../../../server/identity/tables';
import type { OrganisationKind } from '../../../server/shared/actor';
import { aFirm, type Firm } from '../enterprises';
import { type Running, serve } from '../http';
import { actorOf, anOrganisation, aUser } from '../identity';
import { openWorld, type World } from '../world';
import { anAnonymous, anUnconfirmed, type Caller, everyRole, type SignedInCaller } from './callers';
import type { TownRecord } from './records';
import { recordsOfConsentRequests } from './town/consentRequests';
import { recordsOfConsents } from './town/consents';
import { recordsOfFinancing } from './town/financing';
import { recordsOfGuarantees } from './town/guarantees';
import { recordsOfImports } from './town/imports';
import { recordsOfMarket } from './town/market';
import { recordsOfMatchRuns } from './town/matchRuns';
import { recordsOfMessages } from './town/messages';
import { recordsOfObjections } from './town/objections';
import { recordsOfOversight } from './town/oversight';
import { recordsOfParties } from './town/parties';
import { recordsOfPolicies } from './town/policies';
import { recordsOfProducts } from './town/products';
import { recordsOfVerdictReviews } from './town/verdictReviews';
import { recordsOfWarnings } from './town/warnings';
import { recordsOfWhiteLists } from './town/whiteLists';

/** Everybody in a small town: one organisation of each kind that calls, and others that own what is foreign to it. */
export type Townspeople = {
  readonly world: World;
  readonly homes: Readonly<Record<OrganisationKind, Organisation>>;
  readonly firm: Firm;
  /** Consented to the other bank alone. */
  readonly otherFirm: Firm;
  /** Has taken back what it once consented to. */
  readonly formerFirm: Firm;
  readonly otherBank: SignedInOrganisation;
  readonly otherInsurer: SignedInOrganisation;
  readonly otherDepartment: SignedInOrganisation;
  /** Every role of each kind of organisation. */
  readonly members: readonly SignedInCaller[];
  readonly unconfirmed: SignedInCaller & { readonly organisation: Organisation };
  /** The caller that works for the home of this kind. */
  readonly officer: (kind: OrganisationKind) => SignedInCaller;
};

export type SignedInOrganisation = { readonly organisation: Organisation; readonly actor: SignedInCaller['actor'] };

export type Town = {
  readonly callers: readonly Caller[];
  readonly records: readonly TownRecord[];
  /** The records whose id or words a caller may read nowhere. */
  readonly unreadableTo: (caller: Caller) => readonly TownRecord[];
  readonly close: () => Promise<void>;
};

/** Opens the town and serves it over HTTP. What is foreign to the callers comes first among its records. */
export async function openTown(): Promise<Town> {
  const world = await openWorld();
  const server = await serve(world, {}, { withoutSocket: true });
  const people = await settle(world, server);
  const records = [
    ...(await recordsOfParties(people)),
    // First of the deals: they began months ago.
    ...(await recordsOfGuarantees(people)),
    // Before the consents: those of the deals are replaced by them, and one is taken back.
    ...(await recordsOfFinancing(people)),
    ...(await recordsOfConsents(people)),
    ...(await recordsOfMarket(people)),
    ...(await recordsOfConsentRequests(people)),
    ...(await recordsOfObjections(people)),
    ...(await recordsOfWarnings(people)),
    ...(await recordsOfProducts(people)),
    ...(await recordsOfImports(people)),
    ...(await recordsOfOversight(people)),
    ...(await recordsOfMessages(people)),
    ...(await recordsOfMatchRuns(people)),
    ...(await recordsOfPolicies(people)),
    ...(await recordsOfVerdictReviews(people)),
    ...(await recordsOfWhiteLists(people)),
  ];
  const callers = [...people.members, people.unconfirmed, anAnonymous(server)];
  const unreadable = new Map(callers.map(caller => [caller, unreadableAmong(records, caller)]));
  return {
    callers,
    records,
    unreadableTo: caller => unreadable.get(caller) ?? records,
    async close() {
      await server.close();
      await world.close();
    },
  };
}

/** What is a record of one kind may be one of another too: read as either, its id is known. */
function unreadableAmong(records: readonly TownRecord[], caller: Caller): readonly TownRecord[] {
  const readable = new Set(records.filter(record => record.isNamed(caller)).map(({ id }) => id));
  return records.filter(({ id }) => !readable.has(id));
}

async function settle(world: World, server: Running): Promise<Townspeople> {
  const firm = await aFirm(world, { name: '广汉本企机械厂', uscc: '91510681MA6TOWN011', details: { code: 'E901' } });
  const otherFirm = await aFirm(world, { name: '什邡他企食品厂', uscc: '91510682MA6TOWN022', details: { code: 'E902' } });
  const formerFirm = await aFirm(world, { name: '绵竹前企化工厂', uscc: '91510683MA6TOWN033', details: { code: 'E903' } });
  const homes: Townspeople['homes'] = {
    bank: await anOrganisation(world, { kind: 'bank', name: '德阳本行' }),
    enterprise: firm.organisation,
    guarantor: await anOrganisation(world, { kind: 'guarantor', name: '德阳担保公司' }),
    insurer: await anOrganisation(world, { kind: 'insurer', name: '德阳保险公司' }),
    department: await anOrganisation(world, { kind: 'department', name: '德阳市人社局' }),
    regulator: await anOrganisation(world, { kind: 'regulator', name: '德阳金融监管局' }),
    operator: await anOrganisation(world, { kind: 'operator', name: '德阳平台运营方' }),
  };
  const members = await everyRole(world, server, homes);
  return {
    world,
    homes,
    firm,
    otherFirm,
    formerFirm,
    otherBank: await another(world, 'bank', '旌阳他行'),
    otherInsurer: await another(world, 'insurer', '旌阳他险'),
    otherDepartment: await another(world, 'department', '绵阳市人社局', '510700'),
    members,
    unconfirmed: await anUnconfirmed(world, server),
    officer(kind) {
      const found = members.find(({ actor }) => actor.organisationKind === kind && actor.role === 'officer');
      if (!found) throw new Error(`no officer of a ${kind}`);
      return found;
    },
  };
}

async function another(world: World, kind: OrganisationKind, name: string, regionCode = '510600'): Promise<SignedInOrganisation> {
  const organisation = await anOrganisation(world, { kind, name, regionCode });
  return { organisation, actor: actorOf(organisation, await aUser(world, organisation, { username: `other-${kind}` })) };
}
