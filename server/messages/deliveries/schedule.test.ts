import { expect, it } from 'vitest';
import { worldBegins } from '../../../tests/support/world';
import { attemptsMax, nextAttempt } from './schedule';

it('waits longer after each attempt that failed, and gives up after the last', () => {
  const waits = Array.from({ length: attemptsMax }, (_, index) => {
    const next = nextAttempt(index + 1, worldBegins);
    return next === null ? null : (next.getTime() - worldBegins.getTime()) / 1_000;
  });
  expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 64_800, null]);
});
