import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 } from 'uuid';
import { seedDemo } from '../../seeds/world';
import { migrate } from '../../server/database/migrate';
import { databaseFile, openDatabase } from '../../server/database/open';
import { systemActor } from '../../server/shared/actor';
import { dayOf } from '../../server/shared/dates';
import type { Bench } from './figure';
import { ended, percentile, started } from './platformProcess';

const products = 417;
const rounds = 5;
const questionsPerRound = 200;
const warmingUp = 40;
const page = 20;
const ceiling = 3;

/**
 * The 99th percentile of one firm's match list over HTTP, signed in: 417 products, a page of 20 explained, another amount
 * with each question so that no answer can be kept; against the plain product list with a page of the same size. Question
 * by question in turn, so that a busy machine is busy for both.
 */
export const bench: Bench = async report => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rongqiao-bench-'));
  const children: ChildProcess[] = [];
  try {
    await fill(dataDir);
    const platform = await started(children, dataDir);
    const token = await tokenOf(platform, 'firm');
    const ask = asking(platform, token);
    let amountFen = 10_000_000;
    const matches = () => {
      amountFen += 100_000;
      return ask(matchesDocument, { list: { page: 1, perPage: page }, request: { amountFen } });
    };
    const list = () => ask(productsDocument, { list: { page: 1, perPage: page } });
    for (let times = 0; times < warmingUp; times += 1) await Promise.all([matches(), list()]);
    const taken: { matches: number; list: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const times = { matches: [] as number[], list: [] as number[] };
      for (let at = 0; at < questionsPerRound; at += 1) {
        times.matches.push(await millisecondsOf(matches));
        times.list.push(await millisecondsOf(list));
      }
      taken.push({ matches: percentile(times.matches, 0.99), list: percentile(times.list, 0.99) });
    }
    const ratios = taken.map(round => round.matches / round.list);
    report({
      figure: `p99 of a match list over ${products} products, as a multiple of that of the product list`,
      value: Number(percentile(ratios, 0.5).toFixed(2)),
      unit: 'times',
      ceiling,
      matchesP99Ms: Number(
        percentile(
          taken.map(round => round.matches),
          0.5,
        ).toFixed(2),
      ),
      productsP99Ms: Number(
        percentile(
          taken.map(round => round.list),
          0.5,
        ).toFixed(2),
      ),
      rounds,
      questionsPerRound,
    });
  } finally {
    await Promise.all(children.map(ended));
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const matchesDocument = `query Matches($list: MatchListInput!, $request: MatchRequest) {
  matches(list: $list, request: $request) {
    total
    counts { eligible possible notEligible }
    items { productId verdict findings { path verdict text { zh } predicates { attr verdict measured required } } product { id terms { name } } }
  }
}`;

const productsDocument = `query Products($list: ProductListInput!) {
  products(list: $list) {
    total
    items { id code version state institution { id name } terms { name category labels amountFenMin amountFenMax termMonthsMin termMonthsMax securities } }
  }
}`;

/** The small demo with its published products repeated, at other amounts, until there are 417 in force. */
async function fill(dataDir: string): Promise<void> {
  await migrate({ dialect: 'sqlite', dataDir, databaseUrl: undefined });
  const db = openDatabase({ dataDir, databaseUrl: undefined });
  const now = new Date();
  const silent = () => undefined;
  const log = { info: silent, warn: silent, error: silent };
  const context = { actor: systemActor('bench'), db, now, today: dayOf(now), newId: () => v7(), log, requestId: 'bench' };
  await seedDemo(context, silent, { size: 'small' });
  await db.close();
  multiply(new Sqlite(databaseFile({ dataDir })));
}

type Row = Record<string, string | number | null>;

function multiply(file: Sqlite.Database): void {
  const inForce = file.prepare(`select * from products where listing = 'published' and kind = 'loan'`).all() as Row[];
  const versionOf = file.prepare('select * from product_versions where id = ?');
  const insert = (table: string, row: Row) =>
    file
      .prepare(
        `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row)
          .map(() => '?')
          .join()})`,
      )
      .run(...Object.values(row));
  file.transaction(() => {
    for (let made = inForce.length; made < products; made += 1) {
      const product = inForce[made % inForce.length] as Row;
      const version = versionOf.get(product.current_version_id) as Row;
      const [id, versionId] = [randomUUID(), randomUUID()];
      insert('products', { ...product, id, code: null, current_version_id: versionId, draft_version_id: null });
      insert('product_versions', {
        ...version,
        id: versionId,
        product_id: id,
        amount_fen_max: version.amount_fen_max === null ? null : Number(version.amount_fen_max) + made * 1_000_000,
      });
    }
  })();
  file.close();
}

async function tokenOf(platform: string, username: string): Promise<string> {
  const query = `mutation ($username: String!) { issueToken(username: $username, password: "rongqiao-demo", label: "bench") { token } }`;
  const { data } = await asking(platform, null)(query, { username });
  return (data as { issueToken: { token: string } }).issueToken.token;
}

const asking = (platform: string, token: string | null) => async (query: string, variables: object) => {
  const response = await fetch(`${platform}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: readonly { message: string }[] };
  if (answer.errors) throw new Error(answer.errors[0]?.message);
  return answer;
};

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
