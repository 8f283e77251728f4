import type { Actor } from '../shared/actor';
import type { CalendarDate } from '../shared/dates';
import type { LprQuote } from '../shared/rate';
import { allowedVerbs, canSeeRevision, partyOf } from './access';
import { stateOf } from './lifecycle';
import { ratesOn } from './pricing';
import type { ListedVersion, ProductView } from './queries';
import type { ProductVersion } from './tables';
import type { Pricing } from './terms';
import type { PricingType } from './termTypes';
import type { ProductType } from './types';
import type { AnnualRatesType } from './versionTypes';

/** A product as `actor` is shown it. */
export function productShape(actor: Actor | null, view: ProductView<ListedVersion | ProductVersion>): ProductType {
  const { id, version, kind, code, stateReason, firstPublishedOn, createdAt, institution } = view;
  const seesRevision = canSeeRevision(actor, view);
  return {
    id,
    version,
    kind,
    code,
    revision: seesRevision ? view.revision : 'none',
    stateReason: partyOf(actor, view) === null ? null : stateReason,
    firstPublishedOn,
    createdAt,
    institution,
    state: stateOf(view),
    terms: view.terms,
    draftVersionId: seesRevision ? view.draftVersionId : null,
    allowedVerbs: allowedVerbs(actor, view),
  };
}

/** A pricing as GraphQL shows it: what its kind does not have is null. */
export function pricingShape(pricing: Pricing): PricingType {
  const unsaid = { rateBpsMin: null, rateBpsMax: null, tenor: null, spreadBpsMin: null, spreadBpsMax: null, repricing: null };
  return { ...unsaid, ...pricing };
}

/** The annual rates of `pricing` on `date`, with the quotation they rest on. */
export function ratesShape(pricing: Pricing | null, date: CalendarDate, quotes: readonly LprQuote[]): AnnualRatesType {
  const { rateBpsMin, rateBpsMax, lpr } = ratesOn(pricing, date, quotes);
  return { rateBpsMin, rateBpsMax, lprPublishedOn: lpr?.publishedOn ?? null, lprRateBps: lpr?.rateBps ?? null };
}
