// Installs what package-lock.json names when it is missing or has changed. Plain Node, no dependency: it runs first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const stampFile = join(root, 'node_modules', '.rongqiao-installed');

const lockDigest = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex');

/** True when node_modules is what the lock file and this version of Node ask for. */
const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockDigest();

/** Makes node_modules fit the lock file; ends the process with one sentence when npm cannot. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Rongqiao needs Node 20.19 or later; this is ${process.version}.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.error('Installing dependencies (npm ci): two or three minutes the first time …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('npm ci did not finish: read its message above, check the network and that a C++ compiler is present, then try again.');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stampFile, lockDigest());
}
