import type { FeatureKey, Features } from '../../server/enterprises/scorecard/features';
import { itemKeys, items } from '../../server/enterprises/scorecard/items';
import { type Card, type CardBin, scale } from '../../server/enterprises/scorecard/score';
import { fitLogistic } from './logistic';

/** One firm to learn from. */
export type Sample = { readonly features: Features; readonly hasDefaulted: boolean };

/** The options are choices, not results: a bin of a quarter of the firms holds enough defaults to say something. */
const binCount = 4;

/** One firm's worth of the average is added to each bin, so that a bin without a default is good, not infinitely good. */
const smoothingFirms = 1;

/** Natural logarithm of the odds to points. */
const pointsPerLogOdds = scale.pointsToDoubleOdds / Math.LN2;

/**
 * Derives a scorecard: quartile bins, merged until the weight of evidence rises bin by bin the way `items` call better,
 * then one weight per item by logistic regression, turned into whole points on the scale.
 *
 * A feature that is unknown enters with weight of evidence 0 in the fit as in the score. Everything is derived from
 * `samples` alone, edges included, so that a firm left out of them leaves no trace.
 * Source of the method: N. Siddiqi, Credit Risk Scorecards (2006), chapters 6 and 7.
 */
export function fitCard(samples: readonly Sample[]): Card {
  const evidence = itemKeys.map(key => ({ key, bins: weighEvidence(samples.flatMap(sample => observe(sample, key))) }));
  const fit = fitLogistic(
    samples.map(({ features }) => evidence.map(({ key, bins }) => evidenceOf(oriented(features, key), bins))),
    samples.map(({ hasDefaulted }) => !hasDefaulted),
  );
  const bins = evidence.map(
    ({ key, bins }, index) => [key, bins.map(bin => cardBin(key, bin, fit.weights[index] ?? 0))] as const,
  );
  return {
    evidence: { firms: samples.length, defaults: samples.filter(({ hasDefaulted }) => hasDefaulted).length },
    basePoints: Math.round(scale.points + (fit.intercept - Math.log(scale.odds)) * pointsPerLogOdds),
    bins: Object.fromEntries(bins) as Record<FeatureKey, CardBin[]>,
  };
}

/** A known value on the axis where more is better. */
type Observation = { readonly value: number; readonly hasDefaulted: boolean };

/** A bin on that axis; `weight` is the weight of evidence: ln(share of the good firms / share of the bad ones). */
type EvidenceBin = { readonly edge: number | null; readonly weight: number };

const oriented = (features: Features, key: FeatureKey): number | null => {
  const value = features[key];
  return value === null || items[key].better === 'higher' ? value : -value;
};

function observe({ features, hasDefaulted }: Sample, key: FeatureKey): Observation[] {
  const value = oriented(features, key);
  return value === null ? [] : [{ value, hasDefaulted }];
}

function weighEvidence(known: readonly Observation[]): EvidenceBin[] {
  const bad = countBad(known);
  // Nobody known, or only one kind of firm: the item tells nothing apart.
  if (bad === 0 || bad === known.length) return [{ edge: null, weight: 0 }];
  let edges = quantileEdges(known.map(({ value }) => value));
  for (;;) {
    const bins = [null, ...edges].map((edge, index) => ({ edge, weight: weightBetween(known, edge, edges[index] ?? null) }));
    const slump = bins.findIndex(({ weight }, index) => index > 0 && weight <= (bins[index - 1]?.weight ?? 0));
    if (slump === -1) return bins;
    edges = edges.filter((_, index) => index !== slump - 1);
  }
}

/** The inner quantiles by linear interpolation, to two significant digits: an edge is also advice, and advice is round. */
function quantileEdges(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const edges = Array.from({ length: binCount - 1 }, (_, index) => {
    const position = ((sorted.length - 1) * (index + 1)) / binCount;
    const low = sorted[Math.floor(position)] ?? 0;
    const high = sorted[Math.ceil(position)] ?? low;
    return Number((low + (high - low) * (position % 1)).toPrecision(2));
  });
  return [...new Set(edges)].filter(edge => sorted.some(value => value < edge) && sorted.some(value => value >= edge));
}

function weightBetween(known: readonly Observation[], from: number | null, below: number | null): number {
  const inside = known.filter(({ value }) => (from === null || value >= from) && (below === null || value < below));
  const badShare = countBad(known) / known.length;
  const bad = countBad(inside) + smoothingFirms * badShare;
  const good = inside.length - countBad(inside) + smoothingFirms * (1 - badShare);
  return Math.log(good / bad) - Math.log((1 - badShare) / badShare);
}

const countBad = (observations: readonly Observation[]): number => observations.filter(({ hasDefaulted }) => hasDefaulted).length;

const evidenceOf = (value: number | null, bins: readonly EvidenceBin[]): number =>
  value === null ? 0 : (bins.findLast(({ edge }) => edge === null || value >= edge)?.weight ?? 0);

/** Adding 0 turns the -0 of a negated or rounded zero into 0. */
const cardBin = (key: FeatureKey, { edge, weight }: EvidenceBin, itemWeight: number): CardBin => ({
  edge: edge === null ? null : (items[key].better === 'higher' ? edge : -edge) + 0,
  points: Math.round(weight * itemWeight * pointsPerLogOdds) + 0,
});
