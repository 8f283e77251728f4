import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../server/config';
import { attributes } from '../../server/matching/attributes';
import { coordinatesOf } from '../../server/matching/coordinates';
import { judgeRule } from '../../server/matching/evaluate';
import type { Facts } from '../../server/matching/facts';
import { Matcher } from '../../server/matching/matcher';
import { Population } from '../../server/matching/population';
import type { Rule } from '../../server/matching/rule';
import { factsAbout, ruleAbout, today } from '../support/arbitraryRules';
import { termsOf } from '../support/factBuilders';
import { sqlOfFirms, sqlOfRule } from '../support/threeValuedSql';
import { openWorld, type World } from '../support/world';

/* Pairs of a rule and a firm in one run: rules times firms times runs. The engine is the same beside either database. */
const [rulesPerRun, firmsPerRun, runs] = [12, 90, config.dialect === 'sqlite' ? 100 : 20];
const verdicts = ['notEligible', 'possible', 'eligible'] as const;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What the database says of every firm under each rule, in one question: 0 for false, 1 for NULL, 2 for true. */
async function truthsInSql(rules: readonly Rule[], firms: string): Promise<number[][]> {
  const { db } = world;
  const verdict = (rule: Rule) => `case (${sqlOfRule(rule, today, db.dialect)}) when true then 2 when false then 0 else 1 end`;
  const columns = rules.map((rule, at) => [`rule${at}`, sql<number>`${sql.raw(verdict(rule))}`.mapWith(Number)] as const);
  const rows: Record<string, number>[] = await db.read
    .select(Object.fromEntries(columns))
    .from(sql.raw(`(${firms}) as firms`))
    .orderBy(sql`place`);
  return rules.map((_, at) => rows.map(row => row[`rule${at}`] ?? Number.NaN));
}

const cases = fc.subarray([...attributes], { minLength: 3, maxLength: 9 }).chain(choice =>
  fc.record({
    choice: fc.constant(choice),
    rules: fc.array(ruleAbout(choice), { minLength: rulesPerRun, maxLength: rulesPerRun }),
    firms: fc.array(factsAbout(choice), { minLength: firmsPerRun, maxLength: firmsPerRun }),
  }),
);

describe('the engine, the kernel’s twin, the definition and the database', () => {
  it(`agree on ${rulesPerRun * firmsPerRun * runs} random pairs, every kind of attribute, a quarter unknown`, async () => {
    const seen = { notEligible: 0, possible: 0, eligible: 0 };
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ choice, rules, firms }) => {
        const products = rules.map(rule => ({ rule, terms: termsOf({}) }));
        const engines = [new Matcher(products, today), new Matcher(products, today, { kind: 'twin' })];
        const rows = firms.map(coordinatesOf);
        const judged = engines.map(engine => rows.map(row => engine.forward(row, true).map(({ verdict }) => verdict)));
        expect(judged[1]).toEqual(judged[0]);
        const inSql = await truthsInSql(rules, sqlOfFirms(firms, choice));
        for (const [product, rule] of rules.entries()) {
          firms.forEach((facts: Facts, firm) => {
            const defined = judgeRule(rule, { facts, today, hasRequest: true });
            const verdict = verdicts[defined];
            if (inSql[product]?.[firm] !== defined || judged[0]?.[firm]?.[product] !== verdict)
              expect({ rule, facts, inSql: inSql[product]?.[firm], engine: judged[0]?.[firm]?.[product] }).toEqual({
                defined: verdict,
              });
            seen[verdict] += 1;
            pairs += 1;
          });
        }
        expectPopulation(products, engines, rows);
      }),
      { numRuns: runs },
    );
    expect(pairs).toBeGreaterThanOrEqual(config.dialect === 'sqlite' ? 100_000 : 20_000);
    expect(Math.min(...Object.values(seen)) / pairs).toBeGreaterThan(0.05);
  }, 240_000);
});

/** One firm at a time without a request, against a population of them: counts, bitmaps and near misses are the same. */
function expectPopulation(products: readonly { rule: Rule }[], engines: readonly Matcher[], rows: readonly Float64Array[]) {
  const population = new Population(16);
  rows.forEach((row, index) => {
    population.put(index * 7, row);
  });
  population.remove(0);
  for (const engine of engines) {
    const alone = rows.map(row => engine.forward(row, false));
    const reached = engine.cross(population);
    products.forEach((_, product) => {
      const bitmaps = engine.reverse(population, product);
      const misses = union(engine.nearMisses(population, product));
      const count = { eligible: 0, possible: 0 };
      const [kept, wanted]: [string[], string[]] = [[], []];
      rows.forEach((_row, index) => {
        if (index === 0) return;
        const { verdict, unmet, open } = alone[index]?.[product] ?? { verdict: null, unmet: 0, open: 0 };
        if (verdict === 'eligible' || verdict === 'possible') count[verdict] += 1;
        const place = index * 7;
        kept.push(`${place}: ${bit(bitmaps.certain, place)} ${bit(bitmaps.possible, place)} ${bit(misses, place)}`);
        wanted.push(`${place}: ${verdict === 'eligible'} ${verdict !== 'notEligible'} ${unmet === 1 && open === 0}`);
      });
      // All at once: an assertion for each of the pairs takes longer than everything that is asserted.
      expect(kept).toEqual(wanted);
      expect([reached[product], engine.reach(population, product)]).toEqual([count, count]);
      expect(ones(bitmaps.certain)).toBe(count.eligible);
      expect(ones(bitmaps.possible)).toBe(count.eligible + count.possible);
      expect(sum(engine.excludedBy(population, product))).toBe(ones(misses));
    });
  }
}

const union = (sets: readonly Uint32Array[]): Uint32Array =>
  sets.reduce((all, each) => all.map((word, at) => word | (each[at] ?? 0)), new Uint32Array(1024));
const bit = (words: Uint32Array, place: number): boolean => (((words[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
const ones = (words: Uint32Array): number => sum([...words].map(word => word.toString(2).replaceAll('0', '').length));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
