import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { graphql } from 'graphql';
import { v7 } from 'uuid';
import { seedDemo } from '../../seeds/world';
import { createSchema } from '../../server/api/schema';
import type { RequestContext } from '../../server/context';
import { migrate } from '../../server/database/migrate';
import { databaseFile, openDatabase } from '../../server/database/open';
import { projectRoot } from '../../server/database/root';
import { actorOfToken } from '../../server/identity/sessions/actorOfToken';
import { users } from '../../server/identity/tables';
import { systemActor } from '../../server/shared/actor';
import { dayOf } from '../../server/shared/dates';
import { type ApiCase, apiCases } from './apiCases';
import type { Asked, BarePlan } from './bareServer';
import type { Bench } from './figure';

const rounds = 6;
const secondsPerRound = 3;
const connections = 20;
const floor = 0.5;

/**
 * The platform as `npm start` runs it, against a bare server on a copy of the same database: the same statements, the
 * same session, the same answer. They take turns, so that a busy machine is busy for both.
 */
export const bench: Bench = async report => {
  const folder = mkdtempSync(join(tmpdir(), 'rongqiao-bench-'));
  const children: ChildProcess[] = [];
  try {
    const dataDir = join(folder, 'platform');
    await fill(dataDir);
    const platform = await started(children, [join(projectRoot, 'server/start.mjs')], {
      DATA_DIR: dataDir,
      PORT: '0',
      DATABASE_URL: '',
    });
    const token = await tokenOf(platform, 'firm');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const copy = join(folder, 'bare');
    const { plan, cases } = await planFor(dataDir, copy, token);
    const planFile = join(folder, 'plan.json');
    writeFileSync(planFile, JSON.stringify(plan));
    const bare = await started(children, ['--import', 'tsx', join(projectRoot, 'tests/bench/bareServer.ts'), planFile], {});
    for (const apiCase of cases) {
      const ours = { url: `${platform}/graphql`, method: 'POST' as const, headers, body: bodyOf(apiCase) };
      const theirs = { url: `${bare}/${apiCase.name}`, headers };
      await refuseDifference(apiCase.name, ours, theirs);
      report({ figure: apiCase.name, unit: 'ratio of requests per second', floor, ...(await compared(ours, theirs)) });
    }
  } finally {
    for (const child of children) child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The small demo, so that the platform finds its database filled. */
async function fill(dataDir: string): Promise<void> {
  await migrate({ dialect: 'sqlite', dataDir, databaseUrl: undefined });
  const db = openDatabase({ dataDir, databaseUrl: undefined });
  const now = new Date();
  const context = { ...quiet, actor: systemActor('bench'), db, now, today: dayOf(now), newId: () => v7() };
  await seedDemo(context, silent, { size: 'small' });
  await db.close();
}

type Target = {
  readonly url: string;
  readonly method?: 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
};

async function compared(ours: Target, theirs: Target) {
  const measure = async (target: Target, duration: number): Promise<number> => {
    const { requests, errors, non2xx } = await autocannon({ ...target, connections, duration });
    if (errors + non2xx > 0) throw new Error(`${errors + non2xx} of ${requests.total} requests to ${target.url} failed`);
    return requests.average;
  };
  await measure(ours, secondsPerRound);
  await measure(theirs, secondsPerRound);
  const turns: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    turns.push({ ours: await measure(ours, secondsPerRound), bare: await measure(theirs, secondsPerRound) });
  return {
    value: Number(median(turns.map(turn => turn.ours / turn.bare)).toFixed(3)),
    requestsPerSecond: Math.round(median(turns.map(turn => turn.ours))),
    bareRequestsPerSecond: Math.round(median(turns.map(turn => turn.bare))),
    rounds,
    connections,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Starts a server and answers its address, once it has printed one. */
function started(children: ChildProcess[], args: string[], environment: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', chunk => {
      said += chunk;
      const address = /^(?: {2}融桥 Rongqiao {2})?(http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', code => reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`)));
  });
}

async function tokenOf(platform: string, username: string): Promise<string> {
  const query =
    'mutation ($username: String!) { issueToken(username: $username, password: "rongqiao-demo", label: "bench") { token } }';
  const response = await fetch(`${platform}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { username } }),
  });
  const { data } = (await response.json()) as { data: { issueToken: { token: string } } };
  return data.issueToken.token;
}

/** Copies the platform's database and writes down the statements that each case runs there. */
async function planFor(dataDir: string, copy: string, token: string): Promise<{ plan: BarePlan; cases: readonly ApiCase[] }> {
  const original = new Sqlite(databaseFile({ dataDir }), { readonly: true });
  const heard: Asked[] = [];
  openDatabase({ dataDir: copy, databaseUrl: undefined }).close();
  await original.backup(databaseFile({ dataDir: copy }));
  original.close();
  const db = openDatabase({ dataDir: copy, databaseUrl: undefined }, (sql, values) => heard.push({ sql, values }));
  const now = new Date();
  const actor = await actorOfToken(db.read, token, now);
  if (!actor) throw new Error('the token of the benchmark is not known');
  const session = heard.splice(0)[0]?.sql ?? '';
  const [user] = await db.read.select({ organisationId: users.organisationId }).from(users).where(eq(users.id, actor.userId));
  const cases = apiCases(user?.organisationId ?? '');
  const schema = await createSchema();
  const planned: BarePlan['cases'][number][] = [];
  for (const { name, document, variables } of cases) {
    const contextValue: RequestContext = {
      ...quiet,
      actor,
      db,
      now,
      today: dayOf(now),
      newId: () => 'bench',
      loaders: new Map(),
    };
    heard.length = 0;
    const { data, errors } = await graphql({ schema, source: document, variableValues: variables, contextValue });
    if (errors) throw new Error(`${name}: ${errors[0]?.message}`);
    const records = data?.creditRecords as { total: number; items: { id: string }[] } | undefined;
    const recordIds = records?.items.map(({ id }) => id) ?? [];
    planned.push({ name, asked: [...heard], recordIds, recordTotal: records?.total ?? 0 });
  }
  await db.close();
  return { plan: { file: databaseFile({ dataDir: copy }), session, cases: planned }, cases };
}

const silent = () => undefined;
/** The parts of a request's context that no statement depends on. */
const quiet = {
  log: { info: silent, warn: silent, error: silent },
  requestId: 'bench',
  locale: 'zh' as const,
  sessionToken: null,
  sessionHours: 12,
  address: '127.0.0.1',
  keepSession: silent,
};

const bodyOf = ({ document, variables }: ApiCase): string => JSON.stringify({ query: document, variables });

/** Both must answer the same, or there is nothing to compare. */
async function refuseDifference(name: string, ours: Target, theirs: Target): Promise<void> {
  const [one, other] = await Promise.all(
    [ours, theirs].map(async ({ url, ...init }) =>
      JSON.stringify(((await (await fetch(url, init)).json()) as { data: unknown }).data),
    ),
  );
  if (one === other) return;
  const at = [...(one ?? '')].findIndex((sign, place) => sign !== other?.[place]);
  throw new Error(`${name}: the answers differ: …${one?.slice(at - 40, at + 80)}… and …${other?.slice(at - 40, at + 80)}…`);
}
