import { type Codebook, type CodedAxis, codeOf } from './codebook';

/** A step is 512 firms, one line of 64 bytes in each plane; a page is up to 128 steps, plane after plane. */
export const firmsPerStep = 512;
export const lineBytes = 64;
export const lineWords = lineBytes / 4;
const stepsPerPageMax = 128;
const wasmPage = 65_536;

/** Firms by row number as bits: for each axis the code of its value, in planes, and whether it is unknown. */
export class Planes {
  readonly memory: WebAssembly.Memory;
  readonly words: Int32Array;
  readonly steps: number;
  readonly stepsPerPage: number;
  /** Addresses in bytes: of a line for each step that says which rows hold a firm, and of the pages behind it. */
  readonly live: number;
  readonly pages: number;

  /** `reserved` bytes in front of all else are left to whoever runs programs over the planes. */
  constructor(
    readonly codebook: Codebook,
    capacity: number,
    reserved = 0,
  ) {
    this.steps = Math.max(1, Math.ceil(capacity / firmsPerStep));
    this.stepsPerPage = Math.min(stepsPerPageMax, this.steps);
    this.live = reserved;
    this.pages = reserved + this.steps * lineBytes;
    const pageBytes = codebook.planes * this.stepsPerPage * lineBytes;
    const size = Math.ceil((this.pages + Math.ceil(this.steps / this.stepsPerPage) * pageBytes) / wasmPage);
    this.memory = new WebAssembly.Memory({ initial: size, maximum: size, shared: true });
    this.words = new Int32Array(this.memory.buffer);
  }

  /** Writes the firm of `row`, of whom nothing need have been known. */
  put(row: number, coordinates: Float64Array): void {
    for (const axis of this.codebook.axes) {
      const value = coordinates[axis.axis] as number;
      this.putCode(row, axis, codeOf(axis, value));
      if (axis.unknownPlane >= 0) this.set(this.wordOf(row, axis.unknownPlane), row, Number.isNaN(value));
    }
    this.setLive(row, true);
  }

  putCode(row: number, { plane, bits }: CodedAxis, code: number): void {
    const pitch = this.stepsPerPage * lineWords;
    const first = this.wordOf(row, plane);
    for (let bit = 0; bit < bits; bit++) this.set(first + bit * pitch, row, ((code >>> bit) & 1) === 1);
  }

  setLive(row: number, isLive: boolean): void {
    this.set((this.live >>> 2) + (row >>> 5), row, isLive);
  }

  /** Writes one axis of the firms from 0 on; much faster than firm by firm. */
  putAxis(axis: CodedAxis, values: ArrayLike<number>): void {
    const words = new Int32Array(axis.bits);
    for (let first = 0; first < values.length; first += 32) {
      const end = Math.min(32, values.length - first);
      let unknown = 0;
      words.fill(0);
      for (let at = 0; at < end; at++) {
        const value = values[first + at] as number;
        if (Number.isNaN(value)) unknown |= 1 << at;
        const code = codeOf(axis, value);
        for (let bit = 0; bit < axis.bits; bit++) words[bit] = (words[bit] as number) | (((code >>> bit) & 1) << at);
      }
      if (axis.unknownPlane >= 0) this.words[this.wordOf(first, axis.unknownPlane)] = unknown;
      for (let bit = 0; bit < axis.bits; bit++) this.words[this.wordOf(first, axis.plane + bit)] = words[bit] as number;
    }
  }

  /** Writes the same firm into every row. */
  putEverywhere(coordinates: Float64Array): void {
    for (const axis of this.codebook.axes) {
      const value = coordinates[axis.axis] as number;
      const code = codeOf(axis, value);
      if (axis.unknownPlane >= 0) this.fill(axis.unknownPlane, Number.isNaN(value) ? -1 : 0);
      for (let bit = 0; bit < axis.bits; bit++) this.fill(axis.plane + bit, -((code >>> bit) & 1));
    }
    this.words.fill(-1, this.live >>> 2, this.pages >>> 2);
  }

  private fill(plane: number, word: number): void {
    const size = this.stepsPerPage * lineWords;
    for (let step = 0, page = this.pages >>> 2; step < this.steps; step += this.stepsPerPage, page += this.codebook.planes * size)
      for (let at = page + plane * size; at < page + (plane + 1) * size; at++) this.words[at] = word;
  }

  private wordOf(row: number, plane: number): number {
    const step = Math.floor(row / firmsPerStep);
    const page = Math.floor(step / this.stepsPerPage);
    const line = (page * this.codebook.planes + plane) * this.stepsPerPage + (step % this.stepsPerPage);
    return (this.pages >>> 2) + line * lineWords + ((row % firmsPerStep) >>> 5);
  }

  private set(word: number, row: number, isOne: boolean): void {
    const bit = 1 << (row & 31);
    const before = this.words[word] as number;
    this.words[word] = isOne ? before | bit : before & ~bit;
  }
}
