import { stateCollateral } from '../../../../server/financing/collateral/stateCollateral';
import { claimCompensation } from '../../../../server/financing/compensations/claimCompensation';
import { stateCapital } from '../../../../server/financing/riskSharing/stateCapital';
import type { Actor } from '../../../../server/shared/actor';
import { fenPerWan } from '../../../../server/shared/money';
import { aDemand, aLoanProduct, type Sides } from '../../deals';
import type { Firm } from '../../enterprises';
import { aGuarantee, aGuarantor, aPool, aRequestedGuarantee, aScheme, guaranteeNow, paidOut } from '../../guarantees';
import { anActor } from '../../identity';
import { anyOf, aTownRecord, every, everybody, membersOf, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** Loans that the town's guarantor answers for and one that another does: asked for, and claimed after months without a payment. */
export async function recordsOfGuarantees(people: Townspeople): Promise<TownRecord[]> {
  const { world, firm, otherFirm, otherBank } = people;
  const began = world.now();
  const guarantor = people.officer('guarantor').actor;
  await stateCapital(world.contextFor(guarantor), {
    asOf: '2026-06-30',
    netAssetsFen: 20_000 * fenPerWan,
    outsideLiabilityFen: 0,
    isSmallAndFarm: false,
  });
  const another = await aGuarantor(world);
  world.setNow(new Date('2026-08-03T02:00:00Z'));
  const theirs = await aClaim(people, { firm: otherFirm, bank: otherBank.actor, guarantor: another });
  const ours = await aClaim(people, { firm, bank: people.officer('bank').actor, guarantor });
  world.setNow(began);
  const pending = await aPending(people, { firm, guarantor });
  const pool = await aPool(world, people.officer('department').actor);
  const scheme = await aScheme(world, guarantor);
  const institutions = (['bank', 'guarantor', 'insurer', 'department', 'regulator', 'operator'] as const).map(every);
  return [
    ...(await theirs()),
    ...(await ours()),
    ...pending,
    aTownRecord({ kind: 'scheme', name: 'a scheme', id: scheme.id, isKnown: everybody }),
    aTownRecord({
      kind: 'pool',
      name: 'the pool of the department',
      id: pool.id,
      version: pool.version,
      isOwn: anyOf(membersOf(people.homes.department), every('operator')),
      isKnown: anyOf(...institutions),
    }),
  ];
}

type Guaranteed = { readonly firm: Firm; readonly bank: Actor; readonly guarantor: Actor };

let products = 0;
async function sidesOf({ world }: Townspeople, { firm, bank }: Pick<Guaranteed, 'firm' | 'bank'>): Promise<Sides> {
  return {
    firm,
    bank,
    product: await aLoanProduct(world, bank, { name: `担保贷 ${++products}` }),
    demand: await aDemand(world, firm),
  };
}

/** A loan made now, and how it is claimed once months have passed. */
async function aClaim(people: Townspeople, { firm, bank, guarantor }: Guaranteed): Promise<() => Promise<TownRecord[]>> {
  const { world } = people;
  const sides = await sidesOf(people, { firm, bank });
  const { application } = await aGuarantee(world, sides, { guarantor, scheme: await aScheme(world, guarantor) });
  const collateral = await aRequestedCollateral(people, sides, application.id);
  await paidOut(world, sides, application.id);
  return async () => {
    const claim = await claimCompensation(world.contextFor(bank), await guaranteeNow(world, application.id));
    const parties = membersOf(idOf(bank), idOf(guarantor));
    const isKnown = anyOf(parties, membersOf(firm.organisation));
    const { id, version } = await guaranteeNow(world, application.id);
    const name = `of ${firm.organisation.name} with ${guarantor.organisationId.slice(-4)}`;
    return [
      aTownRecord({ kind: 'guarantee', name: `the guarantee ${name}`, id, version, isOwn: parties, isKnown }),
      aTownRecord({
        kind: 'compensation',
        name: `the claim ${name}`,
        id: claim.id,
        version: claim.version,
        isOwn: parties,
        isKnown,
      }),
      aTownRecord({
        kind: 'collateral',
        name: `the collateral ${name}`,
        id: collateral,
        isOwn: membersOf(idOf(bank), firm.organisation),
        isNamed: parties,
      }),
    ];
  };
}

async function aRequestedCollateral({ world }: Townspeople, { firm }: Sides, applicationId: string): Promise<string> {
  const input = { kind: 'PATENT_PLEDGE' as const, name: '一种轴承', certificate: 'ZL202010000001.1', statedFen: 300 * fenPerWan };
  return (await stateCollateral(world.contextFor(firm.actor), { applicationId, input })).id;
}

/** A guarantee that waits for its decision, asked for by a bank that nobody else has to do with. */
async function aPending(people: Townspeople, { firm, guarantor }: Pick<Guaranteed, 'firm' | 'guarantor'>): Promise<TownRecord[]> {
  const { world } = people;
  const bank = await anActor(world, 'bank');
  const sides = await sidesOf(people, { firm, bank });
  const { guarantee } = await aRequestedGuarantee(world, sides, { guarantor, scheme: await aScheme(world, guarantor) });
  const isOwn = membersOf(idOf(guarantor), idOf(bank));
  const isKnown = anyOf(isOwn, membersOf(firm.organisation));
  const { id, version } = guarantee;
  return [aTownRecord({ kind: 'guarantee', name: 'a guarantee to decide', id, version, isOwn, isKnown })];
}

const idOf = ({ organisationId: id }: Actor) => ({ id });
