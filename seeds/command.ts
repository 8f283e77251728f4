import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { config } from '../server/config';
import type { ActorContext } from '../server/context';
import { migrate } from '../server/database/migrate';
import { openDatabase } from '../server/database/open';
import { systemActor } from '../server/shared/actor';
import { dayOf } from '../server/shared/dates';
import { askPassword, newPassword, operatorUsername, seedOperator } from './operator';
import { isEmptyWorld, seedDemo, seedLarge } from './world';

/** `npm run seed`: brings the database up to date and fills it, if nothing is in it yet, with what is asked for. */
const usage = `Usage: npm run seed -- [--small | --large FIRMS | --empty]
  without an option   the demo city, whose passwords are public
  --small             the demo with sixty firms
  --large FIRMS       the demo with so many firms, from 60 on, and cases in proportion
  --empty             for real work: one account, ${operatorUsername}, whose password is asked for or printed once`;

type Fill = (context: ActorContext) => Promise<void>;

const say = (line: string): void => console.log(`  ${line}`);

process.exitCode = await run(fillAskedFor(process.argv.slice(2)));

/** What the options ask for; null when they cannot be understood. */
function fillAskedFor(args: string[]): Fill | null {
  try {
    const { values } = parseArgs({
      args,
      options: { small: { type: 'boolean' }, large: { type: 'string' }, empty: { type: 'boolean' } },
    });
    if (Object.keys(values).length > 1) return null;
    if (values.empty) return openForWork;
    if (values.small) return context => seedDemo(context, say, { size: 'small' });
    if (values.large === undefined) return context => seedDemo(context, say);
    const firms = Number(values.large);
    return Number.isInteger(firms) && firms >= 60 ? context => seedLarge(context, say, firms) : null;
  } catch {
    return null;
  }
}

/** Answers the exit code: 2 when nothing sensible was asked for, 1 when the database already belongs to somebody. */
async function run(fill: Fill | null): Promise<number> {
  if (fill === null) {
    console.error(usage);
    return 2;
  }
  await migrate(config);
  const db = openDatabase(config);
  try {
    if (!(await isEmptyWorld(db.read))) {
      console.error('The database is not empty: it is only filled where there is nothing. Set DATA_DIR to a new folder.');
      return 1;
    }
    const now = new Date();
    const log = pino({ level: config.logLevel });
    await fill({ db, now, today: dayOf(now), newId: () => v7(), log, requestId: 'seed', actor: systemActor('seed') });
    return 0;
  } finally {
    await db.close();
  }
}

async function openForWork(context: ActorContext): Promise<void> {
  const isAsked = process.stdin.isTTY && process.stdout.isTTY;
  const password = isAsked ? await askPassword() : newPassword();
  await seedOperator(context, password);
  say(`the account ${operatorUsername}${isAsked ? '' : `, password ${password} (shown this once: change it after signing in)`}`);
}
