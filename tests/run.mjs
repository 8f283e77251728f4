// npm test: installs what is missing, then runs every kind of check, as many at a time as there are processors: first
// what fails fastest, then what takes longest. `--only types,unit` runs some of them; `npm run check` is the quick part.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from '../server/install.mjs';

process.chdir(root);
ensureInstalled();

const script = (...parts) => join(root, 'node_modules', ...parts);
const typesSeen = join(root, 'node_modules', '.cache', 'types.tsbuildinfo');
/**
 * What has not changed since the last time is not looked at again. Taking note of what was seen is an eighth of the work:
 * only where somebody looks often, as `npm run check` does.
 */
const rememberingTypes =
  process.argv.includes('--only') || existsSync(typesSeen) ? ['--incremental', '--tsBuildInfoFile', typesSeen] : [];

/** Steps that run at the same time, one more than processors, for each waits now and then; on a larger machine each has several. */
const processors = availableParallelism();
const lanes = Math.min(processors + 1, 3);
const vitest = (...projects) => [
  script('vitest', 'vitest.mjs'),
  'run',
  `--maxWorkers=${Math.max(1, Math.floor(processors / lanes))}`,
  ...projects.flatMap(name => ['--project', name]),
];

const steps = [
  {
    name: 'types',
    args: [script('typescript-native', 'bin', 'tsc'), '--noEmit', '-p', '.', '--checkers', '1', ...rememberingTypes],
  },
  { name: 'lint', args: [script('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'] },
  // What `npm start` runs, once for all that start it.
  { name: 'build', args: [join(root, 'server', 'build.mjs')] },
  { name: 'browser', args: [script('@playwright', 'test', 'cli.js'), 'test'], needsBuild: true, needsBrowser: true },
  { name: 'journeys', args: vitest('journeys'), needsBuild: true },
  { name: 'unit', args: vitest('unit', 'admin') },
  { name: 'postgres', args: vitest('contract-postgres') },
  { name: 'sqlite', args: vitest('contract-sqlite') },
  // Two typed rules (.oxlintrc.json) that need types: a Drizzle query that nobody awaits never runs, silently. Each thread
  // would work out the types that all files share for itself.
  {
    name: 'promises',
    args: [script('oxlint', 'bin', 'oxlint'), '--type-aware', '--threads=1', '--deny-warnings', 'server', 'seeds'],
    environment: { GOMAXPROCS: '1' },
  },
  { name: 'architecture', args: vitest('architecture') },
  { name: 'unused', args: [script('knip', 'bin', 'knip.js')] },
];

const onlyAt = process.argv.indexOf('--only');
const only = onlyAt > 0 ? (process.argv[onlyAt + 1] ?? '').split(',') : null;
const unknown = only?.filter(name => !steps.some(step => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Choose from ${steps.map(step => step.name).join(', ')}.`);
  process.exit(2);
}

const asked = steps.filter(step => !only || only.includes(step.name));
const needsBuild = asked.some(step => step.needsBuild);
const chosen = steps.filter(step => asked.includes(step) || (needsBuild && step.name === 'build'));
const environment = { ...process.env, NODE_ENV: 'test' };
if (chosen.some(step => step.needsBrowser)) {
  const { ensureBrowser } = await import('./browser.mjs');
  const browser = await ensureBrowser();
  if (!browser) {
    console.error('The browser journeys need Chrome or Chromium and none could be installed: install one, or set CHROMIUM_PATH.');
    process.exit(1);
  }
  environment.CHROMIUM_PATH = browser;
}

const waiting = [...chosen];
const ended = new Map();

/** Runs one step, and says what it said when it has ended: steps that run at the same time do not speak at the same time. */
async function run({ name, args, environment: own }) {
  const started = Date.now();
  console.log(`— ${name} …`);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, ...own } });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => said.push(piece));
  const status = await new Promise(resolve => child.once('error', () => resolve(1)).once('close', resolve));
  const outcome = `${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`;
  process.stdout.write(`\n${Buffer.concat(said)}\n— ${name}: ${outcome}\n`);
  ended.set(name, { status, outcome });
}

/** Takes one waiting step after the other; what needs the build waits until there is one. */
async function lane() {
  while (waiting.length > 0) {
    const at = waiting.findIndex(step => !step.needsBuild || ended.has('build'));
    if (at >= 0) await run(...waiting.splice(at, 1));
    else await new Promise(resolve => setTimeout(resolve, 200));
  }
}

await Promise.all(Array.from({ length: lanes }, lane));

const failed = [...ended].filter(([, { status }]) => status !== 0).map(([name]) => name);
console.log(`\n${[...ended].map(([name, { outcome }]) => `${name.padEnd(13)}${outcome}`).join('\n')}`);
console.log(`\nsteps: ${ended.size - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
