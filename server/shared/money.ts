/** Money is whole fen (1/100 yuan), an integer safe to 2^53 fen, which is 90 万亿元. */
export type Fen = number;

export const fenPerYuan = 100;
export const fenPerWan = 10_000 * fenPerYuan;
export const fenPerYi = 100_000_000 * fenPerYuan;

/**
 * Reads an amount in yuan with at most two decimals ("1,234.5", "-1000.00") as fen, exactly.
 * Returns null for anything else, also for more than two decimals: rounding is not ours to choose.
 */
export function parseYuan(text: string): Fen | null {
  const match = /^(-?)(\d{1,15}|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, , yuan = '', cents = ''] = match;
  const fen = Number(yuan.includes(',') ? yuan.replaceAll(',', '') : yuan) * fenPerYuan + Number(cents.padEnd(2, '0'));
  if (!Number.isSafeInteger(fen)) return null;
  return match[1] === '-' && fen !== 0 ? -fen : fen;
}

/** `fen` in yuan with two decimals, exact, without separators: 123456 is "1234.56". */
export function formatYuan(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
