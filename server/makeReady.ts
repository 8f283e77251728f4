import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './config';
import { migrate } from './database/migrate';

/**
 * Makes sure of all that a start can fail for: a free port, then a database of this program's version. In a file of its own:
 * whoever cannot start is told so before the platform is loaded, which takes longer than all of this.
 */
export async function makeReady(config: Config): Promise<void> {
  await tryPort(config);
  await migrate(config);
}

/** Fails as listening will where the port is taken, before a database is made or changed: another platform may be using it. */
async function tryPort({ port, host }: Config): Promise<void> {
  const trial = createServer().listen(port, host);
  await once(trial, 'listening');
  trial.close();
  await once(trial, 'close');
}
