// npm run mutate -- NAME: changes the program in many small ways; the tests must notice at least `floor` percent of them.
import { Stryker } from '@stryker-mutator/core';

const runs = {
  matching: {
    floor: 90,
    mutate: [
      'clauses',
      'codebook',
      'coordinates',
      'evaluate',
      'kernel',
      'matcher',
      'moves',
      'planes',
      'population',
      'program',
      'twin',
    ].map(part => `server/matching/${part}.ts`),
    vitest: { configFile: 'tests/mutation/matching.vitest.ts', related: false },
  },
};

const name = process.argv[2] ?? '';
const run = runs[name];
if (!run) {
  console.error(`npm run mutate -- NAME, where NAME is one of: ${Object.keys(runs).join(', ')}`);
  process.exit(1);
}
const results = await new Stryker({
  // What is said in an error, and the shape of an object that the types hold to, are no decisions.
  mutator: { excludedMutations: ['StringLiteral', 'ObjectLiteral'] },
  mutate: run.mutate,
  vitest: run.vitest,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATE_WORKERS ?? 2),
  ignoreStatic: true,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, allowColor: false },
  tempDirName: 'node_modules/.cache/mutation',
  incremental: true,
  incrementalFile: `node_modules/.cache/mutation-${name}.json`,
  disableTypeChecks: false,
  allowEmpty: false,
  thresholds: { high: 95, low: 90, break: null },
}).runMutationTest();
const caught = results.filter(({ status }) => ['Killed', 'Timeout'].includes(status)).length;
const missed = results.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status)).length;
const value = Number(((caught / (caught + missed)) * 100).toFixed(1));
console.log(JSON.stringify({ mutate: name, value, unit: '% of mutants caught', floor: run.floor, caught, missed }));
process.exit(value >= run.floor ? 0 : 1);
