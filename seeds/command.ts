import { pino } from 'pino';
import { v7 } from 'uuid';
import { config } from '../server/config';
import { migrate } from '../server/database/migrate';
import { openDatabase } from '../server/database/open';
import { systemActor } from '../server/shared/actor';
import { dayOf } from '../server/shared/dates';
import { isEmptyWorld, seedDemo } from './world';

/** `npm run seed -- [--empty|--demo]`: brings the database up to date and, unless told `--empty`, fills it with the demo. */
const [option = '--demo', ...others] = process.argv.slice(2);
if (!['--empty', '--demo'].includes(option) || others.length > 0) {
  console.error('Usage: npm run seed -- [--empty|--demo]');
  process.exit(2);
}
await migrate(config);
if (option === '--demo') process.exitCode = await fill();

/** Answers the exit code: 1 when the database already belongs to somebody. */
async function fill(): Promise<number> {
  const db = openDatabase(config);
  try {
    if (!(await isEmptyWorld(db.read))) {
      console.error('The database is not empty: the demo is only written where there is nothing. Set DATA_DIR to a new folder.');
      return 1;
    }
    const now = new Date();
    const context = {
      db,
      now,
      today: dayOf(now),
      newId: () => v7(),
      log: pino({ level: config.logLevel }),
      requestId: 'seed',
      actor: systemActor('seed'),
    };
    await seedDemo(context, line => console.log(`seeded ${line}`));
    return 0;
  } finally {
    await db.close();
  }
}
