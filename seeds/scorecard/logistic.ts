/** Log odds of the event: intercept + Σ weight × input. */
export type LogisticFit = { readonly intercept: number; readonly weights: readonly number[] };

/**
 * How strongly the weights are held to their common mean. The items say much the same of a firm, and a hundred firms cannot
 * tell which of two alike deserves the credit: left alone, one gets it all and the others explain nothing.
 */
const pull = 20;

/** How strongly the weights are held to zero: just enough that firms which the items part without a slip get finite ones. */
const restraint = 1;

const converged = 1e-10;
const sweepsMax = 10_000;

/**
 * Logistic regression with weights at or above zero, each held to the mean of all and a little to zero.
 *
 * `rows` hold the inputs of one case each, `events` whether it happened. Coordinate descent on an upper bound of the curvature,
 * so every step goes down and the result does not depend on a starting point or a random number.
 */
export function fitLogistic(rows: readonly (readonly number[])[], events: readonly boolean[]): LogisticFit {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, index) => rows.map(row => row[index] ?? 0));
  const weights = columns.map(() => 0);
  const logOdds = rows.map(() => 0);
  let intercept = 0;

  const slope = (column: readonly number[]): number =>
    column.reduce((total, input, row) => total + input * (sigmoid(logOdds[row] ?? 0) - Number(events[row])), 0);
  const move = (column: readonly number[], by: number): number => {
    for (const [row, input] of column.entries()) logOdds[row] = (logOdds[row] ?? 0) + by * input;
    return Math.abs(by);
  };

  const ones = rows.map(() => 1);
  for (let sweep = 0; sweep < sweepsMax; sweep += 1) {
    const step = -slope(ones) / (rows.length / 4);
    intercept += step;
    let largest = move(ones, step);
    for (const [index, column] of columns.entries()) {
      const weight = weights[index] ?? 0;
      const mean = weights.reduce((total, other) => total + other, 0) / width;
      const curvature = column.reduce((total, input) => total + input ** 2, 0) / 4 + pull * (1 - 1 / width) + restraint;
      const next = Math.max(0, weight - (slope(column) + pull * (weight - mean) + restraint * weight) / curvature);
      weights[index] = next;
      largest = Math.max(largest, move(column, next - weight));
    }
    if (largest < converged) return { intercept, weights };
  }
  throw new Error(`logistic regression did not converge in ${sweepsMax} sweeps`);
}

const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
