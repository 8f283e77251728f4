import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { postgresPrograms } from '../postgresPrograms.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A real PostgreSQL server, or null where there is none and each test file starts PGlite. */
    postgresUrl: string | null;
  }
}

/**
 * Finds the PostgreSQL that the contract runs on: the one TEST_POSTGRES_URL names, else Debian's server started in a
 * temporary folder, else none. Says which, once.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  const programs = given ? undefined : postgresPrograms();
  const started = programs ? await startServer(programs) : null;
  const which = given
    ? 'the server of TEST_POSTGRES_URL'
    : started
      ? `a server of its own from ${programs}`
      : 'PGlite: no server is installed';
  console.log(`PostgreSQL contract on ${which}.`);
  project.provide('postgresUrl', given ?? started?.url ?? null);
  return async () => started?.stop();
}

async function startServer(programs: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'rongqiao-postgres-'));
  const data = join(folder, 'data');
  const user = unprivilegedUser();
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const options = { cwd: folder, ...user };
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'rongqiao', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    {
      ...options,
      stdio: 'ignore',
    },
  );
  // Nothing here outlives the run, so nothing waits for the disk, is written for a second server or tidied meanwhile.
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'wal_level=minimal',
    'max_wal_senders=0',
    'max_wal_size=64MB',
    'wal_init_zero=off',
    'autovacuum=off',
    'jit=off',
    'shared_buffers=256MB',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
  ];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap(setting => ['-c', setting])], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', chunk => {
    said += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', () => said.includes('ready to accept connections') && resolve());
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  return {
    // Over its socket in the file system, which takes less of both sides' time than TCP, and no port of the machine.
    url: `postgres://rongqiao@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: its own user, else nobody, stands in. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody'])
    try {
      return { uid: numberOf('-u', name), gid: numberOf('-g', name) };
    } catch {
      // No such user: the next one.
    }
  throw new Error('PostgreSQL cannot run as root and neither of the users postgres and nobody exists');
}

const numberOf = (which: string, name: string): number =>
  Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
