import { loadavg } from 'node:os';

export type Contender = {
  readonly name: string;
  readonly run: () => unknown;
  /** How often a round runs it: enough that the clock's step does not show. */
  readonly times: number;
  /** How much of the whole one run does, where a sample stands for it: 0.01 when a hundredth is run. */
  readonly share?: number;
};

/**
 * What a contender took for the whole, in milliseconds, round by round: of the processor, over all threads of this
 * process, which others on the machine do not lengthen, and on the clock.
 */
export type Times = { readonly name: string; readonly ms: readonly number[]; readonly clockMs: readonly number[] };

export const roundCount = 5;

/** Every contender once in each round, so that whatever else the machine does meets them all; one round before to warm up. */
export async function race(contenders: readonly Contender[], rounds = roundCount): Promise<readonly Times[]> {
  const all = contenders.map(({ name }) => ({ name, ms: [] as number[], clockMs: [] as number[] }));
  for (let round = -1; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      const { ms, clockMs } = await timeOf(contender);
      if (round < 0) continue;
      all[index]?.ms.push(ms);
      all[index]?.clockMs.push(clockMs);
    }
  }
  return all;
}

async function timeOf({ run, times, share = 1 }: Contender): Promise<{ ms: number; clockMs: number }> {
  const start = performance.now();
  const startCpu = process.cpuUsage();
  for (let time = 0; time < times; time++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(startCpu);
  return { ms: (user + system) / 1000 / times / share, clockMs: (performance.now() - start) / times / share };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}

/** How many times as long as `one` the other took: the median of the rounds' own ratios. */
export const ratio = (other: Times, one: Times): number => ratioOf(other.ms, one.ms);
export const clockRatio = (other: Times, one: Times): number => ratioOf(other.clockMs, one.clockMs);

const ratioOf = (other: readonly number[], one: readonly number[]): number =>
  median(other.map((ms, round) => ms / (one[round] ?? Number.NaN)));

/** The processes that want a core, over the last minute: a figure says with whom it shared the machine. */
export const load = (): number => Number((loadavg()[0] ?? 0).toFixed(1));

/** Three significant digits. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
