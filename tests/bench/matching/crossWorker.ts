import { parentPort, workerData } from 'node:worker_threads';
import { Area, type Layout } from '../../../server/matching/planes';

/** What a worker runs, in its own area of a memory that it shares with others. */
export type CrossTask = {
  readonly memory: WebAssembly.Memory;
  readonly layout: Layout;
  readonly index: number;
  readonly words: Int32Array;
  readonly products: number;
};

export type StepRange = { readonly from: number; readonly to: number };

const { memory, layout, index, words, products } = workerData as CrossTask;
const area = new Area(memory, layout, index);
parentPort?.on('message', ({ from, to }: StepRange) => {
  parentPort?.postMessage(area.count({ words, products }, from, to));
});
