import type { Fen } from '../../shared/money';

/** Money received (above zero) or paid (below zero), `periods` after the first day; periods need not be whole. */
export type CashFlow = { readonly periods: number; readonly amountFen: Fen };

/** What one fen paid after `periods` is worth at `base`, on the same axis of time, at `rate` a period. */
export type Discounting = (rate: number, periods: number, base: number) => number;

/** Compound interest throughout: (1+i)^t, also for parts of a period. */
export const compound: Discounting = (rate, periods, base) => (1 + rate) ** (base - periods);

/** Compound for whole periods, simple for the part left over: (1+R)^s · (1+R·f), as the financing-cost sheet prescribes. */
export const simpleInParts: Discounting = (rate, periods, base) => {
  const whole = Math.floor(periods);
  return (1 + rate) ** (base - whole) / (1 + rate * (periods - whole));
};

/** No loan costs less than losing 99 % or more than 1,000 % a period: a rate outside is a mistake in the flows. */
const lowestRate = -0.99;
const highestRate = 10;
/** Halving eleven this often leaves less than a double can tell apart. */
const stepsMax = 200;

/**
 * The rate a period at which `flows` are worth nothing together, as a fraction: the internal rate of return. Found by halving
 * [-0.99, 10], which cannot miss a root that the ends enclose, nor run away as Newton's steps do.
 *
 * Throws a RangeError when the flows have the same sign at both ends, because then no rate within them exists; the caller
 * refuses such a loan in its own words first.
 */
export function internalRate(flows: readonly CashFlow[], discounting: Discounting = compound): number {
  const horizon = Math.ceil(Math.max(0, ...flows.map(({ periods }) => periods)));
  // Below zero, values are taken at the end of the loan: at the start they would overflow. The sign is the same.
  const worthAt = (rate: number): number =>
    flows.reduce((sum, { periods, amountFen }) => sum + amountFen * discounting(rate, periods, rate < 0 ? horizon : 0), 0);

  let [low, high] = [lowestRate, highestRate];
  const signAtLow = Math.sign(worthAt(low));
  const signAtHigh = Math.sign(worthAt(high));
  if (signAtLow * signAtHigh !== -1)
    throw new RangeError(`no internal rate between ${lowestRate} and ${highestRate} a period: ${JSON.stringify(flows)}`);
  for (let step = 0; step < stepsMax; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(worthAt(middle)) === signAtLow) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
