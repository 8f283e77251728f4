/**
 * Splits the whole number `total` in proportion to `weights` into whole numbers of at least `least` that add up to it
 * exactly: the largest remainders are rounded up, the earlier of equal ones first.
 */
export function splitExactly(total: number, weights: readonly number[], least = 0): number[] {
  const spare = total - least * weights.length;
  if (spare < 0) throw new RangeError(`${total} cannot be split into ${weights.length} parts of at least ${least}`);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map(weight => (spare * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = spare - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((part, place) => ({ place, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of byRemainder.slice(0, left)) parts[place] = (parts[place] ?? 0) + 1;
  return parts.map(part => part + least);
}

/** Amounts that people agree on are round: the larger the amount, the coarser. In 万元. */
const stepOf = (amountWan: number): number =>
  amountWan < 20 ? 1 : amountWan < 100 ? 5 : amountWan < 500 ? 10 : amountWan < 2_000 ? 50 : 100;

/** The round amount nearest to `amountWan`, 5 at the least. */
export const roundedWan = (amountWan: number): number =>
  Math.max(leastWan, Math.round(amountWan / stepOf(amountWan)) * stepOf(amountWan));

const leastWan = 5;

/**
 * Round amounts in 万元 of about the sizes `raw`, each from 5 up to `most`, that add up to `totalWan` exactly: what
 * rounding leaves over is given back a step at a time, the odd rest to one of the larger ones.
 */
export function roundAmounts(totalWan: number, raw: readonly number[], most: number): number[] {
  const scale = fittingScale(totalWan, raw, most);
  const amounts = raw.map(amount => roundedWan(Math.min(most, amount * scale)));
  let left = totalWan - amounts.reduce((all, amount) => all + amount, 0);
  const bySize = amounts.map((_, place) => place).sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b);
  for (let isCoarse = true; left !== 0; isCoarse = false) {
    const before = left;
    for (const place of bySize) {
      const amount = amounts[place] ?? 0;
      const step = isCoarse ? stepOf(amount) : Math.min(Math.abs(left), stepOf(amount));
      if (step > Math.abs(left)) continue;
      const changed = amount + Math.sign(left) * step;
      if (changed < leastWan || changed > most) continue;
      amounts[place] = changed;
      left -= changed - amount;
    }
    if (left === before && !isCoarse) throw new RangeError(`${raw.length} amounts up to ${most} cannot add up to ${totalWan}`);
  }
  return amounts;
}

/** The factor that brings `raw`, held to its bounds, nearest to the total; found by halving. */
function fittingScale(totalWan: number, raw: readonly number[], most: number): number {
  let [low, high] = [1e-6, 1e6];
  for (let turn = 0; turn < 100; turn += 1) {
    const middle = Math.sqrt(low * high);
    const sum = raw.reduce((all, amount) => all + Math.min(most, Math.max(leastWan, amount * middle)), 0);
    if (sum < totalWan) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
