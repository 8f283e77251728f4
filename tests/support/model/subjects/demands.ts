import { and, eq, or } from 'drizzle-orm';
import { rowById } from '../../../../server/database/rows';
import { isLiveOn } from '../../../../server/financing/applications/conditions';
import { consentsBetween } from '../../../../server/financing/applications/consentsBetween';
import { committedStates } from '../../../../server/financing/applications/lifecycle';
import { submitApplication } from '../../../../server/financing/applications/submitApplication';
import { applications } from '../../../../server/financing/applications/tables';
import { isOnMarket, verbsOnDemand } from '../../../../server/financing/demands/access';
import { courseOf } from '../../../../server/financing/demands/queries';
import { openRoutes } from '../../../../server/financing/demands/routes';
import { setSecondLook } from '../../../../server/financing/demands/setSecondLook';
import { type FinancingDemand, financingDemands } from '../../../../server/financing/demands/tables';
import { withdrawDemand } from '../../../../server/financing/demands/withdrawDemand';
import { mayDispatch, mayGrab } from '../../../../server/financing/market/access';
import { firmsThatMatch } from '../../../../server/financing/market/consent';
import { suggestionsFor } from '../../../../server/financing/market/dispatch';
import { grabDemand } from '../../../../server/financing/market/grabDemand';
import { inviteInstitutions } from '../../../../server/financing/market/inviteInstitutions';
import { dayOf } from '../../../../server/shared/dates';
import { aKey } from '../../deals';
import { at, type Stage, type Subject, type Verb } from '../stage';

/** A demand: its firm's verbs, and how banks come to it on the market. */
export async function demandSubject(stage: Stage, id: string): Promise<Subject | null> {
  const { world, draw, cast } = stage;
  const read = world.db.read;
  const today = dayOf(world.now());
  const demand = await rowById(read, financingDemands, id);
  if (!demand) return null;
  const course = await courseOf(read, id, today);
  const isOpen = isOnMarket(demand, course, today);
  const grabbers = isOpen && openRoutes.some(route => route === demand.route) ? await banksThatSee(stage, demand) : new Set();
  const isToDispatch = isOpen && demand.route === 'dispatch';
  const change = at(demand);
  return {
    label: `demand ${id.slice(-4)}, ${demand.state}, ${demand.route}`,
    offeredTo: actor => [
      ...verbsOnDemand(actor, demand, course, today),
      ...(mayGrab(actor) && grabbers.has(actor.organisationId) ? ['grabDemand'] : []),
      ...(mayDispatch(actor) && isToDispatch ? ['inviteInstitutions'] : []),
    ],
    verbs: {
      submitApplication: () => submission(stage, demand),
      withdrawDemand: () => ({ run: context => withdrawDemand(context, change) }),
      setSecondLook: () => {
        const allows = draw.chance(70);
        return { run: context => setSecondLook(context, { ...change, allows }) };
      },
      grabDemand: () => ({
        run: context => {
          const own = cast.banks.find(({ organisation }) => organisation.id === context.actor.organisationId);
          return grabDemand(context, { demandId: id, productId: (own ?? cast.banks[0])?.product.id ?? '' });
        },
      }),
      inviteInstitutions: async () => {
        const fits = isToDispatch ? (await suggestionsFor(world.contextFor(cast.operator), demand)).fits : [];
        const productIds = [fits[draw.below(fits.length)]?.productId ?? cast.banks[0]?.product.id ?? ''];
        const isMatched = (await firmsThatMatch(read, [demand.enterpriseId], today)).has(demand.enterpriseId);
        const unfit = fits.length === 0 ? 'market.productUnfit' : null;
        return {
          run: context => inviteInstitutions(context, { demandId: id, productIds }),
          hindrance: isMatched ? unfit : 'consent.missing',
        };
      },
    },
  };
}

/**
 * The banks that find the demand among the open ones: its firm lets the platform match it, and they neither had it before nor
 * deal with the firm. Every product of the model fits every demand.
 */
async function banksThatSee({ world, cast }: Stage, { id, enterpriseId }: FinancingDemand): Promise<ReadonlySet<string>> {
  const read = world.db.read;
  const today = dayOf(world.now());
  if (!(await firmsThatMatch(read, [enterpriseId], today)).has(enterpriseId)) return new Set();
  const known = await read
    .select({ institutionId: applications.institutionId })
    .from(applications)
    .where(or(eq(applications.demandId, id), and(eq(applications.enterpriseId, enterpriseId), isLiveOn(today))));
  const ids = cast.banks.map(({ organisation }) => organisation.id);
  return new Set(ids.filter(bankId => !known.some(({ institutionId }) => institutionId === bankId)));
}

/** An application to one of the banks; now and then in the place of one that is under way or over. */
async function submission({ world, draw, cast }: Stage, demand: FinancingDemand): Promise<Verb> {
  const read = world.db.read;
  const today = dayOf(world.now());
  const { enterpriseId } = demand;
  const under = await read.select().from(applications).where(eq(applications.demandId, demand.id));
  const live = await read
    .select({ id: applications.id, institutionId: applications.institutionId })
    .from(applications)
    .where(and(eq(applications.enterpriseId, enterpriseId), isLiveOn(today)));
  const free = cast.banks.filter(({ organisation }) => !live.some(({ institutionId }) => institutionId === organisation.id));
  const { organisation, product } = draw.oneOf(free.length > 0 && draw.chance(85) ? free : cast.banks);
  const institutionId = organisation.id;
  const consents = await consentsBetween(read, { enterpriseId, institutionId }, today);
  const movable = under.filter(({ state }) => !committedStates.some(each => each === state));
  const insteadOf = movable.length > 0 && draw.chance(15) ? draw.oneOf(movable) : null;
  const isTwice = live.some(each => each.institutionId === institutionId && each.id !== insteadOf?.id);
  const input = {
    demandId: demand.id,
    productId: product.id,
    productVersionId: product.currentVersionId ?? '',
    insteadOfId: insteadOf?.id ?? null,
  };
  const idempotencyKey = aKey();
  return {
    run: context => submitApplication(context, { input, idempotencyKey }),
    hindrance: consents.length === 0 ? 'consent.missing' : isTwice ? 'application.duplicate' : null,
  };
}
