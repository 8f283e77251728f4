import type { Attribute } from '../../generated/schema';
import { isMonths } from './attributes';
import type { Clauses, Comparison, Place } from './clauses';

/** What is still missing or plainly wrong in a comparison, found before the platform is asked; a key under `rule.gaps`. */
export type Gap =
  | { readonly word: 'attribute' | 'operator' | 'figure' | 'mistyped' | 'months' | 'values' | 'inverted' }
  | { readonly word: 'range'; readonly min: number; readonly max: number };

export type PlacedGap = Gap & { readonly place: Place };

/** Every gap of `clauses` by the dictionary, in reading order. */
export const gapsOf = (clauses: Clauses, attributes: readonly Attribute[]): readonly PlacedGap[] =>
  clauses.flatMap((alternatives, clause) =>
    alternatives.flatMap((parts, alternative) =>
      parts.flatMap((comparison, part) => {
        const gap = gapOf(comparison, attributes);
        return gap ? [{ ...gap, place: { clause, alternative, part } }] : [];
      }),
    ),
  );

function gapOf({ attr, op, value, months }: Comparison, attributes: readonly Attribute[]): Gap | null {
  const attribute = attributes.find(each => each.key === attr);
  if (!attribute) return { word: 'attribute' };
  if (!op || !attribute.operators.some(({ code }) => code === op)) return { word: 'operator' };
  if (isMonths(op)) return isFigure(months) ? null : { word: Number.isNaN(months) ? 'mistyped' : 'months' };
  if (attribute.kind === 'number') return gapInFigures(op === 'between' && Array.isArray(value) ? value : [value], attribute);
  if (attribute.kind === 'boolean') return null;
  return Array.isArray(value) && value.length > 0 ? null : { word: 'values' };
}

function gapInFigures(figures: readonly unknown[], { min, max }: Attribute): Gap | null {
  if (figures.some(Number.isNaN)) return { word: 'mistyped' };
  if (!figures.every(isFigure)) return { word: 'figure' };
  const [low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY] = [min ?? undefined, max ?? undefined];
  if (figures.some(figure => figure < low || figure > high)) return { word: 'range', min: low, max: high };
  const [from, to] = figures;
  return from !== undefined && to !== undefined && from > to ? { word: 'inverted' } : null;
}

const isFigure = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);
