import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitsUpTo, count, has, numbersIn, pack, put, unpack, without } from './bits';

const firms = fc.uniqueArray(fc.integer({ min: 0, max: 200 }));

const setOf = (numbers: readonly number[]) => {
  const bits = bitsUpTo(Math.max(0, ...numbers));
  for (const number of numbers) put(bits, number);
  return bits;
};
const rising = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

it('holds the firms that were put in, the 32nd of a word among them, and comes back from the database', () => {
  fc.assert(
    fc.property(firms, numbers => {
      const bits = unpack(pack(setOf(numbers)));
      expect([...numbersIn(bits)]).toEqual(rising(numbers));
      expect(count(bits)).toBe(numbers.length);
      expect([0, 31, 32, 63, 199, 5_000].filter(firm => has(bits, firm))).toEqual(
        [0, 31, 32, 63, 199, 5_000].filter(firm => numbers.includes(firm)),
      );
    }),
  );
});

it('takes one set from another though one ends earlier', () => {
  fc.assert(
    fc.property(firms, firms, (mine, others) => {
      expect([...numbersIn(without(setOf(mine), setOf(others)))]).toEqual(rising(mine.filter(each => !others.includes(each))));
    }),
  );
});
