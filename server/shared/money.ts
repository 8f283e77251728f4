import type { Text } from './text';

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
  return parsePlainYuan(text) ?? parseWrittenYuan(text);
}

/** An amount in its plainest form, "-1234.5", digit by digit: files hold millions. Null for every other form. */
function parsePlainYuan(text: string): Fen | null {
  const start = text.startsWith('-') ? 1 : 0;
  let digits = 0;
  let decimals = -1;
  let count = 0;
  for (let at = start; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit >= 0 && digit <= 9 && decimals < 2) {
      count = count * 10 + digit;
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (digit === point && digits > 0 && decimals < 0) decimals = 0;
    else return null;
  }
  if (digits === 0 || digits > plainDigitsMax || decimals === 0) return null;
  const fen = count * (decimals === 2 ? 1 : decimals === 1 ? 10 : fenPerYuan);
  return start === 1 && fen !== 0 ? -fen : fen;
}

const zero = '0'.charCodeAt(0);
const point = '.'.charCodeAt(0) - zero;
/** So that the fen are below 2^53 whatever the digits are. */
const plainDigitsMax = 13;

function parseWrittenYuan(text: string): Fen | null {
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

/**
 * An amount as a sentence says it, exact and with its unit: in 亿元 or 万元 where that comes out even to two decimals, else in 元
 * with separators of thousands; in English in CNY. 123456 is "1,234.56 元", 120000000 is "120 万元".
 */
export function sumText(fen: Fen): Text {
  const yuan = grouped(fen % fenPerYuan === 0 ? String(fen / fenPerYuan) : formatYuan(fen));
  const en = `CNY ${yuan}`;
  if (fen !== 0 && fen % (fenPerYi / 100) === 0 && Math.abs(fen) >= fenPerYi) return { zh: `${inUnit(fen, fenPerYi)} 亿元`, en };
  if (fen !== 0 && fen % (fenPerWan / 100) === 0) return { zh: `${inUnit(fen, fenPerWan)} 万元`, en };
  return { zh: `${yuan} 元`, en };
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?:\.|$))/g, ',');
const inUnit = (fen: Fen, unitFen: Fen): string => grouped(String(Math.round(fen / (unitFen / 100)) / 100));
