import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsAbout, ruleAbout, someAttributes, today } from '../../tests/support/arbitraryRules';
import { termsOf } from '../../tests/support/factBuilders';
import { coordinatesOf } from './coordinates';
import { Matcher } from './matcher';
import { Population } from './population';
import { crossBitmaps, threadsFor } from './threads';

it('find the same firms as one thread does, in every share of the steps', async () => {
  const cases = someAttributes.chain(choice =>
    fc.record({
      rules: fc.array(ruleAbout(choice), { minLength: 3, maxLength: 3 }),
      firms: fc.array(factsAbout(choice), { minLength: 20, maxLength: 20 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ rules, firms }) => {
      // Some hundred steps, of which a thread takes 64 at a time.
      const population = new Population(100_000);
      firms.forEach((facts, index) => {
        population.put(index * 4_999, coordinatesOf(facts));
      });
      const matcher = new Matcher(
        rules.map(rule => ({ rule, terms: termsOf({}) })),
        today,
      );
      const runner = population.runnerOf(matcher.codebook, { threads: 3, products: rules.length });
      const found = (await crossBitmaps(runner, matcher.program)).map(({ certain, possible }) => [
        certain.slice(),
        possible.slice(),
      ]);
      expect(found).toEqual(
        rules.map((_, product) => {
          const { certain, possible } = matcher.reverse(population, product);
          return [certain, possible];
        }),
      );
    }),
    { numRuns: 5 },
  );
});

it('are started only where one would hold up the server', () => {
  expect(threadsFor(417 * 143_700)).toBe(1);
  expect(threadsFor(417 * 1_000_000)).toBeGreaterThanOrEqual(1);
  expect(threadsFor(Number.MAX_SAFE_INTEGER)).toBeLessThanOrEqual(8);
});
