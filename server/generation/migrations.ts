import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { config } from '../config';
import { projectRoot } from '../database/root';
import type { Difference } from './migrationOf';

/**
 * How many migrations have been released and so are never edited. Everything newer is rewritten as one pending
 * migration each time the tables change; a release raises this number.
 */
const releasedCount = 0;

type Dialect = 'sqlite' | 'postgres';
type Journal = { version: string; dialect: string; entries: JournalEntry[] };
type JournalEntry = { idx: number; version: string; when: number; tag: string; breakpoints: boolean };

/** The migration files of one dialect by their path in the project: SQL, snapshot and journal. */
export async function migrationFiles(dialect: Dialect, now: () => number): Promise<Map<string, string>> {
  const folder = `drizzle/${dialect}`;
  const journal = readJournal(dialect);
  const released = journal.entries.slice(0, releasedCount);
  const { snapshot, statements } = await differenceFrom(dialect, released.at(-1));
  const files = new Map<string, string>();
  const entries = [...released];
  if (statements.length > 0) {
    const tag = `${String(releasedCount).padStart(4, '0')}_${releasedCount === 0 ? 'initial' : 'pending'}`;
    const sql = `${statements.map(statement => statement.trimEnd()).join('\n--> statement-breakpoint\n')}\n`;
    const pending = journal.entries[releasedCount];
    const isUnchanged = pending !== undefined && sql === read(`${folder}/${pending.tag}.sql`);
    const version = String(snapshot.version);
    entries.push({ idx: releasedCount, version, when: isUnchanged ? pending.when : now(), tag, breakpoints: true });
    files.set(`${folder}/${tag}.sql`, sql);
    files.set(`${folder}/meta/${tag.slice(0, 4)}_snapshot.json`, written(snapshot));
  }
  files.set(`${folder}/meta/_journal.json`, written({ ...journal, entries }));
  return files;
}

const read = (path: string): string | null =>
  existsSync(join(projectRoot, path)) ? readFileSync(join(projectRoot, path), 'utf8') : null;

const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function readJournal(dialect: Dialect): Journal {
  const text = read(`drizzle/${dialect}/meta/_journal.json`);
  return text ? JSON.parse(text) : { version: '7', dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite', entries: [] };
}

async function differenceFrom(dialect: Dialect, released: JournalEntry | undefined): Promise<Difference> {
  const snapshot = released && join(projectRoot, `drizzle/${dialect}/meta/${released.tag.slice(0, 4)}_snapshot.json`);
  if (dialect === config.dialect) {
    const { difference } = await import('./migrationOf');
    return difference(snapshot);
  }
  const { DATABASE_URL: _, ...environment } = process.env;
  const script = join(projectRoot, 'server/generation/migrationOf.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...(snapshot ? [snapshot] : [])], {
    cwd: projectRoot,
    maxBuffer: 64 * 1024 * 1024,
    // Nothing connects: the address only chooses the dialect of the columns.
    env: dialect === 'postgres' ? { ...environment, DATABASE_URL: 'postgres://dialect' } : environment,
  });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}
