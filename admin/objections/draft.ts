import type { DataClassField } from '../generated/schema';
import { percentScale, type Scale, wholeScale, yuanScale } from '../products/figures';

/** The value of a record as it is typed; NaN where what was typed is no figure, null where nothing was. */
export type Draft = Readonly<Record<string, string | number | boolean | null>>;

const figures: readonly DataClassField['type'][] = ['money', 'share', 'count', 'number'];
export const isFigure = ({ type }: DataClassField): boolean => figures.includes(type);

/** How the figures of a field are typed: money in yuan, shares in per cent, everything else in whole numbers. */
export const scaleOf = ({ type }: DataClassField): Scale =>
  type === 'money' ? yuanScale : type === 'share' ? percentScale : wholeScale;

/** What the record says, to begin with. */
export const draftOf = (fields: readonly DataClassField[], value: Readonly<Record<string, unknown>>): Draft =>
  Object.fromEntries(fields.map(({ key }) => [key, (value[key] ?? null) as Draft[string]]));

/** Whether every field that the class requires says something, and every figure is one. */
export const isWhole = (fields: readonly DataClassField[], draft: Draft): boolean =>
  fields.every(({ key, isRequired }) => {
    const said = draft[key] ?? null;
    return said === null || said === '' ? !isRequired : !Number.isNaN(said);
  });

/** The value as it is sent: the fields that say something. */
export const sentOf = (fields: readonly DataClassField[], draft: Draft): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ key }) => {
      const said = draft[key] ?? null;
      return said === null || said === '' ? [] : [[key, said]];
    }),
  );
