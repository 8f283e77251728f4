/**
 * Figures are typed in the unit people speak of and stored as whole numbers of the smallest: 万元 (six decimals) and 元
 * (two) as fen, per cent (two) as basis points. Digits are moved, never multiplied, so nothing is lost.
 */
export type Scale = { readonly decimals: number };

export const wanScale: Scale = { decimals: 6 };
export const yuanScale: Scale = { decimals: 2 };
export const percentScale: Scale = { decimals: 2 };
export const wholeScale: Scale = { decimals: 0 };

/** What `text` says in the smallest unit, exactly; null when it is empty, NaN when it is no figure or too fine. */
export function wholeOf(text: string, { decimals }: Scale): number | null {
  const plain = text
    .trim()
    .replaceAll(/[,，\s]/g, '')
    .replace('．', '.')
    .replace('−', '-');
  if (plain === '') return null;
  const match = /^(-?)(\d{0,16})(?:\.(\d*))?$/.exec(plain);
  if (!match) return Number.NaN;
  const [, sign, units = '', written = ''] = match;
  const fraction = written.replace(/0+$/, '');
  if (units + written === '' || fraction.length > decimals) return Number.NaN;
  const value = Number(units + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(value)) return Number.NaN;
  return sign === '-' && value !== 0 ? -value : value;
}

/** `whole` in the unit people speak of, exactly and without trailing zeros; empty for null and for what is no figure. */
export function spokenOf(whole: number | null | undefined, { decimals }: Scale): string {
  if (whole === null || whole === undefined || !Number.isFinite(whole)) return '';
  const digits = String(Math.abs(whole)).padStart(decimals + 1, '0');
  const units = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${whole < 0 ? '-' : ''}${units}${fraction === '' ? '' : `.${fraction}`}`;
}
