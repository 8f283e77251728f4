// npm start: installs what is missing, builds what has changed, then runs the platform in this process.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
ensureBuilt();
await import('../dist/server/main.js');
