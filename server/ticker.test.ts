import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTicker } from './ticker';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('passes over a tick while it works, and goes on after a failure', async () => {
  const errors: unknown[] = [];
  let finish = (): void => undefined;
  const work = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        finish = work.mock.calls.length === 1 ? () => reject(new Error('once')) : resolve;
      }),
  );
  const ticker = startTicker({ milliseconds: 10, work, onError: error => errors.push(error) });
  await vi.advanceTimersByTimeAsync(35);
  expect(work).toHaveBeenCalledTimes(1);
  finish();
  await vi.advanceTimersByTimeAsync(10);
  expect(work).toHaveBeenCalledTimes(2);
  expect(errors).toEqual([new Error('once')]);
  finish();
  await ticker.stop();
});

it('waits, when it is stopped, for what is under way, and begins nothing more', async () => {
  let finish = (): void => undefined;
  const work = vi.fn(
    () =>
      new Promise<void>(resolve => {
        finish = resolve;
      }),
  );
  const ticker = startTicker({ milliseconds: 10, work, onError: () => undefined });
  await vi.advanceTimersByTimeAsync(10);
  let isStopped = false;
  const stopping = ticker.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(50);
  expect(isStopped).toBe(false);
  finish();
  await stopping;
  expect(work).toHaveBeenCalledTimes(1);
});
