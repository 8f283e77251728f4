// npm test: installs what is missing, then runs every kind of check, as many at a time as there are processors: first
// what fails fastest, then what takes longest. `--only types,unit` runs some of them; `npm run check` is the quick part.
// `--with-postgresql` installs Debian's server where there is none, so that the contract runs on it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from '../server/install.mjs';
import { browserPackages, ensureBrowser, presentBrowser } from './browser.mjs';
import { installFromDebian } from './debian.mjs';
import { postgresPrograms } from './postgresPrograms.mjs';

process.chdir(root);

const script = (...parts) => join(root, 'node_modules', ...parts);
const typesSeen = join(root, 'node_modules', '.cache', 'types.tsbuildinfo');
/**
 * What has not changed since the last time is not looked at again. Taking note of what was seen is an eighth of the work:
 * only where somebody looks often, as `npm run check` does.
 */
const rememberingTypes =
  process.argv.includes('--only') || existsSync(typesSeen) ? ['--incremental', '--tsBuildInfoFile', typesSeen] : [];

/**
 * Steps that run at the same time, two more than processors: each waits now and then, and the longest begin early, so that none
 * of them is the last, alone. On a larger machine each has several.
 */
const processors = availableParallelism();
const lanes = Math.min(processors + 2, 4);
const vitest = (...projects) => [
  script('vitest', 'vitest.mjs'),
  'run',
  `--maxWorkers=${Math.max(1, Math.floor(processors / lanes))}`,
  ...projects.flatMap(name => ['--project', name]),
];

/** Programs in Go that end within a minute free no memory: that takes a quarter of their time, and they need two gigabytes. */
const uncollected = { GOGC: 'off', GOMEMLIMIT: '3GiB' };

/** In the order in which they are begun, but each only `after` what it needs has passed. */
const steps = [
  // The longest steps wait for it, where it has to be compiled more than a minute.
  { name: 'driver', args: [join(root, 'server', 'driver.mjs')], isFirst: true },
  {
    name: 'types',
    args: [script('typescript-native', 'bin', 'tsc'), '--noEmit', '-p', '.', '--checkers', '1', ...rememberingTypes],
    environment: uncollected,
  },
  { name: 'lint', args: [script('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'] },
  // What `npm start` runs, once for all that start it.
  { name: 'build', args: [join(root, 'server', 'build.mjs')], isFirst: true },
  {
    name: 'browser',
    args: [script('@playwright', 'test', 'cli.js'), 'test'],
    after: ['driver', 'build'],
    needsBrowser: true,
    isFirst: true,
  },
  { name: 'journeys', args: vitest('journeys'), after: ['driver', 'build'] },
  { name: 'unit', args: vitest('unit', 'admin'), after: ['driver'] },
  { name: 'postgres', args: vitest('contract-postgres') },
  { name: 'sqlite', args: vitest('contract-sqlite'), after: ['driver'] },
  // Two typed rules (.oxlintrc.json) that need types: a Drizzle query that nobody awaits never runs, silently. Each thread
  // would work out the types that all files share for itself.
  {
    name: 'promises',
    args: [script('oxlint', 'bin', 'oxlint'), '--type-aware', '--threads=1', '--deny-warnings', 'server', 'seeds'],
    environment: { ...uncollected, GOMAXPROCS: '1' },
  },
  { name: 'architecture', args: vitest('architecture') },
  { name: 'unused', args: ['--max-semi-space-size=64', script('knip', 'bin', 'knip.js')] },
];

const onlyAt = process.argv.indexOf('--only');
const only = onlyAt > 0 ? (process.argv[onlyAt + 1] ?? '').split(',') : null;
const unknown = only?.filter(name => !steps.some(step => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Choose from ${steps.map(step => step.name).join(', ')}.`);
  process.exit(2);
}

const asked = steps.filter(step => !only || only.includes(step.name));
// The driver whatever is asked: what is run by hand after that needs it.
const needed = ['driver', ...asked.flatMap(step => step.after ?? [])];
const chosen = steps.filter(step => asked.includes(step) || needed.includes(step.name));
const needsBrowser = chosen.some(step => step.needsBrowser);

const wanted = [
  ...(needsBrowser && !presentBrowser() ? [browserPackages] : []),
  ...(process.argv.includes('--with-postgresql') && !postgresPrograms() ? [['postgresql']] : []),
];
await Promise.all([ensureInstalled(), installFromDebian(...wanted)]);

const environment = { ...process.env, NODE_ENV: 'test' };
if (needsBrowser) {
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
async function run({ name, args, environment: own, isFirst = false }) {
  const started = Date.now();
  console.log(`— ${name} …`);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, ...own } });
  // The run ends no sooner than the browser, which waits for others: what they leave of the processors is for the rest.
  if (!isFirst && child.pid) setPriority(child.pid, 5);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => said.push(piece));
  const status = await new Promise(resolve => child.once('error', () => resolve(1)).once('close', resolve));
  const outcome = `${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`;
  process.stdout.write(`\n${Buffer.concat(said)}\n— ${name}: ${outcome}\n`);
  ended.set(name, { status, outcome });
}

const hasPassed = name => ended.get(name)?.status === 0;
const hasFailed = name => ended.has(name) && !hasPassed(name);

/** Takes one waiting step after the other that has what it needs; one whose need has failed is not begun. */
async function lane() {
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ after = [] }) => after.every(hasPassed) || after.some(hasFailed));
    const [step] = at < 0 ? [] : waiting.splice(at, 1);
    if (!step) await new Promise(resolve => setTimeout(resolve, 200));
    else if (step.after?.some(hasFailed)) ended.set(step.name, { status: 1, outcome: 'FAILED: what it needs did not pass' });
    else await run(step);
  }
}

await Promise.all(Array.from({ length: lanes }, lane));

const failed = [...ended].filter(([, { status }]) => status !== 0).map(([name]) => name);
console.log(`\n${[...ended].map(([name, { outcome }]) => `${name.padEnd(13)}${outcome}`).join('\n')}`);
console.log(`\nsteps: ${ended.size - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
