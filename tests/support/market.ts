import type { Application } from '../../server/financing/applications/tables';
import type { DemandInput } from '../../server/financing/demands/demandRequest';
import type { FinancingDemand } from '../../server/financing/demands/tables';
import { grabDemand } from '../../server/financing/market/grabDemand';
import { inviteInstitutions } from '../../server/financing/market/inviteInstitutions';
import type { Actor } from '../../server/shared/actor';
import { addDays, dayOf } from '../../server/shared/dates';
import { aDemand, organisationOf, type Sides } from './deals';
import { aConsent, type Firm } from './enterprises';
import { anActor } from './identity';
import type { World } from './world';

/** Somebody of the operator that matches for the firm: the firm has let it. */
export async function aMatchmaker(world: World, firm: Firm): Promise<Actor> {
  const operator = await anActor(world, 'operator');
  await aConsent(world, firm, await organisationOf(world, operator), { purpose: 'matching' });
  return operator;
}

/** A demand on the market for thirty days, open to be taken unless it says else; its firm lets the platform match it. */
export const aMarketDemand = (world: World, firm: Firm, values: Partial<DemandInput> = {}): Promise<FinancingDemand> =>
  aDemand(world, firm, { route: 'grab', validUntil: addDays(dayOf(world.now()), 30), ...values });

/** An auction until a week from now. */
export const anAuction = (world: World, firm: Firm, values: Partial<DemandInput> = {}): Promise<FinancingDemand> =>
  aMarketDemand(world, firm, { route: 'auction', offersUntil: addDays(dayOf(world.now()), 7), ...values });

/** A demand that a bank has taken with its product. */
export const aGrab = (
  world: World,
  { bank, demand, product }: Pick<Sides, 'bank' | 'demand' | 'product'>,
): Promise<Application> => grabDemand(world.contextFor(bank), { demandId: demand.id, productId: product.id });

/** A demand that `by` has brought to the bank of a product. */
export async function anInvitation(
  world: World,
  by: Actor,
  { demand, product }: Pick<Sides, 'demand' | 'product'>,
): Promise<Application> {
  const [invited] = await inviteInstitutions(world.contextFor(by), { demandId: demand.id, productIds: [product.id] });
  if (!invited) throw new Error('nobody was invited');
  return invited;
}
