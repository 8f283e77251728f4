import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { isEmptyWorld, seedDemo } from '../seeds/world';
import { createSchema } from './api/schema';
import { createServer } from './api/server';
import type { Config } from './config';
import type { ActorContext } from './context';
import type { Database } from './database/database';
import { openDatabase } from './database/open';
import { projectRoot } from './database/root';
import { type DemoAccount, listDemoAccounts } from './identity/users/queries';
import { dropOldUploads } from './imports/uploads';
import { City } from './matchmaking/city';
import { startMatchWorker } from './matchRuns/worker';
import { startCourier } from './messages/deliveries/courier';
import { fileMailer, smtpMailer } from './messages/email/mailer';
import { startScheduledWork } from './scheduledWork/worker';
import { systemActor } from './shared/actor';
import { dayOf, type Instant } from './shared/dates';

export type Platform = {
  readonly address: string;
  /** One sign-in per role of a demo world; none on a real platform. */
  readonly demoAccounts: readonly DemoAccount[];
  readonly close: () => Promise<void>;
};

/** What a process takes from the world, handed down from main.ts. */
export type World = {
  readonly config: Config;
  readonly clock: () => Instant;
  readonly newId: () => string;
  /** Told what takes long, in words for the person who started the platform. */
  readonly say: (line: string) => void;
};

/**
 * Starts the whole platform where `makeReady` has made sure of port and database: fills an empty database with the demo
 * outside production, then listens.
 */
export async function startPlatform(world: World): Promise<Platform> {
  const { config, clock, newId } = world;
  const log = pino({ level: config.logLevel });
  const db = openDatabase(config);
  try {
    if (await isEmptyWorld(db.read)) await fill(world, db, log);
    dropOldUploads(clock());
    const schema = await createSchema();
    const app = await createServer({ config, db, clock, newId, log, schema, pagesFolder: join(projectRoot, 'dist', 'admin') });
    app.addHook('onClose', () => db.close());
    const address = await app.listen({ port: config.port, host: config.host });
    const city = new City({ db, clock, newId, log, config });
    city.start();
    const worker = startMatchWorker({ db, clock, newId, log, holder: newId(), nightlyAt: config.nightlyMatchAt });
    const courier = startCourier({
      db,
      log,
      clock,
      holder: newId(),
      mailer: config.smtpUrl
        ? smtpMailer({ url: config.smtpUrl, from: config.mailFrom })
        : fileMailer({ folder: join(config.dataDir, 'outbox'), from: config.mailFrom }),
      publicUrl: config.publicUrl,
      mayReachSelf: !config.isProduction,
    });
    const schedule = startScheduledWork({ db, clock, newId, log, holder: newId(), isDaily: config.isScheduledDaily });
    return {
      address,
      demoAccounts: await listDemoAccounts(db.read),
      async close() {
        await city.stop();
        await worker.stop();
        await courier.stop();
        await schedule.stop();
        await app.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** The demo's passwords are public, so production never gets them unasked. */
async function fill({ config, clock, newId, say }: World, db: Database, log: Logger): Promise<void> {
  if (config.isProduction) {
    say("The database is empty: `npm run seed -- --empty` makes the operator's account, with which everything else begins.");
    return;
  }
  say('Filling the empty database with the demo …');
  const now = clock();
  const context: ActorContext = { actor: systemActor('seed'), db, now, today: dayOf(now), newId, log, requestId: 'seed' };
  await seedDemo(context, line => say(`  ${line}`), { size: config.demoSize });
}
