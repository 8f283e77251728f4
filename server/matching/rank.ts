import type { Verdict } from './match';

/**
 * What a product's place rests on. Null is not known: it is never read as good, so what a bank leaves unsaid earns nothing
 * and cannot raise its product. None of it depends on anything paid for a place.
 */
export type Standing = {
  /** The total annual cost to the firm, fees included, in basis points. */
  readonly costBps: number | null;
  /** The share of firms like this product's applicants that were approved, smoothed, in basis points. */
  readonly approvalBps: number | null;
  /** Calendar days from application to decision. */
  readonly days: number | null;
  readonly amountFenMax: number | null;
};

export const scoreParts = ['cost', 'chance', 'speed', 'amountFit'] as const;
export type ScorePart = (typeof scoreParts)[number];

/** Each in [0, 1], or null where it is not known. */
export type Parts = Readonly<Record<ScorePart, number | null>>;

/** In hundredths of the whole. What the firm pays weighs most, then whether it will get the money at all. */
export const weights: Readonly<Record<ScorePart, number>> = { cost: 40, chance: 25, speed: 15, amountFit: 20 };

/** How near a product is: one move away is a product that one clause, which can be changed, keeps from the firm. */
export const tiers = ['eligible', 'possible', 'oneMoveAway', 'rest'] as const;
export type Tier = (typeof tiers)[number];

export const orders = ['best', 'cheapest', 'fastest', 'largest'] as const;
export type Order = (typeof orders)[number];

export type Candidate = {
  readonly productId: string;
  readonly verdict: Verdict;
  /** How many clauses are not met. */
  readonly unmet: number;
  readonly isOneMoveAway: boolean;
};

export type RankQuestion = {
  /** Null where the firm has not said: then how well an amount fits is nobody's part. */
  readonly requestedFen: number | null;
  readonly by: Order;
};

export type Place<Of extends Candidate = Candidate> = {
  readonly candidate: Of;
  readonly tier: Tier;
  /** The weighted mean of the counted parts, in [0, 1], to four decimals. */
  readonly score: number;
  readonly parts: Parts;
};

/**
 * The candidates by tier, and within a tier by `by`: best first by score, or by one measure with those that do not state it
 * last and the score second. Among the rest the fewest unmet clauses come first, because they are the nearest. Ties go by
 * product id, so equal input gives equal output. `standings` holds every product in force: which parts count is theirs to
 * say, so that a filter never changes a score.
 */
export function rank<Of extends Candidate>(
  candidates: readonly Of[],
  standings: ReadonlyMap<string, Standing>,
  { requestedFen, by }: RankQuestion,
): readonly Place<Of>[] {
  const counted = countedParts([...standings.values()], requestedFen);
  return candidates
    .map(candidate => {
      const standing = standingIn(standings, candidate.productId);
      const parts = partsOf(standing, requestedFen);
      return { candidate, tier: tierOf(candidate), score: scoreOf(parts, counted), parts, measure: measureOf(standing, by) };
    })
    .sort(
      (a, b) =>
        tiers.indexOf(a.tier) - tiers.indexOf(b.tier) ||
        (a.tier === 'rest' ? a.candidate.unmet - b.candidate.unmet : 0) ||
        a.measure - b.measure ||
        b.score - a.score ||
        (a.candidate.productId < b.candidate.productId ? -1 : 1),
    )
    .map(({ candidate, tier, score, parts }) => ({ candidate, tier, score, parts }));
}

/**
 * The parts that count: those that at least one product has. A part that nobody has, such as the chance before the first
 * decision, is left out and the others share its weight.
 */
export const countedParts = (standings: readonly Standing[], requestedFen: number | null): readonly ScorePart[] =>
  scoreParts.filter(part => standings.some(standing => partsOf(standing, requestedFen)[part] !== null));

/** What `standing` earns in each part. */
export const partsOf = ({ costBps, approvalBps, days, amountFenMax }: Standing, requestedFen: number | null): Parts => ({
  cost: costBps === null ? null : falling(costBps, costBpsBest, costBpsWorst),
  chance: approvalBps === null ? null : approvalBps / 10_000,
  speed: days === null ? null : falling(days, 0, daysWorst),
  amountFit: amountFenMax === null || requestedFen === null ? null : Math.min(1, amountFenMax / requestedFen),
});

/** The weighted mean of the counted parts; a part that is not known earns nothing. */
export function scoreOf(parts: Parts, counted: readonly ScorePart[]): number {
  const whole = counted.reduce((sum, part) => sum + weights[part], 0);
  if (whole === 0) return 0;
  const earned = counted.reduce((sum, part) => sum + weights[part] * (parts[part] ?? 0), 0);
  return Math.round((earned / whole) * 10_000) / 10_000;
}

/** The best public loans to small firms cost about this; less earns no more. */
export const costBpsBest = 200;
/** Four times a one-year LPR of 3 %, beyond which courts protect no private lender's interest: earns nothing. */
export const costBpsWorst = 1200;
/** A month is as good as no promise. */
export const daysWorst = 30;

const falling = (value: number, best: number, worst: number): number =>
  Math.min(1, Math.max(0, (worst - value) / (worst - best)));

function tierOf({ verdict, isOneMoveAway }: Candidate): Tier {
  if (verdict !== 'notEligible') return verdict;
  return isOneMoveAway ? 'oneMoveAway' : 'rest';
}

const unstated = Number.MAX_SAFE_INTEGER;

/** Less is better; what is not stated comes last. By score all are alike here. */
function measureOf({ costBps, days, amountFenMax }: Standing, by: Order): number {
  if (by === 'cheapest') return costBps ?? unstated;
  if (by === 'fastest') return days ?? unstated;
  if (by === 'largest') return amountFenMax === null ? unstated : -amountFenMax;
  return 0;
}

function standingIn(standings: ReadonlyMap<string, Standing>, productId: string): Standing {
  const standing = standings.get(productId);
  if (standing === undefined) throw new RangeError(`no standing of product ${productId}`);
  return standing;
}

/** Decisions on the applications for a product, a family, or all: how many, on how many firms, and how many of them yes. */
export type Cases = { readonly firms: number; readonly decided: number; readonly approved: number };

export type Chance = { readonly approvalBps: number; readonly basis: 'product' | 'family' | 'all' };

/** As many decisions of the wider circle as a product's own must outweigh: below about ten, a rate is mostly luck. */
export const priorCases = 10;
/** Decisions on fewer firms could be told apart by those who took part, and so are not shown on their own. */
export const firmsMin = 3;

/**
 * How likely a yes is, from the decisions so far: the product's rate shrunk towards its family's, the family's towards that
 * of all products (Beta-smoothed with `priorCases` of the wider circle), so that three lucky cases do not lead the list.
 * `basis` names the narrowest circle that weighs at least as much as what it is shrunk to. Null before enough decisions.
 */
export function chanceOf({ product, family, all }: Readonly<Record<Chance['basis'], Cases>>): Chance | null {
  if (all.firms < firmsMin) return null;
  let rate = (all.approved + 1) / (all.decided + 2);
  let basis: Chance['basis'] = 'all';
  for (const [circle, cases] of [
    ['family', family],
    ['product', product],
  ] as const) {
    if (cases.firms < firmsMin) continue;
    rate = (cases.approved + priorCases * rate) / (cases.decided + priorCases);
    if (cases.decided >= priorCases) basis = circle;
  }
  return { approvalBps: Math.round(rate * 10_000), basis };
}
