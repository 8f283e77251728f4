// npm test: installs what is missing, then runs every kind of check in the order in which they fail fastest.
// `--only types,unit` runs some of them; `npm run check` is the quick part.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from '../server/install.mjs';

process.chdir(root);
ensureInstalled();

const script = (...parts) => join(root, 'node_modules', ...parts);
const typesSeen = join(root, 'node_modules', '.cache', 'types.tsbuildinfo');
const vitest = (...projects) => [script('vitest', 'vitest.mjs'), 'run', ...projects.flatMap(name => ['--project', name])];

const steps = [
  {
    name: 'types',
    // What has not changed since the last time is not looked at again.
    args: [script('typescript-native', 'bin', 'tsc'), '--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', typesSeen],
  },
  { name: 'lint', args: [script('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'promises', args: [script('eslint', 'bin', 'eslint.js'), 'server', 'seeds'] },
  { name: 'unused', args: [script('knip', 'bin', 'knip.js')] },
  { name: 'architecture', args: vitest('architecture') },
  { name: 'unit', args: vitest('unit', 'admin') },
  { name: 'contract', args: vitest('contract-sqlite', 'contract-postgres') },
  { name: 'journeys', args: vitest('journeys') },
  { name: 'browser', args: [script('@playwright', 'test', 'cli.js'), 'test'], needsBrowser: true },
];

const onlyAt = process.argv.indexOf('--only');
const only = onlyAt > 0 ? (process.argv[onlyAt + 1] ?? '').split(',') : null;
const unknown = only?.filter(name => !steps.some(step => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Choose from ${steps.map(step => step.name).join(', ')}.`);
  process.exit(2);
}

const chosen = steps.filter(step => !only || only.includes(step.name));
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

let passed = 0;
const failed = [];
for (const { name, args } of chosen) {
  const started = Date.now();
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: environment });
  console.log(`— ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (status === 0) passed += 1;
  else failed.push(name);
}

console.log(`\nsteps: ${passed} passed, ${failed.length} failed`);
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
