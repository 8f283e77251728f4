import { expect, it } from 'vitest';
import { today } from '../../tests/support/arbitraryRules';
import { termsOf } from '../../tests/support/factBuilders';
import { type Atom, lowerProduct } from './clauses';
import { codebookOf } from './codebook';
import { Compiled } from './compiled';
import { axes, placeOf } from './coordinates';
import { compile } from './program';
import type { Predicate } from './rule';
import { Runner } from './runner';

const lowered = (...predicates: readonly Predicate[]) =>
  predicates.map(predicate => lowerProduct({ rule: { all: [predicate] }, terms: termsOf({}) }, { today, hasRequest: true }));

const products = lowered(
  { attr: 'insuredEmployees', op: '>=', value: 10 },
  { attr: 'insuredEmployees', op: 'between', value: [5, 20] },
);
const codebook = codebookOf(products);

/** The word of two lines. */
const pair = (one: number, other: number): number => one | (other << 16);

it('the program of the example in decision 8 is the one that it describes', () => {
  expect(codebook.planes).toBe(3);
  expect(codebook.axes.map(({ axis, cuts, bits, plane, unknownPlane }) => [axis, [...cuts], bits, plane, unknownPlane])).toEqual([
    [placeOf('insuredEmployees').first, [5, 10, 21], 2, 1, 0],
  ]);
  const program = compile(codebook, products);
  expect([...program.words]).toEqual([
    ...[2, ...[0, 1, 1, 1], ...[1, 2, 3, 1, 2, 3]],
    ...[1, pair(3, 5)],
    ...[0],
    ...[2, ...[1, pair(4, 2)], ...[1, pair(6, 2)]],
  ]);
  expect(program).toMatchObject({ lines: 7, products: 2, productsAt: 14 });
});

it('what several clauses need is made once, and so is a clause of several products', () => {
  const twice = [...products, ...products];
  expect(compile(codebook, twice)).toMatchObject({ lines: 7, products: 4 });
  const compiled = new Compiled(codebook, twice);
  expect([compiled.whole, compiled.alone(1), compiled.clauses]).toEqual([compiled.whole, compiled.alone(1), compiled.clauses]);
  expect(compiled.whole).toBe(compiled.whole);
  expect(compiled.alone(1)).toBe(compiled.alone(1));
  expect(compiled.clauses).toBe(compiled.clauses);
  expect(compiled.clauses.program).toMatchObject({ lines: 7, products: 0 });
});

it('a program is refused that has no room to be numbered, laid out or drawn', () => {
  const numbers = axes.flatMap(({ attribute }, axis) => (attribute.kind === 'number' ? [axis] : [])).slice(0, 20);
  const atoms = numbers.flatMap(axis =>
    Array.from({ length: 1_700 }, (_, from): Atom => ({ kind: 'within', axis, from, below: from + 1 })),
  );
  const many = [[[atoms]]];
  expect(() => compile(codebookOf(many), many)).toThrow('more than 65535');
  const runner = new Runner(codebook, 600, { products: 2 });
  expect(runner.draw(compile(codebook, products))).toHaveLength(2 * 2 * 2 * 16);
  expect(() => runner.draw(compile(codebook, [...products, ...products]))).toThrow('no room for the bitmaps of 4 products');
  expect(() => runner.count({ ...compile(codebook, []), words: new Int32Array(262_140) })).toThrow('is too large');
  expect(() => runner.count({ ...compile(codebook, []), products: 65_537 })).toThrow('is too large');
});
