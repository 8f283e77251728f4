import { join } from 'node:path';
import { pino } from 'pino';
import { createSchema } from './api/schema';
import { createServer } from './api/server';
import type { Config } from './config';
import { migrate } from './database/migrate';
import { openDatabase } from './database/open';
import { projectRoot } from './database/root';
import { recoverImports } from './imports/recoverImports';
import { dropOldUploads } from './imports/uploads';
import { systemActor } from './shared/actor';
import { dayOf, type Instant } from './shared/dates';

export type Platform = { readonly address: string; readonly close: () => Promise<void> };

/** What a process takes from the world, handed down from main.ts. */
export type World = { readonly config: Config; readonly clock: () => Instant; readonly newId: () => string };

/** Starts the whole platform: migrates, seeds an empty database with the demo, then listens. */
export async function startPlatform({ config, clock, newId }: World): Promise<Platform> {
  const log = pino({ level: config.logLevel });
  await migrate(config);
  const db = openDatabase(config);
  try {
    dropOldUploads(clock());
    const now = clock();
    await recoverImports({ actor: systemActor('start'), db, now, today: dayOf(now), newId, log, requestId: newId() });
    const app = await createServer({
      config,
      db,
      clock,
      newId,
      log,
      schema: await createSchema(),
      pagesFolder: join(projectRoot, 'dist', 'admin'),
    });
    app.addHook('onClose', () => db.close());
    const address = await app.listen({ port: config.port, host: config.host });
    return { address, close: () => app.close() };
  } catch (error) {
    await db.close();
    throw error;
  }
}
