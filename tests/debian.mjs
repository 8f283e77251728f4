// Installs from Debian's packages, where the machine has them, what the tests need besides Node's.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const aptGet = '/usr/bin/apt-get';

const run = args =>
  new Promise(resolve =>
    spawn(aptGet, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .once('error', () => resolve(false))
      .once('close', status => resolve(status === 0)),
  );

/** Installs of each list of alternatives the first that can be had; does nothing without Debian's packages or the right to. */
export async function installFromDebian(...wanted) {
  if (wanted.length === 0 || !existsSync(aptGet) || process.getuid?.() !== 0) return;
  console.error(`Installing ${wanted.map(([first]) => first).join(' and ')} from Debian's packages …`);
  if (!(await run(['update', '-qq']))) return;
  for (const alternatives of wanted)
    for (const packages of alternatives)
      if (await run(['install', '-y', '-qq', '--no-install-recommends', ...packages.split(' ')])) break;
}
