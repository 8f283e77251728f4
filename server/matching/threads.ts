import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { simdModule } from './kernel';
import type { Program } from './program';
import type { Bitmaps, Runner } from './runner';

/** One thread takes about ten milliseconds for so many pairs of a firm and a product; more would hold up the server. */
const pairsForOneThread = 100_000_000;
const threadsMax = 8;

/** How many threads a cross-match of so many pairs is worth. */
export const threadsFor = (pairs: number): number =>
  pairs <= pairsForOneThread || simdModule === null ? 1 : Math.min(threadsMax, availableParallelism());

/** The firms of each product of the program: drawn here, or by threads where the runner has room for several. */
export async function crossBitmaps(runner: Runner, program: Program): Promise<readonly Bitmaps[]> {
  if (runner.threads === 1) {
    runner.draw(program);
    return runner.drawn(program);
  }
  const threads = new Threads(runner);
  try {
    return await threads.cross(program);
  } finally {
    await threads.close();
  }
}

/**
 * All that a thread does: one call of the kernel after another, over the memory that it shares. A file of its own would
 * have to be found both beside the source and beside the bundle.
 */
const source = `
  import { parentPort, workerData } from 'node:worker_threads';
  const { run } = new WebAssembly.Instance(workerData.module, { env: { memory: workerData.memory } }).exports;
  parentPort.on('message', call => parentPort.postMessage(run(...call)));`;

/** So many steps are handed to a thread at a time: enough to make the message worth it, few enough to end together. */
const stepsAtOnce = 64;

/** As many threads as a runner has room for. */
export class Threads {
  private readonly workers: readonly Worker[];

  constructor(private readonly runner: Runner) {
    const workerData = { module: simdModule, memory: runner.planes.memory };
    const url = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
    this.workers = Array.from({ length: runner.threads }, () => new Worker(url, { workerData, execArgv: [] }));
  }

  /** The firms of each product: views that the next run overwrites. One program at a time. */
  async cross(program: Program): Promise<readonly Bitmaps[]> {
    const { steps } = this.runner.planes;
    let next = 0;
    const work = async (worker: Worker, thread: number): Promise<void> => {
      while (next < steps) {
        const from = next;
        next = Math.min(steps, from + stepsAtOnce);
        worker.postMessage(this.runner.drawing(program, from, next, thread));
        await once(worker, 'message');
      }
    };
    await Promise.all(this.workers.map(work));
    return this.runner.drawn(program);
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()));
  }
}
