import { eq } from 'drizzle-orm';
import { applications } from '../../../../server/financing/applications/tables';
import { counterOffer } from '../../../../server/financing/counterOffers/counterOffer';
import { restFenOf } from '../../../../server/financing/demands/access';
import { courseOf } from '../../../../server/financing/demands/queries';
import { financingDemands } from '../../../../server/financing/demands/tables';
import { acceptOffer } from '../../../../server/financing/offers/acceptOffer';
import { verbsOnOffer } from '../../../../server/financing/offers/access';
import { declineOffer } from '../../../../server/financing/offers/declineOffer';
import { offers } from '../../../../server/financing/offers/tables';
import { withdrawOffer } from '../../../../server/financing/offers/withdrawOffer';
import { dayOf } from '../../../../server/shared/dates';
import { at, type Stage, type Subject } from '../stage';

/** One of the offers of an application, the last more often than the ones before. */
export async function offerSubject({ world, draw }: Stage, applicationId: string): Promise<Subject | null> {
  const read = world.db.read;
  const today = dayOf(world.now());
  const [found] = await read
    .select({ application: applications, demand: financingDemands })
    .from(applications)
    .innerJoin(financingDemands, eq(financingDemands.id, applications.demandId))
    .where(eq(applications.id, applicationId));
  const made = await read.select().from(offers).where(eq(offers.applicationId, applicationId)).orderBy(offers.number);
  const offer = draw.chance(80) ? made.at(-1) : made[draw.below(made.length)];
  if (!found || !offer) return null;
  const { application, demand } = found;
  const restFen = restFenOf(demand, await courseOf(read, demand.id, today));
  const change = at(offer);
  return {
    label: `offer ${offer.number} of application ${applicationId.slice(-4)}, ${offer.state}`,
    offeredTo: actor => verbsOnOffer(actor, application, offer, { today, restFen }),
    verbs: {
      acceptOffer: () => ({ run: context => acceptOffer(context, change) }),
      declineOffer: () => ({ run: context => declineOffer(context, { ...change, reason: '利率偏高' }) }),
      withdrawOffer: () => ({ run: context => withdrawOffer(context, { ...change, reason: '条件变化' }) }),
      counterOffer: () => {
        const { amountFen, termMonths, repaymentMethod } = offer;
        const input = { amountFen, termMonths, repaymentMethod, rateBps: offer.rateBps - 1 - draw.below(20), securities: [] };
        return { run: context => counterOffer(context, { ...change, input }) };
      },
    },
  };
}
