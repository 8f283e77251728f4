import type { RequestContext } from '../../context';
import type { Reader } from '../../database/database';
import { organisationsByIds } from '../../identity/organisations/queries';
import { allPolicies } from '../../policies/queries';
import { versionsByIds } from '../../products/queries';
import type { Application } from '../applications/tables';
import { annualisedCost } from '../cost/annualisedCost';
import { type CostSheet, costSheet } from '../cost/costSheet';
import type { RatePpm } from '../cost/ratePpm';
import { scheduleOf } from '../offers/figures';
import type { Offer } from '../offers/tables';
import { type Entitlement, entitlements } from './entitlements';

export type OfferOn = { readonly offer: Offer; readonly application: Application };

/** What public money does to the cost of an offer. */
export type Support = {
  readonly entitlements: readonly Entitlement[];
  /** The cost sheet with the subsidies that are known to be paid. */
  readonly costSheet: CostSheet;
  /** The internal rate net of them; null where none is known to be paid. */
  readonly netAnnualisedRatePpm: RatePpm | null;
};

/** The support of each offer, in the order asked for: by the policies in force for a loan paid out on its `reckonedOn`. */
export async function supportsOf(read: Reader, offers: readonly OfferOn[]): Promise<Support[]> {
  const [policies, firms, versions] = await Promise.all([
    allPolicies(read),
    organisationsByIds(
      read,
      offers.map(({ application }) => application.enterpriseId),
    ),
    versionsByIds(
      read,
      offers.map(({ application }) => application.productVersionId),
    ),
  ]);
  return offers.map(({ offer }, place) => {
    const version = versions[place];
    if (!version || version instanceof Error) throw version ?? new Error(`an offer without its product version ${offer.id}`);
    const schedule = scheduleOf(offer, offer.reckonedOn);
    const found = entitlements(policies, {
      regionCode: firms[place]?.regionCode ?? null,
      category: version.category,
      securities: offer.securities,
      amountFen: offer.amountFen,
      schedule,
      offeredAt: offer.createdAt,
    });
    const known = found.filter(({ unknowns }) => unknowns.length === 0).map(({ subsidy }) => subsidy);
    return {
      entitlements: found,
      costSheet: costSheet(schedule, known),
      netAnnualisedRatePpm: known.length > 0 ? annualisedCost(schedule, known).nominalRatePpm : null,
    };
  });
}

/** For fields of offers whose reader is known to be a party to them. */
export const loadSupports = ({ db }: RequestContext, offers: readonly OfferOn[]) => supportsOf(db.read, offers);
