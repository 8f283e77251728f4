import { probabilityAt, scoreFrom } from '../../server/enterprises/scorecard/score';
import { fitCard, type Sample } from './model';

/** What was foretold of a firm by a card that never saw it, and what came. */
export type Forecast = { readonly points: number; readonly hasDefaulted: boolean };

/** Scores each firm by a card fitted anew, edges and weights, on all the others. */
export const leaveOneOut = (samples: readonly Sample[]): Forecast[] =>
  samples.map((sample, index) => ({
    points: scoreFrom(sample.features, fitCard(samples.toSpliced(index, 1))).points,
    hasDefaulted: sample.hasDefaulted,
  }));

/** The chance that a good firm has more points than a bad one; a tie counts half. NaN when one kind is absent. */
export function areaUnderCurve(forecasts: readonly Forecast[]): number {
  const good = forecasts.filter(({ hasDefaulted }) => !hasDefaulted);
  const bad = forecasts.filter(({ hasDefaulted }) => hasDefaulted);
  let won = 0;
  for (const { points } of good) {
    for (const other of bad) won += points > other.points ? 1 : points === other.points ? 0.5 : 0;
  }
  return won / (good.length * bad.length);
}

/** The mean squared distance between the probability of default and what came: 0 is perfect. */
export const brierScore = (forecasts: readonly Forecast[]): number =>
  forecasts.reduce((total, { points, hasDefaulted }) => total + (probabilityAt(points) - Number(hasDefaulted)) ** 2, 0) /
  forecasts.length;

/**
 * The middle 95 % of `measure` over resamples of the firms drawn with replacement, from a seeded generator.
 * A resample without any default, or without any good firm, is drawn again: nothing can be measured on it.
 */
export function bootstrapInterval(
  forecasts: readonly Forecast[],
  measure: (forecasts: readonly Forecast[]) => number,
  { seed, resamples }: { readonly seed: number; readonly resamples: number },
): readonly [low: number, high: number] {
  const random = mulberry32(seed);
  const drawn: number[] = [];
  while (drawn.length < resamples) {
    const sample = forecasts.flatMap(() => forecasts[Math.floor(random() * forecasts.length)] ?? []);
    if (new Set(sample.map(({ hasDefaulted }) => hasDefaulted)).size === 2) drawn.push(measure(sample));
  }
  drawn.sort((a, b) => a - b);
  return [drawn[Math.floor(resamples * 0.025)] ?? Number.NaN, drawn[Math.ceil(resamples * 0.975) - 1] ?? Number.NaN];
}

/** Tommy Ettinger's 32-bit generator: small, even enough for resampling, the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
