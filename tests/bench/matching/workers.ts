import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Figure } from '../figure';
import { mustAgree } from './agreement';
import type { CrossTask, StepRange } from './crossWorker';
import { programOf, sharedPlanes } from './engine';
import { clockRatio, load, median, race, rounded } from './race';
import type { Stage } from './stage';

/** The cross-match shared by two workers over one memory against one worker that does it all. */
export async function workersFigure({ engine, ours, firms }: Stage, report: (figure: Figure) => void): Promise<void> {
  const { memory, layout } = sharedPlanes(engine, ours.population, 2);
  const program = programOf(engine, engine.products);
  const workers = [0, 1].map(index => {
    const task: CrossTask = { memory, layout, index, words: program.words, products: program.products };
    return new Worker(new URL('./crossWorkerEntry.mjs', import.meta.url), { workerData: task });
  });
  const ask = async (index: number, range: StepRange): Promise<Int32Array> => {
    const worker = workers[index];
    if (worker === undefined) throw new RangeError(`no worker ${index}`);
    worker.postMessage(range);
    const [counts] = (await once(worker, 'message')) as [Int32Array];
    return counts;
  };
  const half = Math.ceil(layout.steps / 2);
  const alone = (): Promise<Int32Array> => ask(0, { from: 0, to: layout.steps });
  const together = async (): Promise<Int32Array> => {
    const [one, other] = await Promise.all([ask(0, { from: 0, to: half }), ask(1, { from: half, to: layout.steps })]);
    return one.map((count, place) => count + (other[place] ?? 0));
  };
  try {
    const expected = engine.cross(ours.population).flatMap(({ eligible, possible }) => [eligible, eligible + possible]);
    mustAgree('one worker', [...(await alone())], expected);
    mustAgree('two workers', [...(await together())], expected);
    const [one, two] = await race([
      { name: 'one', run: alone, times: 5 },
      { name: 'two', run: together, times: 5 },
    ]);
    if (one === undefined || two === undefined) throw new Error('the workers did not run');
    report({
      figure: `cross, ${engine.products.length} × ${firms.count}, two workers against one`,
      value: rounded(clockRatio(one, two)),
      unit: 'times as fast',
      // Two workers can only be faster where two cores are idle.
      ...(load() < 0.5 ? { floor: 1.6 } : { note: 'the floor of 1.6 is for two idle cores; others used the machine' }),
      engineMs: rounded(median(two.clockMs)),
      oneWorkerMs: rounded(median(one.clockMs)),
      load: load(),
    });
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}
