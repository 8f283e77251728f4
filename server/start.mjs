// npm start: installs what is missing, builds what has changed, then runs the platform in this process.
import { ensureBuilt } from './build.mjs';
import { ensureDriver } from './driver.mjs';
import { ensureInstalled } from './install.mjs';

await ensureInstalled();
// The compiler goes on while the pages are built.
const driver = ensureDriver();
ensureBuilt();
await driver;
await import('../dist/server/main.js');
