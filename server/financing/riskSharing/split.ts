import type { Fen } from '../../shared/money';

/**
 * `amountFen` split by `weights` to the fen: each part is its exact share rounded down, and the fen left over go, one each, to the
 * largest remainders, ties to the earlier place. The parts add up to the amount, each within a fen of its exact share, and a
 * weight of nothing gets nothing. Weights are whole and not negative, their sum above zero unless the amount is zero.
 * Source: the largest remainder method (最大余额法).
 */
export function splitFen(amountFen: Fen, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n && amountFen !== 0) throw new RangeError(`${amountFen} fen to split, and nobody to take them`);
  if (total === 0n) return weights.map(() => 0);
  const exact = weights.map((weight, place) => {
    const part = BigInt(amountFen) * BigInt(weight);
    return { place, whole: part / total, remainder: part % total };
  });
  const left = Number(BigInt(amountFen) - exact.reduce((sum, { whole }) => sum + whole, 0n));
  const raised = new Set(
    exact
      .toSorted(
        (one, other) =>
          Number(other.remainder > one.remainder) - Number(other.remainder < one.remainder) || one.place - other.place,
      )
      .slice(0, left)
      .map(({ place }) => place),
  );
  return exact.map(({ place, whole }) => Number(whole) + (raised.has(place) ? 1 : 0));
}
