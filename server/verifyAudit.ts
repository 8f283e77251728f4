import { existsSync } from 'node:fs';
import { verifyChain } from './audit/verify';
import { config } from './config';
import { databaseFile, openDatabase } from './database/open';

/** `npm run verify-audit`: walks the chain of audit entries and names the first link that is broken. */
process.exitCode = await verify();

async function verify(): Promise<number> {
  if (!config.databaseUrl && !existsSync(databaseFile(config))) {
    console.error(`There is no database at ${databaseFile(config)}: set DATA_DIR to the folder of the platform.`);
    return 1;
  }
  const db = openDatabase(config);
  try {
    const { checked, broken } = await verifyChain(db.read);
    if (broken === null) {
      console.log(`The audit chain holds: ${checked} entries.`);
      return 0;
    }
    const why = broken.why === 'link' ? 'does not follow the entry before it' : 'was changed after it was written';
    console.error(`The audit chain is broken at entry ${broken.seq}: it ${why}. The ${checked} entries before it hold.`);
    return 1;
  } finally {
    await db.close();
  }
}
