// Builds what `npm start` runs: the pages and the server, each only when it has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/** Brings dist up to date; ends the process with one sentence when it cannot. */
export function ensureBuilt() {
  process.chdir(root);
  build('admin', ['admin', 'vite.config.ts'], ['build']);
  build('server', ['server', 'seeds', 'vite.server.config.ts'], ['build', '-c', 'vite.server.config.ts']);
}

/** Builds dist/NAME when its sources or the installed packages are not those of the last build. */
function build(name, sources, args) {
  const stamp = join('dist', `.${name}`);
  const state = digestOf([...sources, 'package-lock.json']);
  if (existsSync(join('dist', name)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  console.error(`Building the ${name} …`);
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, ...args, '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) {
    console.error(`The ${name} could not be built: read the message above.`);
    process.exit(status ?? 1);
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(stamp, state);
}

/** What tells one state of the sources from another without reading them: names, sizes and times of change. */
function digestOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureBuilt();
