import { dayOf, type Instant, localTimeOf } from '../shared/dates';

/** A bank that publishes ten products in a row gets one run, a minute after the last. */
export const settleSeconds = 60;

/** What the nightly run of today is called once its time (`HH:MM` in Asia/Shanghai) has come; null before, and when there is none. */
export function nightlyOccasion(now: Instant, nightlyAt: string | null): string | null {
  if (nightlyAt === null || localTimeOf(now).slice(11) < nightlyAt) return null;
  return `nightly:${dayOf(now)}`;
}

/** What the run for a change of the products in force is called once they have rested; null when no run is owed for it. */
export function productsOccasion(
  newest: { readonly seq: number; readonly at: Instant } | null,
  coveredSeq: number,
  now: Instant,
): string | null {
  if (newest === null || newest.seq <= coveredSeq) return null;
  return now.getTime() - newest.at.getTime() >= settleSeconds * 1_000 ? `products:${newest.seq}` : null;
}
