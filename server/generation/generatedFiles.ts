import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../database/root';
import { errorsPage } from './errorsPage';
import { schemaFiles } from './graphqlSchema';
import { institutionApiFiles } from './institutionApi';
import { kernelFiles } from './kernelModule';
import { migrationFiles } from './migrations';

/** One kind of generated file: its files as they should be, by their path in the project. */
export type Part = { readonly name: string; readonly files: () => Promise<ReadonlyMap<string, string>> };

/** Everything in the project that follows from something else in it; `now` dates a migration that changed. */
export const generatedParts = (now: () => number): readonly Part[] => [
  { name: 'migrations for SQLite', files: () => migrationFiles('sqlite', now) },
  { name: 'migrations for PostgreSQL', files: () => migrationFiles('postgres', now) },
  { name: 'GraphQL schema', files: schemaFiles },
  { name: 'matching kernel', files: kernelFiles },
  { name: 'page of errors', files: async () => errorsPage() },
  { name: 'API of institutions', files: institutionApiFiles },
];

/** The paths whose content on disk differs from `files`, and migrations of the same folder that it does not know. */
export function staleFiles(files: ReadonlyMap<string, string>): string[] {
  const changed = [...files].filter(([path, content]) => contentOf(path) !== content).map(([path]) => path);
  const folders = ['drizzle/sqlite', 'drizzle/postgres'].filter(folder =>
    [...files.keys()].some(path => path.startsWith(folder)),
  );
  return [...changed, ...folders.flatMap(migrationsIn).filter(path => !files.has(path))];
}

const contentOf = (path: string): string | null =>
  existsSync(join(projectRoot, path)) ? readFileSync(join(projectRoot, path), 'utf8') : null;

const migrationsIn = (folder: string): string[] =>
  existsSync(join(projectRoot, folder))
    ? readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter(file => /\.(sql|json)$/.test(file))
        .map(file => `${folder}/${file}`)
    : [];
