// Builds the driver of the embedded database, the one package with a part made for this machine. Plain Node, no dependency.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const require = createRequire(import.meta.url);

/** True when the driver opens a database: built to the end, and for this Node. */
function works() {
  try {
    const Database = require('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Fetches the driver where it is made for the machine, else compiles it; ends the process with one sentence when neither
 * succeeds. Compiled as SQLite's authors do, at -O2: at better-sqlite3's -O3 it takes half as long again and is no faster.
 */
export async function ensureDriver() {
  if (works()) return;
  console.error('Building the database driver: up to two minutes the first time …');
  const isWindows = process.platform === 'win32';
  const child = spawn(isWindows ? 'npm.cmd' : 'npm', ['rebuild', 'better-sqlite3', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
    env: { CFLAGS: '-O2', CXXFLAGS: '-O2', ...process.env },
  });
  const status = await new Promise(resolve => child.once('error', () => resolve(1)).once('close', resolve));
  if (status === 0 && works()) return;
  console.error(
    'The database driver could not be built: read the message above, check the network and that Python, make and a C++ compiler are present, then try again.',
  );
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureDriver();
