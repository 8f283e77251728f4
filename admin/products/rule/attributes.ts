import type { Attribute, DataClass } from '../../generated/schema';
import { percentScale, type Scale, wanScale, wholeScale } from '../figures';
import type { Comparison } from './clauses';

export type Dictionary = {
  readonly attributes: readonly Attribute[];
  readonly dataClasses: readonly Pick<DataClass, 'code' | 'name'>[];
};

/** How a figure of the attribute is typed: amounts in 万元, shares and rates in per cent, the rest as whole numbers. */
export const scaleOf = ({ unit }: Pick<Attribute, 'unit'>): Scale =>
  unit === 'fen' ? wanScale : unit === 'bp' ? percentScale : wholeScale;

const isList = (op: string): boolean => ['in', 'notIn', 'under', 'notUnder', 'hasAny', 'hasAll'].includes(op);
export const isMonths = (op: string): boolean => op === 'atLeastAgo' || op === 'atMostAgo';

/** A comparison of `attribute` by `op` that keeps what `earlier` said as far as the operators have it in common. */
export function comparisonBy(attribute: Attribute, op: string, earlier?: Comparison): Comparison {
  const attr = attribute.key;
  const value = earlier?.attr === attr ? earlier.value : undefined;
  if (isMonths(op)) return { attr, op, months: earlier?.attr === attr ? (earlier.months ?? null) : null };
  if (isList(op)) return { attr, op, value: Array.isArray(value) ? value : [] };
  if (op === 'is') return { attr, op, value: typeof value === 'boolean' ? value : true };
  if (op === 'between') return { attr, op, value: Array.isArray(value) ? value : [value ?? null, null] };
  return { attr, op, value: Array.isArray(value) ? (value[0] ?? null) : (value ?? null) };
}

/** The comparison that choosing `attribute` begins with: its kind's first operator, nothing required yet. */
export const firstComparison = (attribute: Attribute): Comparison =>
  comparisonBy(attribute, attribute.operators[0]?.code ?? '', undefined);
