import type { DataClassField } from '../../generated/schema';
import { type Scale, wanScale, wholeScale } from '../../products/figures';

/** What a firm states of itself; NaN where what was typed is no figure. What is null or left out is not stated. */
export type Statement = Readonly<Record<string, number | boolean | null>>;

export type StatedField = Pick<DataClassField, 'key' | 'type' | 'min' | 'max' | 'label' | 'unit'>;

/** How the figures of a field are typed: money in 万元, everything else in whole numbers. */
export const scaleOf = ({ type }: StatedField): Scale => (type === 'money' ? wanScale : wholeScale);

/** Whether what is stated of a field cannot be: no figure, or out of its range. */
export function isWrong({ min, max }: StatedField, stated: Statement[string] | undefined): boolean {
  if (typeof stated !== 'number') return false;
  return Number.isNaN(stated) || (min !== null && stated < min) || (max !== null && stated > max);
}

/** The statement as it is sent: the fields of the class that say something. */
export const statedOf = (fields: readonly StatedField[], statement: Statement): Statement =>
  Object.fromEntries(
    fields.flatMap(({ key }) => {
      const stated = statement[key] ?? null;
      return stated === null ? [] : [[key, stated]];
    }),
  );
