import type { Text } from '../../shared/text';
import { card as shippedCard } from './card';
import type { FeatureKey, Features } from './features';
import { type ItemUnit, itemKeys, items } from './items';
import { describeItem } from './wording';

/** From the worst bin to the best. A value belongs to the last bin whose edge it reaches; the worst has none. */
export type CardBin = { readonly edge: number | null; readonly points: number };

/** A fitted scorecard: numbers only; the words are in `items`. */
export type Card = {
  /** Firms the card was derived from, and how many of them had defaulted. */
  readonly evidence: { readonly firms: number; readonly defaults: number };
  /** The points of a firm of which no item is known. */
  readonly basePoints: number;
  readonly bins: Readonly<Record<FeatureKey, readonly CardBin[]>>;
};

export type Direction = 'raised' | 'lowered' | 'neutral';

/** The nearest value that scores more on one item, and by how much. */
export type NextBin = { readonly need: number; readonly gainPoints: number };

export type ScoreItem = {
  readonly key: FeatureKey;
  readonly label: Text;
  /** Fen, basis points or firms a month, as `unit` says; null when unknown. */
  readonly value: number | null;
  readonly unit: ItemUnit;
  /** Position among `binCount` bins, 0 being the worst; null when unknown. */
  readonly bin: number | null;
  readonly binCount: number;
  /** Against a firm of which this item is unknown: 0 is neutral. */
  readonly points: number;
  readonly pointsMin: number;
  readonly pointsMax: number;
  readonly direction: Direction;
  readonly nextBin: NextBin | null;
  readonly text: Text;
};

export type RiskLevel = 'low' | 'medium' | 'high';

export type Score = {
  readonly points: number;
  readonly basePoints: number;
  /** Between 0 and 1, as if firms defaulted as often as among those the card was derived from. */
  readonly probabilityOfDefault: number;
  readonly riskLevel: RiskLevel;
  readonly items: readonly ScoreItem[];
  /** Items without a value: they add nothing and take nothing, and the score is worth that much less. */
  readonly missing: readonly FeatureKey[];
};

/** The usual scale of scorecards: 600 points at 50 good firms to one bad, and 20 points more double the odds. */
export const scale = { points: 600, odds: 50, pointsToDoubleOdds: 20 } as const;

/**
 * Our choice. Scored by cards that had not seen them, 1 of the 59 firms below it had defaulted, 4 of the 23 from here to the
 * average, and 22 of the 41 above the average.
 */
const lowRiskBelow = 0.05;

/**
 * The score of one firm with the points of each item, what raised and lowered it, and what would change it.
 *
 * `basePoints` and the points of `items` add up to `points` exactly. An unknown item scores neutral points and is listed in
 * `missing`: never silently the best or the worst. Without `card`, the one that ships.
 * A score is credit information (征信业务管理办法 Art. 3), so whoever shows it asks for consent first; that it explains itself
 * follows 个人信息保护法 Art. 24.
 */
export function scoreFrom(features: Features, card: Card = shippedCard): Score {
  const scored = itemKeys.map(key => scoreItem(key, features[key], card.bins[key]));
  const points = scored.reduce((total, item) => total + item.points, card.basePoints);
  const probabilityOfDefault = probabilityAt(points);
  return {
    points,
    basePoints: card.basePoints,
    probabilityOfDefault,
    riskLevel: riskLevelOf(probabilityOfDefault, card.evidence),
    items: scored,
    missing: scored.filter(item => item.value === null).map(item => item.key),
  };
}

/** The probability of default that `points` stand for on the scale. */
export const probabilityAt = (points: number): number =>
  1 / (1 + scale.odds * 2 ** ((points - scale.points) / scale.pointsToDoubleOdds));

/** High is worse than the average of the firms that the card was derived from. */
function riskLevelOf(probability: number, { firms, defaults }: Card['evidence']): RiskLevel {
  if (probability < lowRiskBelow) return 'low';
  return probability < defaults / firms ? 'medium' : 'high';
}

function scoreItem(key: FeatureKey, value: number | null, bins: readonly CardBin[]): ScoreItem {
  const { label, unit, better } = items[key];
  const reaches = ({ edge }: CardBin): boolean =>
    value !== null && (edge === null || (better === 'higher' ? value >= edge : value <= edge));
  const bin = value === null ? null : bins.findLastIndex(reaches);
  const points = bin === null ? 0 : (bins[bin]?.points ?? 0);
  const scored = {
    key,
    label,
    value,
    unit,
    bin,
    binCount: bins.length,
    points,
    pointsMin: Math.min(...bins.map(other => other.points)),
    pointsMax: Math.max(...bins.map(other => other.points)),
    direction: directionOf(points),
    nextBin: bin === null ? null : nextBin(bins.slice(bin + 1), points),
  };
  return { ...scored, text: describeItem(scored) };
}

const directionOf = (points: number): Direction => (points > 0 ? 'raised' : points < 0 ? 'lowered' : 'neutral');

function nextBin(better: readonly CardBin[], points: number): NextBin | null {
  const next = better.find(bin => bin.points > points);
  return next === undefined || next.edge === null ? null : { need: next.edge, gainPoints: next.points - points };
}
