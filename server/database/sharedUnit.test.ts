import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { integer, table } from './columns';
import type { Database, Tx } from './database';
import { inSharedUnit } from './sharedUnit';
import { openSqlite } from './sqlite';

const lines = table('lines', { place: integer('place').notNull() });

let folder: string;
let db: Database;
let units: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rongqiao-shared-'));
  const opened = openSqlite(join(folder, 'lines.db'));
  await opened.write(tx => tx.change(sql`create table lines (place integer not null unique)`));
  units = 0;
  const write: Database['write'] = work => {
    units += 1;
    return opened.write(work);
  };
  db = { ...opened, write };
});

afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const put = (place: number) => (tx: Tx) => tx.insertMany(lines, [{ place }]).then(() => place);
const places = async () => (await db.read.select().from(lines)).map(line => line.place).sort();

describe('a shared unit of work', () => {
  it('takes what asks in the same turn, and gives each its own answer', async () => {
    const answers = await Promise.all([1, 2, 3].map(place => inSharedUnit(db, put(place))));
    expect(answers).toEqual([1, 2, 3]);
    expect(units).toBe(1);
    expect(await places()).toEqual([1, 2, 3]);
  });

  it('leaves what asks later to the next one', async () => {
    await inSharedUnit(db, put(1));
    await inSharedUnit(db, put(2));
    expect(units).toBe(2);
  });

  it('fails only those that fail by themselves', async () => {
    const outcomes = await Promise.allSettled([1, 1, 2].map(place => inSharedUnit(db, put(place))));
    expect(outcomes.map(outcome => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await places()).toEqual([1, 2]);
  });
});
