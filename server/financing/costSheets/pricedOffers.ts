import type { ActorContext } from '../../context';
import { organisationsByIds } from '../../identity/organisations/queries';
import { versionsByIds } from '../../products/queries';
import { notFound } from '../../shared/refusals';
import { canSeeApplication, knowsWhose } from '../applications/access';
import { applicationsByIds, applicationsUnderDemand } from '../applications/queries';
import type { Application } from '../applications/tables';
import { demandById } from '../demands/queries';
import { offerStateOn } from '../offers/access';
import { scheduleOf } from '../offers/figures';
import { offersByIds, offersOf } from '../offers/queries';
import type { Offer } from '../offers/tables';
import { offerWord } from '../offers/words';
import type { RepaymentSchedule } from '../repayment/schedule';
import { type OfferOn, type Support, supportsOf } from '../subsidies/support';

/** An offer with all that its cost sheet says: who, on what, and what it comes to. */
export type PricedOffer = {
  readonly offer: Offer;
  readonly application: Application;
  /** Null where the bank has not learned whose the application is. */
  readonly enterprise: { readonly name: string; readonly uscc: string | null } | null;
  readonly institution: string;
  readonly product: string;
  readonly schedule: RepaymentSchedule;
  /** What public money does to it; its cost sheet counts the subsidies that are known to be paid. */
  readonly support: Support;
};

/** The offer with its costs, for a party of its application; for everybody else it does not exist. */
export async function pricedOfferById(context: ActorContext, offerId: string): Promise<PricedOffer> {
  const [offer] = await offersByIds(context.db.read, [offerId]);
  if (!offer || offer instanceof Error) throw notFound(offerWord, offerId);
  const [application] = await applicationsByIds(context.db.read, [offer.applicationId]);
  if (!application || application instanceof Error || !canSeeApplication(context.actor, application))
    throw notFound(offerWord, offerId);
  const [priced] = await pricedAll(context, [{ offer, application }]);
  if (!priced) throw notFound(offerWord, offerId);
  return priced;
}

/** The offers that stand on a demand's applications, open or accepted, for its firm. */
export async function pricedOffersOfDemand(context: ActorContext, demandId: string): Promise<PricedOffer[]> {
  await demandById(context, demandId);
  const applications = await applicationsUnderDemand(context.db.read, demandId);
  const offers = await offersOf(
    context.db.read,
    applications.map(({ id }) => id),
  );
  const standing = applications.flatMap((application, place) =>
    (offers[place] ?? [])
      .filter(offer => ['open', 'accepted'].includes(offerStateOn(offer, context.today)))
      .map(offer => ({ offer, application })),
  );
  return standing.length === 0 ? [] : pricedAll(context, standing);
}

async function pricedAll({ db, actor }: ActorContext, standing: readonly OfferOn[]): Promise<PricedOffer[]> {
  const [institutions, enterprises, versions, supports] = await Promise.all([
    organisationsByIds(
      db.read,
      standing.map(({ application }) => application.institutionId),
    ),
    organisationsByIds(
      db.read,
      standing.map(({ application }) => application.enterpriseId),
    ),
    versionsByIds(
      db.read,
      standing.map(({ application }) => application.productVersionId),
    ),
    supportsOf(db.read, standing),
  ]);
  return standing.map(({ offer, application }, place) => {
    const support = supports[place];
    const version = versions[place];
    if (!version || version instanceof Error || !support) throw version ?? notFound(offerWord, offer.id);
    return {
      offer,
      application,
      enterprise: knowsWhose(actor, application) ? (enterprises[place] ?? null) : null,
      institution: institutions[place]?.name ?? '',
      product: version.name,
      schedule: scheduleOf(offer, offer.reckonedOn),
      support,
    };
  });
}
