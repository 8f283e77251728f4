import { eq } from 'drizzle-orm';
import type { Application } from '../../server/financing/applications/tables';
import { signContract } from '../../server/financing/contracts/signContract';
import { disburse } from '../../server/financing/deals/disburse';
import type { MatchedTransaction } from '../../server/financing/deals/tables';
import { approveGuarantee } from '../../server/financing/guarantees/decideGuarantee';
import { requestGuarantee } from '../../server/financing/guarantees/requestGuarantee';
import { type Guarantee, guarantees } from '../../server/financing/guarantees/tables';
import type { OfferInput } from '../../server/financing/offers/offerTerms';
import { createScheme } from '../../server/financing/riskSharing/createScheme';
import { depositIntoPool } from '../../server/financing/riskSharing/depositIntoPool';
import { openPool } from '../../server/financing/riskSharing/openPool';
import type { SchemeInput } from '../../server/financing/riskSharing/readScheme';
import { stateCapital } from '../../server/financing/riskSharing/stateCapital';
import type { CompensationPool, RiskSharingScheme } from '../../server/financing/riskSharing/tables';
import type { Actor } from '../../server/shared/actor';
import { dayOf } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { anAcceptedOffer, applicationNow, issued, type Sides } from './deals';
import { anActor } from './identity';
import type { World } from './world';

/** A guarantor with net assets of 200,000,000 yuan and nothing on its books. */
export async function aGuarantor(world: World, netAssetsWan = 20_000): Promise<Actor> {
  const guarantor = await anActor(world, 'guarantor');
  await stateCapital(world.contextFor(guarantor), {
    asOf: '2025-12-31',
    netAssetsFen: netAssetsWan * fenPerWan,
    outsideLiabilityFen: 0,
    isSmallAndFarm: false,
  });
  return guarantor;
}

/** A pool of a department's that holds 5,000,000 yuan. */
export async function aPool(world: World, holder: Actor, wan = 500): Promise<CompensationPool> {
  const pool = await openPool(world.contextFor(holder), { name: '专利质押风险补偿资金', holderId: holder.organisationId });
  const input = { amountFen: wan * fenPerWan, bookedOn: '2026-01-05', note: '财政首期出资' };
  return depositIntoPool(world.contextFor(holder), { id: pool.id, version: pool.version, input });
}

/** Four fifths to a guarantor, one to the bank, at a fee of 1 % a year; a claim after 60 days. */
export const schemeInput = (guarantor: Actor, values: Partial<SchemeInput> = {}): SchemeInput => ({
  name: '2:8 银担分险',
  parties: [
    { role: 'guarantor', organisationId: guarantor.organisationId, shareBps: 8000 },
    { role: 'bank', shareBps: 2000 },
  ],
  overdueDays: 60,
  guaranteeFeeBps: 100,
  ...values,
});

/** A scheme of the guarantor's own. */
export const aScheme = (world: World, guarantor: Actor, values: Partial<SchemeInput> = {}): Promise<RiskSharingScheme> =>
  createScheme(world.contextFor(guarantor), schemeInput(guarantor, values));

export type Guaranteed = {
  readonly guarantor: Actor;
  readonly scheme: RiskSharingScheme;
  readonly application: Application;
  readonly guarantee: Guarantee;
};

/** A guarantee that a bank has asked for, under a scheme of its own or the one given. */
export async function aRequestedGuarantee(
  world: World,
  sides: Sides,
  given: { readonly scheme?: RiskSharingScheme; readonly guarantor?: Actor; readonly offer?: Partial<OfferInput> } = {},
): Promise<Guaranteed> {
  const guarantor = given.guarantor ?? (await aGuarantor(world));
  const scheme = given.scheme ?? (await aScheme(world, guarantor));
  const offer = await anAcceptedOffer(world, sides, { schemeTermsId: scheme.currentTermsId, ...given.offer });
  const { id, version } = await applicationNow(world, offer.applicationId);
  const application = await requestGuarantee(world.contextFor(sides.bank), { id, version });
  return { guarantor, scheme, application, guarantee: await guaranteeNow(world, id) };
}

/** A guarantee that its guarantor has agreed to. */
export async function aGuarantee(
  world: World,
  sides: Sides,
  given: Parameters<typeof aRequestedGuarantee>[2] = {},
): Promise<Guaranteed> {
  const asked = await aRequestedGuarantee(world, sides, given);
  const { id, version } = asked.guarantee;
  const guarantee = await approveGuarantee(world.contextFor(asked.guarantor), { id, version, affiliates: [] });
  return { ...asked, guarantee, application: await applicationNow(world, id) };
}

/** The loan of a granted credit, its contract signed, paid out today. */
export async function paidOut(world: World, sides: Sides, applicationId: string): Promise<MatchedTransaction> {
  await issued(world, sides, applicationId);
  const contract = await applicationNow(world, applicationId);
  await signContract(world.contextFor(sides.firm.actor), { id: contract.id, version: contract.version });
  const { id, version } = await applicationNow(world, applicationId);
  return disburse(world.contextFor(sides.bank), { id, version, input: { disbursedOn: dayOf(world.now()) } });
}

export async function guaranteeNow(world: World, id: string): Promise<Guarantee> {
  const [guarantee] = await world.db.read.select().from(guarantees).where(eq(guarantees.id, id));
  if (!guarantee) throw new Error(`no guarantee ${id}`);
  return guarantee;
}
