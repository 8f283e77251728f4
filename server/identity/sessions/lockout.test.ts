import { describe, expect, it } from 'vitest';
import { lockMinutes } from './lockout';

describe('lockMinutes', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 15],
    [6, 30],
    [7, 60],
    [11, 960],
    [12, 1_440],
    [100, 1_440],
    [2_000, 1_440],
  ])('after %i wrong passwords in a row the account is locked for %i minutes', (failedAttempts, minutes) => {
    expect(lockMinutes(failedAttempts)).toBe(minutes);
  });
});
