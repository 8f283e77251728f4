import { columns } from '../columns';
import type { Condition } from '../conditions';

/** All clauses of each product, by its place in the list. */
export type Rules = readonly (readonly Condition[])[];

/** A rule engine that answers for one firm at a time: which products it is certainly eligible for. */
export type RowRival<Input = unknown> = {
  readonly name: string;
  /** The firm as this engine reads it fastest; made before the clock starts. */
  readonly inputOf: (numbers: readonly number[]) => Input;
  readonly eligible: (input: Input) => readonly number[] | Promise<readonly number[]>;
};

/** Objects of one shape, with `unknown` for what is not known. */
export const objectOf = <Unknown>(numbers: readonly number[], unknown: Unknown): Record<string, number | Unknown> =>
  Object.fromEntries(
    columns.map(({ name }, index) => [name, Number.isNaN(numbers[index]) ? unknown : (numbers[index] ?? unknown)]),
  );

export function nameAt(column: number): string {
  const name = columns[column]?.name;
  if (name === undefined) throw new RangeError(`no column ${column}`);
  return name;
}

/**
 * For engines that stop at null and at NaN: a number below all others stands for unknown, and what is open below asks for
 * `lowest`, which is above it.
 */
export const belowAll = -1e15;
export const lowest = -1e14;

/** The places at which `holds`. */
export function placesWhere<Item>(items: readonly Item[], holds: (item: Item) => unknown): readonly number[] {
  const places: number[] = [];
  for (let index = 0; index < items.length; index++) if (holds(items[index] as Item)) places.push(index);
  return places;
}
