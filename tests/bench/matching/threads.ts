import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Figure } from '../figure';
import { mustAgree } from './agreement';
import { crossBitmaps, onesIn, threadsOver } from './engine';
import { clockRatio, load, median, race, rounded } from './race';
import type { Stage } from './stage';

/**
 * The cross-match with both bitmaps of every product by two threads against one. Beside it, by turns, what two threads of
 * plain arithmetic get done against one: on two idle cores twice as much, and less where others want the cores too. The
 * floor is 1.6 of those 2, so it asks for four fifths of what the machine gave meanwhile.
 */
export async function threadsFigure({ engine, ours, firms }: Stage, report: (figure: Figure) => void): Promise<void> {
  const [alone, pair] = [threadsOver(engine, ours, 1), threadsOver(engine, ours, 2)];
  const spinners = [spinner(), spinner()] as const;
  try {
    const expected = crossBitmaps(engine, ours.population).map(({ certain, possible }) => [onesIn(certain), onesIn(possible)]);
    for (const { threads, program } of [alone, pair]) {
      const bitmaps = await threads.cross(program);
      mustAgree(
        'the threads',
        bitmaps.map(({ certain, possible }) => [onesIn(certain), onesIn(possible)]),
        expected,
      );
    }
    const [one, two, spinOne, spinTwo] = await race(
      [
        { name: 'one', run: () => alone.threads.cross(alone.program), times: 3 },
        { name: 'two', run: () => pair.threads.cross(pair.program), times: 3 },
        { name: 'one spins', run: () => spinners[0].spin(2), times: 3 },
        { name: 'two spin', run: () => Promise.all(spinners.map(({ spin }) => spin(1))), times: 3 },
      ],
      9,
    );
    if (!one || !two || !spinOne || !spinTwo) throw new Error('the threads did not run');
    const machine = clockRatio(spinOne, spinTwo);
    report({
      figure: `cross, ${engine.products.length} × ${firms.count}, both bitmaps, two threads against one`,
      value: rounded(clockRatio(one, two)),
      unit: 'times as fast',
      floor: rounded(0.8 * machine),
      machine: rounded(machine),
      engineMs: rounded(median(two.clockMs)),
      oneThreadMs: rounded(median(one.clockMs)),
      load: load(),
    });
  } finally {
    await Promise.all([alone.threads.close(), pair.threads.close(), ...spinners.map(({ end }) => end())]);
  }
}

const source = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', rounds => {
    let x = 1;
    for (let i = 0; i < rounds * 2e7; i++) x = (x * 1664525 + 1013904223) | 0;
    parentPort.postMessage(x);
  });`;

/** A thread that does nothing but count. */
function spinner() {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { execArgv: [] });
  const spin = async (rounds: number): Promise<void> => {
    worker.postMessage(rounds);
    await once(worker, 'message');
  };
  return { spin, end: () => worker.terminate() };
}
