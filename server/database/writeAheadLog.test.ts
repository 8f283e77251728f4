import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { integer, table, text } from './columns';
import type { Database } from './database';
import { projectRoot } from './root';
import { openSqlite } from './sqlite';

const lines = table('lines', { place: integer('place').notNull(), words: text('words').notNull() });

const megabyte = 1_000_000;
let folder: string;
let file: string;
let db: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rongqiao-log-'));
  file = join(folder, 'lines.db');
  db = openSqlite(file);
  await db.write(tx => tx.change(sql`create table lines (place integer not null, words text not null)`));
});

afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

/** Some 10 MB, which is more than twice the mark. */
const writeMuch = () => {
  const rows = Array.from({ length: 10_000 }, (_, place) => ({ place, words: 'x'.repeat(1_000) }));
  return db.write(tx => tx.insertMany(lines, rows));
};

describe('the write-ahead log', () => {
  it('is copied into the database by another thread after a mass insert, and cut back by the next unit', async () => {
    await writeMuch();
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(10 * megabyte);
    await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(10 * megabyte), 10_000);
    await vi.waitFor(async () => {
      await db.write(tx => tx.insertMany(lines, [{ place: 1, words: 'x' }]));
      expect(statSync(`${file}-wal`).size).toBeLessThan(5 * megabyte);
    }, 10_000);
  });

  it('loses nothing when the database is closed while it is copied', async () => {
    await writeMuch();
    await db.close();
    expect(statSync(file).size).toBeGreaterThan(10 * megabyte);
    db = openSqlite(file);
    expect(await db.read.select({ rows: count() }).from(lines)).toEqual([{ rows: 10_000 }]);
  });

  it('lets a process that has nothing else to do end well', () => {
    const script = `
      import { sql } from 'drizzle-orm';
      import { openSqlite } from './server/database/sqlite';
      const db = openSqlite(${JSON.stringify(join(folder, 'alone.db'))});
      await db.write(async tx => {
        await tx.change(sql\`create table lines (words text)\`);
        await tx.change(sql\`insert into lines values (hex(zeroblob(5000000)))\`);
      });
      await db.close();
      console.log('closed');`;
    const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    expect([stdout, status]).toEqual(['closed\n', 0]);
  });

  it('lets others have turns while a mass insert is written', async () => {
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await writeMuch();
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
  });
});
