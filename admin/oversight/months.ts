/** Months are texts `YYYY-MM`; they sort as they follow each other. */
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const monthAt = (number: number): string => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

export const shiftMonth = (month: string, months: number): string => monthAt(numberOf(month) + months);

/** Every month between two, both included, in order. */
export const monthsBetween = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, numberOf(to) - numberOf(from) + 1) }, (_, at) => monthAt(numberOf(from) + at));

/** The month it is in Asia/Shanghai. */
export const monthNow = (now = new Date()): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
