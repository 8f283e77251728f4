import { rowById } from '../../../../server/database/rows';
import type { Application } from '../../../../server/financing/applications/tables';
import { collateralsOf } from '../../../../server/financing/collateral/queries';
import type { OfferInput } from '../../../../server/financing/offers/offerTerms';
import type { Offer } from '../../../../server/financing/offers/tables';
import { openSchemes } from '../../../../server/financing/riskSharing/queries';
import { standingOf } from '../../../../server/financing/riskSharing/standing';
import { products } from '../../../../server/products/tables';
import { addDays, type CalendarDate, dayOf } from '../../../../server/shared/dates';
import type { Stage } from '../stage';

const leastFen = 20_000_000;
const processing = { kind: 'processing', chargedBy: 'institution', paidBy: 'enterprise', timing: 'once', rateBps: 50 } as const;
const ofPledge = (['appraisal', 'registration'] as const).map(
  kind => ({ kind, chargedBy: 'thirdParty', paidBy: 'enterprise', timing: 'once', amountFen: 0 }) as const,
);

/** Terms that a bank may offer on an application: all or half of what was asked for, with or without a guarantee or a pledge. */
export async function newTerms({ world, draw, cast }: Stage, application: Application): Promise<OfferInput> {
  const read = world.db.read;
  const today = dayOf(world.now());
  const [pledged = []] = await collateralsOf(read, [application.id]);
  const half = Math.floor(application.amountFen / 2);
  const product = await rowById(read, products, application.productId);
  const isByLpr = product?.id === cast.banks.at(-1)?.product.id;
  const first = addDays(application.offersUntil ?? today, 1);
  return {
    amountFen: half >= leastFen && draw.chance(35) ? half : application.amountFen,
    termMonths: draw.oneOf([3, 6, 12]),
    pricing: isByLpr
      ? { kind: 'lpr', tenor: '1Y', spreadBps: 50 + draw.below(100), repricing: 'monthly' }
      : { kind: 'fixed', rateBps: 350 + draw.below(200) },
    repaymentMethod: draw.oneOf(['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST'] as const),
    dayBasis: draw.oneOf(['30/360', 'ACT/365'] as const),
    securities: draw.chance(12) ? [draw.oneOf(['PATENT_PLEDGE', 'REAL_ESTATE_MORTGAGE'] as const)] : [],
    fees: [...(draw.chance(50) ? [processing] : []), ...(pledged.length > 0 ? ofPledge : [])],
    schemeTermsId: draw.chance(40) ? await schemeAtWork({ world, draw }, today) : null,
    conditions: draw.chance(20) ? '须结清民间借款' : null,
    validUntil: addDays(first > today ? first : today, 5 + draw.below(25)),
  };
}

async function schemeAtWork({ world, draw }: Pick<Stage, 'world' | 'draw'>, today: CalendarDate): Promise<string | null> {
  const open = await openSchemes(world.db.read);
  const chosen = open.length > 0 ? draw.oneOf(open) : null;
  if (!chosen || (await standingOf(world.db.read, chosen.scheme, today)).isStopped) return null;
  return chosen.terms.id;
}

const ofScheme: readonly string[] = ['FINANCING_GUARANTEE', 'LOAN_INSURANCE'];

/** The terms of a granted credit at a rate lower by so many points, or higher; null where it cannot be lower, or floats so that this day has another rate. */
export function betterTerms(approved: Offer | null, today: CalendarDate, byBps = 5): OfferInput | null {
  if (!approved) return plainTerms(today);
  const { pricing, rateBps, securities, fees, schemeTermsId, plan, ...kept } = approved;
  if (pricing.kind === 'lpr') return null;
  const isOfScheme = ({ kind }: { readonly kind: string }) =>
    schemeTermsId !== null && (kind === 'guarantee' || kind === 'insurance');
  return {
    ...kept,
    pricing: { kind: 'fixed', rateBps: rateBps - byBps },
    securities: securities.filter(kind => !ofScheme.includes(kind)),
    fees: fees.filter(fee => !isOfScheme(fee)),
    validUntil: addDays(today, 30),
  };
}

/** Terms for somebody who is refused before anybody looks at them. */
const plainTerms = (today: CalendarDate): OfferInput => ({
  amountFen: 100_000_000,
  termMonths: 12,
  pricing: { kind: 'fixed', rateBps: 400 },
  repaymentMethod: 'EQUAL_INSTALLMENT',
  dayBasis: '30/360',
  securities: [],
  fees: [],
  validUntil: addDays(today, 30),
});
