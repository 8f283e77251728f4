import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../database/root';
import { migrationFiles } from './migrations';

/** Every generated file of the project, as it should be, by its path; `now` dates a migration that changed. */
export async function generatedFiles(now: () => number): Promise<Map<string, string>> {
  const parts = await Promise.all([migrationFiles('sqlite', now), migrationFiles('postgres', now)]);
  return new Map(parts.flatMap(part => [...part]));
}

/** The paths whose content on disk is not what `files` says, and migration files on disk that `files` does not know. */
export function staleFiles(files: ReadonlyMap<string, string>): string[] {
  const changed = [...files].filter(([path, content]) => contentOf(path) !== content).map(([path]) => path);
  const left = migrationFilesOnDisk().filter(path => !files.has(path));
  return [...changed, ...left];
}

const contentOf = (path: string): string | null =>
  existsSync(join(projectRoot, path)) ? readFileSync(join(projectRoot, path), 'utf8') : null;

const migrationFilesOnDisk = (): string[] =>
  readdirSync(join(projectRoot, 'drizzle'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(sql|json)$/.test(file))
    .map(file => `drizzle/${file}`);
