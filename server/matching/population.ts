import type { Codebook } from './codebook';
import { axes } from './coordinates';
import { Planes, type PlanesOptions } from './planes';

/**
 * What is known of many firms, by row number: one column of numbers for each axis of which anything is known. Planes of
 * a codebook are made from it, and those that are kept follow every change.
 */
export class Population {
  private readonly columns: (Float64Array | undefined)[] = axes.map(() => undefined);
  private live: Uint8Array;
  private readonly kept = new Map<Codebook, Planes>();

  constructor(private size = 1024) {
    this.live = new Uint8Array(size);
  }

  /** Row numbers are below this. */
  get capacity(): number {
    return this.size;
  }

  get firms(): number {
    return this.live.reduce((sum, each) => sum + each, 0);
  }

  put(row: number, coordinates: Float64Array): void {
    this.makeRoom(row + 1);
    this.live[row] = 1;
    for (let axis = 0; axis < axes.length; axis++) {
      const value = coordinates[axis] as number;
      const column = this.columns[axis] ?? (Number.isNaN(value) ? undefined : this.openColumn(axis));
      if (column) column[row] = value;
    }
    for (const planes of this.kept.values()) planes.put(row, coordinates);
  }

  /** The firm of `row` is no longer asked about; the row may be given to another. */
  remove(row: number): void {
    if (row >= this.size) return;
    this.live[row] = 0;
    for (const planes of this.kept.values()) planes.setLive(row, false);
  }

  has(row: number): boolean {
    return this.live[row] === 1;
  }

  coordinates(row: number): Float64Array {
    return Float64Array.from(this.columns, column => (column === undefined ? Number.NaN : (column[row] as number)));
  }

  /** The firms in the codes of `codebook`, as they are now. */
  encode(codebook: Codebook, options?: PlanesOptions): Planes {
    const planes = new Planes(codebook, this.size, options);
    const nothing = new Float64Array(this.size).fill(Number.NaN);
    for (const axis of codebook.axes) planes.putAxis(axis, this.columns[axis.axis] ?? nothing);
    for (let row = 0; row < this.size; row++) if (this.live[row] === 1) planes.setLive(row, true);
    return planes;
  }

  /** The planes of `codebook`, kept from the first time on and in step with every change since; those of others are let go. */
  planesOf(codebook: Codebook, options?: PlanesOptions): Planes {
    const planes = this.kept.get(codebook) ?? this.encode(codebook, options);
    this.kept.clear();
    this.kept.set(codebook, planes);
    return planes;
  }

  private openColumn(axis: number): Float64Array {
    const column = new Float64Array(this.size).fill(Number.NaN);
    this.columns[axis] = column;
    return column;
  }

  private makeRoom(rows: number): void {
    if (rows <= this.size) return;
    this.size = Math.max(rows, this.size * 2);
    const live = new Uint8Array(this.size);
    live.set(this.live);
    this.live = live;
    this.columns.forEach((column, axis) => {
      if (column) this.openColumn(axis).set(column);
    });
    this.kept.clear();
  }
}
