import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record } from '../../server/audit/record';
import { projectRoot } from '../../server/database/root';
import { anActor, anOrganisation } from '../support/identity';
import { rawly } from '../support/tables';
import { openWorld, type World } from '../support/world';

const server = join(projectRoot, 'server');

/** Where nothing has been built yet, it takes its time. */
const buildMs = 300_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await anOrganisation(world, { kind: 'operator' });
  const { code, complained } = await run([join(server, 'build.mjs')]);
  if (code !== 0) throw new Error(complained);
}, buildMs);
afterAll(() => world.close());

type Run = { readonly code: number | null; readonly said: string; readonly complained: string };

const start = (environment: Record<string, string>, until?: RegExp) => run([join(server, 'start.mjs')], environment, until);
const verifyAudit = (environment: Record<string, string>) =>
  run(['--import', 'tsx', join(server, 'verifyAudit.ts')], environment);

/** Runs a program of the server as its npm script does, until it ends or has said `until`. */
function run(program: string[], environment: Record<string, string> = {}, until?: RegExp): Promise<Run> {
  const child = spawn(process.execPath, program, {
    env: { ...process.env, DATABASE_URL: '', NODE_ENV: 'production', DATA_DIR: world.place.dataDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  let isTold = false;
  child.stdout.on('data', chunk => {
    said += chunk;
    // Once: what it says comes in pieces, and a second signal would cut short what the first has begun.
    if (isTold || !until?.test(said)) return;
    isTold = true;
    child.kill('SIGTERM');
  });
  child.stderr.on('data', chunk => {
    complained += chunk;
  });
  return new Promise(resolve => child.once('close', code => resolve({ code, said, complained })));
}

const oneSentence = (text: string): string[] => text.trim().split('\n');

describe('npm start', () => {
  it('prints its address and ends cleanly when it is told to', async () => {
    const { code, said, complained } = await start({}, /Rongqiao {2}http/);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said).toMatch(/融桥 Rongqiao {2}http/);
  });

  it('says in one sentence that its port is in use, before it makes anything', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const folder = join(world.place.dataDir, 'unused');
    const { code, complained } = await start({ PORT: String(port), DATA_DIR: folder });
    other.close();
    expect({ code, isMade: existsSync(folder) }).toEqual({ code: 1, isMade: false });
    expect(oneSentence(complained)).toEqual([expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`)]);
  });

  it.each([
    ['its data folder cannot be written', { DATA_DIR: '/dev/null/data' }, 'The data folder /dev/null/data cannot be written'],
    ['its data folder cannot be made', { DATA_DIR: '/proc/none/data' }, 'The data folder /proc/none/data cannot be written'],
    ['a variable is wrong', { PORT: 'four thousand' }, 'PORT="four thousand"'],
    ['PostgreSQL cannot be reached', { DATABASE_URL: 'postgres://127.0.0.1:1/none' }, 'PostgreSQL cannot be reached'],
  ])('says in one sentence that %s', async (_name, environment, sentence) => {
    const { code, complained } = await start(environment);
    expect(code).toBe(1);
    expect(oneSentence(complained)).toEqual([expect.stringContaining(sentence)]);
  });

  it('says in one sentence that the database is newer than the program', async () => {
    const newer = await openWorld();
    await rawly(newer, [`insert into __drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)`]);
    const { code, complained } = await start({ DATA_DIR: newer.place.dataDir });
    await newer.close();
    expect(code).toBe(1);
    expect(oneSentence(complained)).toEqual([expect.stringContaining('was made by a newer version of Rongqiao')]);
  });
});

describe('npm run verify-audit', () => {
  it('says that the chain holds, then names the first entry that was changed', async () => {
    const audited = await openWorld();

    const context = audited.contextFor(await anActor(audited, 'operator'));
    for (const id of ['1', '2', '3'])
      await audited.db.write(tx => record(tx, context, { verb: 'createProduct', subject: { kind: 'product', id } }));
    const place = { DATA_DIR: audited.place.dataDir };
    expect(await verifyAudit(place)).toMatchObject({ code: 0, said: 'The audit chain holds: 3 entries.\n' });
    await rawly(audited, [`update audit_entries set subject_id = 'another' where seq = 2`]);
    const broken = await verifyAudit(place);
    await audited.close();
    expect(broken.code).toBe(1);
    expect(broken.complained).toContain('broken at entry 2: it was changed after it was written');
  });

  it('does not make a database where there is none', async () => {
    const { code, complained } = await verifyAudit({ DATA_DIR: join(world.place.dataDir, 'nothing-here') });
    expect(code).toBe(1);
    expect(complained).toContain('There is no database');
  });
});
