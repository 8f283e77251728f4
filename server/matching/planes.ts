import { type Codebook, type CodedAxis, codeOf } from './codebook';
import { type Kernel, type KernelKind, kernelOver } from './kernel';
import type { Program } from './program';

/** A step is 512 firms, one line of 64 bytes in each plane; a page is 128 steps, plane after plane. */
export const firmsPerStep = 512;
const lineBytes = 64;
const stepsPerPageMax = 128;
const wasmPage = 65_536;

export type PlanesOptions = {
  readonly kind?: KernelKind;
  /** How many programs may run at once, each in an area of its own: one for each worker. */
  readonly areas?: number;
  /** What the largest program needs; left out, what a city's products do many times over. */
  readonly room?: Room;
};

export type Room = { readonly words: number; readonly lines: number; readonly products: number; readonly bitsBytes: number };
const cityRoom: Room = { words: 262_144, lines: 65_536, products: 65_536, bitsBytes: 4_194_304 };

/** Where everything lies in the memory, in bytes; the same for every worker that shares it. */
export type Layout = {
  readonly steps: number;
  readonly stepsPerPage: number;
  readonly planes: number;
  readonly room: Room;
  readonly areaBytes: number;
  readonly live: number;
  readonly pages: number;
  readonly bytes: number;
};

export function layoutOf(codebook: Codebook, capacity: number, { areas = 1, room = cityRoom }: PlanesOptions): Layout {
  const steps = Math.max(1, Math.ceil(capacity / firmsPerStep));
  const stepsPerPage = Math.min(stepsPerPageMax, steps);
  const areaBytes = aligned((room.words + room.products * 2) * 4 + room.lines * lineBytes + room.bitsBytes + 2 * lineBytes);
  const live = aligned(lineBytes + areas * areaBytes);
  const pages = live + steps * lineBytes;
  const bytes = pages + Math.ceil(steps / stepsPerPage) * stepsPerPage * codebook.planes * lineBytes;
  return { steps, stepsPerPage, planes: codebook.planes, room, areaBytes, live, pages, bytes };
}

const aligned = (bytes: number): number => Math.ceil(bytes / lineBytes) * lineBytes;

/** Where one program runs: its words, its lines, what it counts and the lines of its products. */
export class Area {
  private readonly kernel: Kernel;
  private readonly words: Int32Array;
  private readonly addresses: {
    readonly program: number;
    readonly scratch: number;
    readonly counts: number;
    readonly bits: number;
  };
  private readonly lineWords: Int32Array;
  private loaded: Int32Array | null = null;

  constructor(
    memory: WebAssembly.Memory,
    private readonly layout: Layout,
    index: number,
    kind: KernelKind = 'simd',
  ) {
    const { room } = layout;
    // Address 0 stands for "none", so nothing lies there.
    const scratch = lineBytes + index * layout.areaBytes;
    const bits = scratch + room.lines * lineBytes;
    const program = bits + aligned(room.bitsBytes);
    this.addresses = { scratch, bits, program, counts: program + room.words * 4 };
    this.kernel = kernelOver(memory, kind);
    this.words = new Int32Array(memory.buffer);
    this.lineWords = this.words.subarray(scratch >>> 2, (scratch >>> 2) + room.lines * 16);
    this.lineWords.fill(-1, 0, 16).fill(0, 16, 32);
  }

  /** Adds up, over the steps `from` to `to`, the certain and the possible firms of each product, in turn. */
  count({ words, products }: Pick<Program, 'words' | 'products'>, from = 0, to = this.layout.steps): Int32Array {
    const { counts } = this.addresses;
    this.words.fill(0, counts >>> 2, (counts >>> 2) + products * 2);
    this.run(words, from, to, counts, 0);
    return this.words.slice(counts >>> 2, (counts >>> 2) + products * 2);
  }

  /** Hands over both lines of each product, 16 words each, certain before possible, of as many steps as there is room for. */
  lines(
    { words, products }: Pick<Program, 'words' | 'products'>,
    onSteps: (from: number, to: number, lines: Int32Array) => void,
    start = 0,
    end = this.layout.steps,
  ): void {
    const wordsPerStep = products * 32;
    const stride = Math.max(1, Math.floor(this.layout.room.bitsBytes / 4 / wordsPerStep));
    const first = this.addresses.bits >>> 2;
    for (let from = start; from < end; from += stride) {
      const to = Math.min(end, from + stride);
      this.run(words, from, to, 0, this.addresses.bits);
      onSteps(from, to, this.words.subarray(first, first + (to - from) * wordsPerStep));
    }
  }

  /** Fills the lines of the first step and hands over their words, 16 for each line from line 0 on. */
  fill(linesOnly: Int32Array): Int32Array {
    this.run(linesOnly, 0, 1, 0, 0);
    return this.lineWords;
  }

  private run(program: Int32Array, from: number, to: number, counts: number, bits: number): void {
    const { layout, addresses } = this;
    if (program.length > layout.room.words)
      throw new RangeError(`a program of ${program.length} words, room for ${layout.room.words}`);
    if (this.loaded !== program) this.words.set(program, addresses.program >>> 2);
    this.loaded = program;
    const { pages, planes, stepsPerPage, live } = layout;
    this.kernel(addresses.program, addresses.scratch, pages, planes, stepsPerPage, live, from, to, counts, bits);
  }
}

/** Firms by row number as bits: for each axis the code of its value, in planes, and whether it is unknown. */
export class Planes {
  readonly memory: WebAssembly.Memory;
  readonly layout: Layout;
  readonly area: Area;
  private readonly words: Int32Array;

  constructor(
    readonly codebook: Codebook,
    readonly capacity: number,
    options: PlanesOptions = {},
  ) {
    this.layout = layoutOf(codebook, capacity, options);
    const pages = Math.ceil(this.layout.bytes / wasmPage);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    this.words = new Int32Array(this.memory.buffer);
    this.area = new Area(this.memory, this.layout, 0, options.kind);
  }

  /** Bytes that one more firm takes. */
  get bytesPerFirm(): number {
    return (this.layout.planes + 1) / 8;
  }

  /** Writes the firm of `row`, of whom nothing need have been known. */
  put(row: number, coordinates: Float64Array): void {
    for (const axis of this.codebook.axes) this.putValue(row, axis, coordinates[axis.axis] as number);
    this.setLive(row, true);
  }

  /** Writes a firm where no other is looked at: whole words of the first step, from `row` 0. */
  putAlone(coordinates: Float64Array): void {
    const { stepsPerPage, pages } = this.layout;
    const stride = stepsPerPage * 16;
    const first = pages >>> 2;
    for (const axis of this.codebook.axes) {
      const value = coordinates[axis.axis] as number;
      const code = codeOf(axis, value);
      if (axis.unknownPlane >= 0) this.words[first + axis.unknownPlane * stride] = Number.isNaN(value) ? -1 : 0;
      let word = first + axis.plane * stride;
      for (let bit = 0; bit < axis.bits; bit++, word += stride) this.words[word] = -((code >>> bit) & 1);
    }
  }

  putValue(row: number, axis: CodedAxis, value: number): void {
    this.putCode(row, axis, codeOf(axis, value));
    if (axis.unknownPlane >= 0) this.set(this.wordOf(row, axis.unknownPlane), row, Number.isNaN(value));
  }

  putCode(row: number, { plane, bits }: CodedAxis, code: number): void {
    const stride = this.layout.stepsPerPage * 16;
    let word = this.wordOf(row, plane);
    for (let bit = 0; bit < bits; bit++, word += stride) this.set(word, row, ((code >>> bit) & 1) === 1);
  }

  setLive(row: number, isLive: boolean): void {
    this.set((this.layout.live >>> 2) + (row >>> 5), row, isLive);
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

  /** Writes the same firm into every lane of every step. */
  putEverywhere(coordinates: Float64Array): void {
    for (const axis of this.codebook.axes) {
      const value = coordinates[axis.axis] as number;
      const code = codeOf(axis, value);
      if (axis.unknownPlane >= 0) this.fill(axis.unknownPlane, Number.isNaN(value) ? -1 : 0);
      for (let bit = 0; bit < axis.bits; bit++) this.fill(axis.plane + bit, -((code >>> bit) & 1));
    }
  }

  private fill(plane: number, word: number): void {
    const { stepsPerPage, pages, steps, planes } = this.layout;
    for (let page = 0; page * stepsPerPage < steps; page++) {
      const start = (pages >>> 2) + (page * planes + plane) * stepsPerPage * 16;
      for (let at = start; at < start + stepsPerPage * 16; at++) this.words[at] = word;
    }
  }

  private wordOf(row: number, plane: number): number {
    const { stepsPerPage, pages, planes } = this.layout;
    const step = Math.floor(row / firmsPerStep);
    const page = Math.floor(step / stepsPerPage);
    return (pages >>> 2) + ((page * planes + plane) * stepsPerPage + (step % stepsPerPage)) * 16 + ((row % firmsPerStep) >>> 5);
  }

  private set(word: number, row: number, isOne: boolean): void {
    const bit = 1 << (row & 31);
    const before = this.words[word] as number;
    this.words[word] = isOne ? before | bit : before & ~bit;
  }
}
