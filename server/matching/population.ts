import type { Codebook } from './codebook';
import { axes } from './coordinates';
import { Runner, type RunnerOptions } from './runner';

/**
 * What is known of many firms, by row number: one column of numbers for each axis of which anything is known. Planes of
 * a codebook are made from it, and those that are kept follow every change.
 */
export class Population {
  private readonly columns: (Float64Array | undefined)[] = axes.map(() => undefined);
  private live: Uint8Array;
  private kept: { readonly codebook: Codebook; readonly runner: Runner } | null = null;

  constructor(private size = 1024) {
    this.live = new Uint8Array(size);
  }

  put(row: number, coordinates: Float64Array): void {
    this.makeRoom(row + 1);
    this.live[row] = 1;
    for (let axis = 0; axis < axes.length; axis++) {
      const value = coordinates[axis] as number;
      const column = this.columns[axis] ?? (Number.isNaN(value) ? undefined : this.openColumn(axis));
      if (column) column[row] = value;
    }
    this.kept?.runner.planes.put(row, coordinates);
  }

  /** Forgets the firm of `row`, which may be given to another. */
  remove(row: number): void {
    if (row >= this.size) return;
    this.live[row] = 0;
    for (const column of this.columns) if (column) column[row] = Number.NaN;
    this.kept?.runner.planes.setLive(row, false);
  }

  coordinates(row: number): Float64Array {
    return Float64Array.from(this.columns, column => (column === undefined ? Number.NaN : (column[row] as number)));
  }

  /**
   * The firms in the codes of `codebook`, with the options of the first time: kept from then on and in step with every
   * change, until those of another codebook are asked for.
   */
  runnerOf(codebook: Codebook, options?: RunnerOptions): Runner {
    if (this.kept?.codebook === codebook) return this.kept.runner;
    const runner = new Runner(codebook, this.size, options);
    const nothing = new Float64Array(this.size).fill(Number.NaN);
    for (const axis of codebook.axes) runner.planes.putAxis(axis, this.columns[axis.axis] ?? nothing);
    this.live.forEach((isLive, row) => {
      if (isLive) runner.planes.setLive(row, true);
    });
    this.kept = { codebook, runner };
    return runner;
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
    this.kept = null;
  }
}
