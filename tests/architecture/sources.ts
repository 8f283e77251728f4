import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../server/database/root';

export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

/** Every TypeScript file of the project below `folder`, by its path from the root, with what it imports. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/(^|[\\/])node_modules[\\/]/.test(file))
    .sort()
    .map(file => {
      const path = `${folder}/${file}`;
      const text = readFileSync(join(projectRoot, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

/** What a file imports: our own files by their path from the root without ending, packages by their name. */
function importsOf(path: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => (fileName.startsWith('.') ? normalize(join(dirname(path), fileName)) : fileName));
}

export const isTest = ({ path }: Source): boolean => /\.test\.tsx?$/.test(path);

/** The number of the line in which `pattern` first occurs, for a message that leads there. */
export const lineOf = ({ text }: Source, pattern: RegExp): number => text.slice(0, text.search(pattern)).split('\n').length;
