import type { Codebook } from './codebook';
import { type Kernel, type KernelKind, kernelOver } from './kernel';
import { firmsPerStep, lineBytes, lineWords, Planes } from './planes';
import type { Program } from './program';
import { headWords } from './twin';

/** Firms by row number: bit `row & 31` of word `row >>> 5`. `possible` holds the certain ones too. */
export type Bitmaps = { readonly certain: Uint32Array; readonly possible: Uint32Array };

/* Where everything lies in front of the planes. Address 0 stands for "none"; what is not used takes no memory. */
const programAt = lineBytes;
const programBytes = 1 << 20;
const countsAt = programAt + programBytes;
const countsBytes = 1 << 19;
const scratchAt = countsAt + countsBytes;
const scratchBytes = 1 << 22;
const bitsBytesMax = 1 << 30;

/** Lines of a block of so many bytes stay in a core's own cache while the program goes over it. */
const blockBytes = 1 << 19;

export type RunnerOptions = {
  readonly kind?: KernelKind;
  /** How many threads may draw at once. */
  readonly threads?: number;
  /** Of how many products there is room for the bitmaps of all firms. */
  readonly products?: number;
};

/** Runs programs over the planes of many firms. */
export class Runner {
  readonly planes: Planes;
  readonly threads: number;
  private readonly kernel: Kernel;
  private readonly bitsAt: number;
  private readonly bitmapBytes: number;
  private loaded: Program | null = null;

  constructor(codebook: Codebook, capacity: number, { kind, threads = 1, products = 1 }: RunnerOptions = {}) {
    this.threads = threads;
    this.bitsAt = scratchAt + threads * scratchBytes;
    this.bitmapBytes = Math.max(1, Math.ceil(capacity / firmsPerStep)) * lineBytes;
    const bitsBytes = Math.min(bitsBytesMax, products * 2 * this.bitmapBytes);
    this.planes = new Planes(codebook, capacity, this.bitsAt + bitsBytes);
    this.kernel = kernelOver(this.planes.memory, kind);
  }

  /** How many firms of each product are certain and how many possible, in turn. */
  count(program: Program): Int32Array {
    this.load(program);
    const counts = this.wordsAt(countsAt, program.products * 8).fill(0);
    this.kernel(programAt, scratchAt, 0, this.planes.steps, countsAt, 0, 0);
    return counts.slice();
  }

  /** The program's lines of the first step, 16 words each where there is but one: a view that the next run overwrites. */
  lines(program: Program): Int32Array {
    this.load(program);
    this.kernel(programAt, scratchAt, 0, 1, 0, 0, 0);
    return this.wordsAt(scratchAt, scratchBytes);
  }

  /** The certain and the possible firms of each product, bitmap after bitmap: a view that the next run overwrites. */
  draw(program: Program): Int32Array {
    this.kernel(...this.drawing(program, 0, this.planes.steps));
    return this.wordsAt(this.bitsAt, program.products * 2 * this.bitmapBytes);
  }

  /** What the kernel is told to draw those of some steps, in a thread of its own or in this one. */
  drawing(program: Program, from: number, to: number, thread = 0): Parameters<Kernel> {
    if (this.bitsAt + program.products * 2 * this.bitmapBytes > this.planes.live)
      throw new RangeError(`no room for the bitmaps of ${program.products} products`);
    this.load(program);
    const scratch = scratchAt + thread * scratchBytes;
    return [programAt, scratch, from, to, 0, this.bitsAt + from * lineBytes, this.bitmapBytes];
  }

  /** What was drawn of each product: views that the next run overwrites. */
  drawn({ products }: Program): readonly Bitmaps[] {
    const { buffer } = this.planes.memory;
    const bitmap = (index: number) => new Uint32Array(buffer, this.bitsAt + index * this.bitmapBytes, this.bitmapBytes / 4);
    return Array.from({ length: products }, (_, at) => ({ certain: bitmap(2 * at), possible: bitmap(2 * at + 1) }));
  }

  private wordsAt(address: number, bytes: number): Int32Array {
    return this.planes.words.subarray(address >>> 2, (address + bytes) >>> 2);
  }

  /** Lays the program out where the kernel reads it, behind what says over which planes it runs. */
  private load(program: Program): void {
    if (this.loaded === program) return;
    const { words, lines, products } = program;
    const { pages, live, codebook, stepsPerPage } = this.planes;
    if ((headWords + words.length) * 4 > programBytes || products * 8 > countsBytes)
      throw new RangeError(`a program of ${words.length} words and ${products} products is too large`);
    const block = Math.max(1, Math.min(stepsPerPage, Math.floor(blockBytes / lineBytes / lines)));
    this.planes.words.set([pages, live, codebook.planes, stepsPerPage, block], programAt >>> 2);
    this.planes.words.set(words, (programAt >>> 2) + headWords);
    for (let thread = 0; thread < this.threads; thread++) {
      const constants = this.wordsAt(scratchAt + thread * scratchBytes, 2 * block * lineBytes);
      constants.fill(-1, 0, block * lineWords).fill(0, block * lineWords);
    }
    this.loaded = program;
  }
}
