import type { Bps } from '../../shared/rate';

/**
 * A yearly rate in whole millionths, which are ten-thousandths of a percent: 6.2288 % is 62288. What is computed from cash
 * flows needs finer steps than the basis points that rates are agreed in, and integers add up to what the sheet shows.
 */
export type RatePpm = number;

const ppmPerUnit = 1_000_000;
const ppmPerBps = 100;

export const ppmOfBps = (rateBps: Bps): RatePpm => rateBps * ppmPerBps;

/** `rate` as a fraction of one, to the nearest millionth. */
export const ppmOf = (rate: number): RatePpm => Math.round(rate * ppmPerUnit) || 0;

/** `ratePpm` in percent with four decimals, exact: 62288 is "6.2288 %", -500 is "-0.0500 %". */
export function formatPpm(ratePpm: RatePpm): string {
  const digits = String(Math.abs(ratePpm)).padStart(5, '0');
  return `${ratePpm < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)} %`;
}
