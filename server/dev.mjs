// npm run dev: the API, started again when its source changes, and the admin with hot reload, at one address.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureDriver } from './driver.mjs';
import { ensureInstalled, root } from './install.mjs';

process.chdir(root);
await ensureInstalled();
await ensureDriver();

const port = process.env.PORT ?? '4000';
const environment = { ...process.env, NODE_ENV: 'development', RONGQIAO_SERVER: `http://127.0.0.1:${port}` };
const run = (...args) => spawn(process.execPath, args, { stdio: 'inherit', env: environment });

const children = [
  run(join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', 'server/main.ts'),
  run(join('node_modules', 'vite', 'bin', 'vite.js')),
];

let ending = false;
const end = code => {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
};
for (const child of children) child.on('exit', code => end(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(0));
