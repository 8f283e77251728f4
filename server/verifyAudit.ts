import { verifyChain } from './audit/verify';
import { config } from './config';
import { migrate } from './database/migrate';
import { openDatabase } from './database/open';

/** `npm run verify-audit`: walks the chain of audit entries and names the first link that is broken. */
await migrate(config);
const db = openDatabase(config);
const { checked, broken } = await verifyChain(db.read);
await db.close();
if (broken === null) console.log(`The audit chain holds: ${checked} entries.`);
else {
  const why =
    broken.why === 'link'
      ? 'does not follow the entry before it: one was removed or inserted'
      : 'was changed after it was written';
  console.error(`The audit chain is broken at entry ${broken.seq}: it ${why}. The ${checked} entries before it hold.`);
  process.exitCode = 1;
}
