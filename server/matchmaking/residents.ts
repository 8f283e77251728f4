import { Population } from '../matching/population';

/**
 * The firms of a population with the row that each has in it. Rows are this process's own: a firm that leaves gives its
 * row to the next that comes.
 */
export class Residents {
  readonly population: Population;
  readonly #rows = new Map<string, number>();
  readonly #free: number[] = [];

  constructor(capacity: number) {
    this.population = new Population(Math.max(512, capacity));
  }

  get count(): number {
    return this.#rows.size;
  }

  put(enterpriseId: string, coordinates: Float64Array): void {
    const row = this.#rows.get(enterpriseId) ?? this.#free.pop() ?? this.#rows.size;
    this.#rows.set(enterpriseId, row);
    this.population.put(row, coordinates);
  }

  remove(enterpriseId: string): void {
    const row = this.#rows.get(enterpriseId);
    if (row === undefined) return;
    this.#rows.delete(enterpriseId);
    this.#free.push(row);
    this.population.remove(row);
  }

  ids(): IterableIterator<string> {
    return this.#rows.keys();
  }

  coordinates(enterpriseId: string): Float64Array {
    const row = this.#rows.get(enterpriseId);
    if (row === undefined) throw new RangeError(`no firm ${enterpriseId} in the population`);
    return this.population.coordinates(row);
  }
}
