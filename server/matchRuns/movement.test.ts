import { expect, it } from 'vitest';
import { bitsUpTo, numbersIn, put } from './bits';
import { movementsOf, type ProductFirms } from './movement';

const firms = (...numbers: number[]): ProductFirms => {
  const eligible = bitsUpTo(Math.max(0, ...numbers));
  for (const number of numbers) put(eligible, number);
  return { versionId: 'v', eligible };
};
const moved = (before: Record<string, ProductFirms> | null, now: Record<string, ProductFirms>) =>
  movementsOf(before && new Map(Object.entries(before)), new Map(Object.entries(now))).map(
    ({ productId, isInForce, entered, left }) => [productId, isInForce, [...numbersIn(entered)], [...numbersIn(left)]],
  );

it('tells who entered and who left each product', () => {
  expect(moved({ a: firms(1, 2, 40) }, { a: firms(2, 3) })).toEqual([['a', true, [3], [1, 40]]]);
});

it('lets everybody enter a new product and leave one that is no longer in force', () => {
  expect(moved({ old: firms(5) }, { new: firms(5, 6) })).toEqual([
    ['new', true, [5, 6], []],
    ['old', false, [], [5]],
  ]);
});

it('lets nobody enter in the first run of all', () => {
  expect(moved(null, { a: firms(1, 2) })).toEqual([['a', true, [], []]]);
});
