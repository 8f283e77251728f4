import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../server/database/root';

/** Starts the platform as `npm start` does, over the database in `dataDir`; answers its address once it has printed one. */
export function started(children: ChildProcess[], dataDir: string): Promise<string> {
  const child = spawn(process.execPath, [join(projectRoot, 'server/start.mjs')], {
    cwd: projectRoot,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', chunk => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', code => reject(new Error(`the platform ended with ${code}: ${said}`)));
  });
}

/** Waits until it has closed its database: before that its folder cannot be taken away. */
export function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return Promise.resolve();
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  return exit;
}

/** The smallest value that is not exceeded by the share asked for (nearest rank). */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
