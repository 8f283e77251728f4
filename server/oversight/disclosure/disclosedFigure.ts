import type { Contributions } from './contributions';
import { disclose } from './disclose';
import { type Cell, sumOf } from './lines';

/** One figure that stands by itself: its value, or null with the word that it is hidden. */
export type DisclosedFigure = { readonly value: number | null; readonly isHidden: boolean };

/** A count of something that `respondents` firms have. */
export const disclosedCount = (count: number, respondents: number): DisclosedFigure =>
  disclosedSum({ sum: count, respondents, largest: null });

export const disclosedSum = (whole: Contributions): DisclosedFigure => disclosedParts(whole, {}).whole;

/** A sum that is shown together with some of the parts it is made of: neither may give a hidden part away. Parts add up to it. */
export function disclosedParts<Name extends string>(
  whole: Contributions,
  parts: Readonly<Record<Name, Contributions>>,
): { readonly whole: DisclosedFigure; readonly parts: Readonly<Record<Name, DisclosedFigure>> } {
  const cellOf = (key: string | null, sum: Contributions): Cell => ({ keys: [key], behind: [sum] });
  const total = cellOf(null, whole);
  const named = (Object.entries(parts) as [Name, Contributions][]).map(([name, part]) => ({ name, cell: cellOf(name, part) }));
  const hidden = disclose([total, ...named.map(({ cell }) => cell)], [true]);
  const shown = (cell: Cell): DisclosedFigure => {
    const isHidden = hidden.has(cell);
    return { value: isHidden ? null : sumOf(cell), isHidden };
  };
  return {
    whole: shown(total),
    parts: Object.fromEntries(named.map(({ name, cell }) => [name, shown(cell)])) as Record<Name, DisclosedFigure>,
  };
}
