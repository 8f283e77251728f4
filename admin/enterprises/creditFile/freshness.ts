/**
 * Days after which the newest record of a class should have had a successor, by how often the class is renewed, with a
 * department's usual delay of one round. What comes with each event is never late.
 */
const daysUntilLate: Readonly<Record<string, number>> = { d: 31, w: 45, m: 92, y: 640 };

const millisecondsPerDay = 86_400_000;

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);

/** Whether newer records of a class should be here by `today`. */
export function isLate(refresh: string, newestAsOf: string, today: string): boolean {
  const days = daysUntilLate[refresh];
  return days !== undefined && daysBetween(newestAsOf, today) > days;
}
