import type { Fen } from '../../shared/money';
import { bpsPerUnit } from '../../shared/rate';
import { splitFen } from './split';

/** A first-loss pool: which part of a loss it takes before all others, what it pays for one loss at most, and what it has. */
export type FirstLoss = {
  readonly rateBps: number;
  readonly capFen: Fen | null;
  readonly balanceFen: Fen;
};

/** One who bears a share of what the first-loss pool leaves; `balanceFen` where it is paid out of a pool that may run dry. */
export type Bearer = { readonly shareBps: number; readonly balanceFen: Fen | null };

export type LossPart = {
  /** What the share comes to. */
  readonly owedFen: Fen;
  /** What is paid of it: less than is owed where a pool has run dry. */
  readonly paidFen: Fen;
};

export type Waterfall = {
  readonly lossFen: Fen;
  readonly firstLossFen: Fen;
  /** In the order of the bearers. */
  readonly parts: readonly LossPart[];
  /** What nobody pays because a pool has run dry: it stays with the lender. */
  readonly shortfallFen: Fen;
};

/**
 * Who pays what of a loss, to the fen: the first-loss pool takes its part up to its cap and its balance, the rest is split by the
 * shares (which add up to 10,000) by largest remainder. What a pool cannot pay for want of money stays with the lender, as a
 * shortfall. First loss, payments and shortfall add up to the loss.
 * Source: the loss waterfall of 政银担 and 政银保 schemes; 4:3:2:1 of Anhui, 3:2:5 and 5:5 of Deyang's patent pledges.
 */
export function waterfallOf(lossFen: Fen, bearers: readonly Bearer[], firstLoss: FirstLoss | null = null): Waterfall {
  const firstLossFen = firstLoss === null ? 0 : firstLossOf(lossFen, firstLoss);
  const owed = splitFen(
    lossFen - firstLossFen,
    bearers.map(({ shareBps }) => shareBps),
  );
  const parts = bearers.map((bearer, place): LossPart => {
    const owedFen = owed[place] ?? 0;
    const paidFen = bearer.balanceFen === null ? owedFen : Math.min(owedFen, Math.max(0, bearer.balanceFen));
    return { owedFen, paidFen };
  });
  return { lossFen, firstLossFen, parts, shortfallFen: parts.reduce((sum, part) => sum + part.owedFen - part.paidFen, 0) };
}

const firstLossOf = (lossFen: Fen, { rateBps, capFen, balanceFen }: FirstLoss): Fen =>
  Math.max(0, Math.min(Number((BigInt(lossFen) * BigInt(rateBps)) / BigInt(bpsPerUnit)), capFen ?? lossFen, balanceFen));

/** What one payer of a loss has paid and what has come back to it so far. */
export type Paid = { readonly paidFen: Fen; readonly recoveredFen: Fen };

/**
 * How a recovery flows back: to everybody who paid, in the proportion of what each is still out of pocket, to the fen by largest
 * remainder. Nobody gets back more than it paid, and when all is recovered everybody has exactly what it paid. The amount is at
 * most what all are still out of pocket.
 */
export const recoveryParts = (amountFen: Fen, paid: readonly Paid[]): Fen[] =>
  splitFen(
    amountFen,
    paid.map(({ paidFen, recoveredFen }) => paidFen - recoveredFen),
  );
