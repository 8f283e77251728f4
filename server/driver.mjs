// Builds the driver of the embedded database, the one package with a part made for this machine. Plain Node, no dependency.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { npm } from './install.mjs';

const require = createRequire(import.meta.url);

/** Why the driver opens no database; null when it does: built to the end, and for this Node. */
function whatFails() {
  try {
    const Database = require('better-sqlite3');
    new Database(':memory:').close();
    return null;
  } catch (error) {
    return error.message;
  }
}

/**
 * Fetches the driver where it is made for the machine, else compiles it; ends the process with one sentence when neither
 * succeeds. Compiled as SQLite's authors do, at -O2: at better-sqlite3's -O3 it takes half as long again and is no faster.
 */
export async function ensureDriver() {
  if (whatFails() === null) return;
  console.error('Building the database driver: up to two minutes the first time …');
  const status = await npm(['rebuild', 'better-sqlite3', '--loglevel=error'], {
    environment: { CFLAGS: '-O2', CXXFLAGS: '-O2' },
  });
  const failure = whatFails();
  if (status === 0 && failure === null) return;
  console.error(
    `The database driver could not be built (${failure?.split('\n')[0] ?? `npm ended with ${status}`}): read the message above, check the network and that Python, make and a C++ compiler are present, then try again.`,
  );
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureDriver();
