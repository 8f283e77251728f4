// Installs what package-lock.json names when it is missing or has changed. Plain Node, no dependency: it runs first.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const packagesOf = path => JSON.parse(readFileSync(path, 'utf8')).packages;

/** True when node_modules of a folder holds what its lock file asks for, however it was installed. */
function isInstalled(folder) {
  // npm writes its own list of what it has installed last, so an interrupted installation has none.
  const list = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

/**
 * Makes node_modules of a folder fit its lock file; ends the process with one sentence when npm cannot. What is built for
 * the machine waits (driver.mjs): much else can go on meanwhile.
 */
export async function ensureInstalled(folder = root, ...settings) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Rongqiao needs Node 20.19 or later; this is ${process.version}.`);
    process.exit(1);
  }
  if (isInstalled(folder)) return;
  console.error('Installing dependencies (npm ci): one or two minutes the first time …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const status = await npm(['ci', '--ignore-scripts', ...quiet, ...settings], { folder });
  if (status === 0) return;
  console.error('npm ci did not finish: read its message above, check the network, then try again.');
  process.exit(1);
}

/** Runs npm in a folder, and shows what it says; its exit code. */
export function npm(args, { folder = root, environment = {} } = {}) {
  const isWindows = process.platform === 'win32';
  const child = spawn(isWindows ? 'npm.cmd' : 'npm', args, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
    env: { ...environment, ...process.env },
  });
  return new Promise(resolve => child.once('error', () => resolve(1)).once('close', resolve));
}
