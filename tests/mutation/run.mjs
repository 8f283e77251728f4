// npm run mutate -- NAME [FILE…]: changes the program in many small ways; the tests must notice at least `floor` percent of
// them. FILE is the name of a part without its ending; what was found of the others is kept from the run before.
import { ensureInstalled } from '../../server/install.mjs';

const runs = {
  matching: {
    floor: 90,
    folder: 'server/matching',
    files: [
      ...['clauses', 'codebook', 'compiled', 'coordinates', 'evaluate', 'kernel', 'matcher', 'moves', 'planes'],
      ...['population', 'program', 'runner', 'threads', 'twin'],
    ],
    vitest: { configFile: 'tests/mutation/matching.vitest.ts', related: false },
  },
};

const [name = '', ...wanted] = process.argv.slice(2);
const run = runs[name];
const unknown = run ? wanted.filter(file => !run.files.includes(file)) : [name];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Choose from ${(run?.files ?? Object.keys(runs)).join(', ')}.`);
  process.exit(1);
}
await ensureInstalled();
// What nothing else needs; vitest, which it asks for, is the project's own.
await ensureInstalled(import.meta.dirname, '--legacy-peer-deps');
const { Stryker } = await import('@stryker-mutator/core');
const results = await new Stryker({
  // What is said in an error, and the shape of an object that the types hold to, are no decisions.
  mutator: { excludedMutations: ['StringLiteral', 'ObjectLiteral'] },
  mutate: (wanted.length > 0 ? wanted : run.files).map(file => `${run.folder}/${file}.ts`),
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
