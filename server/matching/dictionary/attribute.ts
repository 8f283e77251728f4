import type { DataClassCode } from '../../shared/dataClassCodes';
import type { Text } from '../../shared/text';

/** Every number is an integer in its unit: money in fen, shares and rates in basis points (1 bp = 0.01 %). */
export type Unit = 'fen' | 'month' | 'year' | 'count' | 'person' | 'bp' | 'kWh' | 'm3' | 'mu';

/**
 * What can move the value: the firm acts, time passes, or neither. A value that moves with time says which way:
 * months of contributions rise, penalties of the last 24 months fall out of the window.
 */
export type Changeability =
  | { readonly change: 'act' }
  | { readonly change: 'wait'; readonly drift: 'rises' | 'falls' }
  | { readonly change: 'fixed' };

export type Values = Readonly<Record<string, Text>>;

export type AttributeKind =
  | {
      readonly kind: 'number';
      readonly unit: Unit;
      readonly min: number;
      readonly max: number;
      /** Round numbers that rules usually use: offered by the editor, seeded as cuts by the engine. */
      readonly commonCuts: readonly number[];
      /** Measure word in Chinese of a count (件, 次, 家), or of years that are an age (岁). */
      readonly counter?: string;
    }
  | { readonly kind: 'date' }
  | { readonly kind: 'boolean'; readonly whenTrue: Text; readonly whenFalse: Text }
  | { readonly kind: 'enum'; readonly values: Values }
  | { readonly kind: 'set'; readonly values: Values }
  | { readonly kind: 'tree'; readonly tree: 'adcode' | 'gbt4754' };

/** One entry of the dictionary: what a rule may ask about an enterprise or its request. */
export type AttributeEntry = AttributeKind &
  Changeability & {
    readonly label: Text;
    readonly about: Text;
    readonly dataClass: DataClassCode;
    /** Further classes the value is computed from; all of them must be readable. */
    readonly alsoFrom?: readonly DataClassCode[];
  };

/** Keeps the keys of a part of the dictionary as literal types while checking each entry. */
export const entries = <const Entries extends Readonly<Record<string, AttributeEntry>>>(part: Entries): Entries => part;

/** The largest amount the platform reckons with, 100 亿元 in fen; far inside the safe integers. */
export const fenMax = 1_000_000_000_000;

const wan = 1_000_000;
/** Amounts in 万元 as fen: the way rules are spoken of. */
export const inWan = (...amounts: readonly number[]): readonly number[] => amounts.map(amount => amount * wan);
