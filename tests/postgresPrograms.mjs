// Finds the PostgreSQL server that Debian installed; a client alone has a folder of the same name without one.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = '/usr/lib/postgresql';

/** The folder of the newest server's programs; undefined where there is none. */
export function postgresPrograms() {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return versions.map(version => join(folder, version, 'bin')).find(programs => existsSync(join(programs, 'initdb')));
}
