import type { Fen } from '../../shared/money';
import type { OfferMonth } from './months';

/** Some months of all offers: what is due of each within them; null where an offer is paid off before they begin. */
export type ComparedRow = {
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly dueFen: readonly (Fen | null)[];
};

/** Months that a row may stand for: single ones, quarters, half years, years and more. */
const steps = [1, 3, 6, 12, 24, 36, 60, 120];

/**
 * What is due of each offer, in at most `rowsMax` rows of like many months, as few months to a row as that allows.
 * Disbursement is a row of its own where something is due that day. Sums leave nothing out.
 */
export function comparedRows(offers: readonly (readonly OfferMonth[])[], rowsMax: number): ComparedRow[] {
  const last = Math.max(0, ...offers.map(months => months.at(-1)?.month ?? 0));
  const step = steps.find(each => Math.ceil(last / each) <= rowsMax) ?? last;
  const spans = Array.from({ length: Math.ceil(last / step) }, (_, place) => [
    place * step + 1,
    Math.min((place + 1) * step, last),
  ]);
  const upfront = offers.some(([first]) => (first?.dueFen ?? 0) > 0) ? [[0, 0]] : [];
  return [...upfront, ...spans].map(([firstMonth = 0, lastMonth = 0]) => ({
    firstMonth,
    lastMonth,
    dueFen: offers.map(months => {
      const within = months.filter(({ month }) => month >= firstMonth && month <= lastMonth);
      return within.length === 0 ? null : within.reduce((sum, { dueFen }) => sum + dueFen, 0);
    }),
  }));
}
