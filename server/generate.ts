import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './database/root';
import { generatedParts, type Part, staleFiles } from './generation/generatedFiles';

/** `npm run generate`: rewrites everything in the project that follows from something else in it. */
for (const part of generatedParts(Date.now)) await rewrite(part);

async function rewrite({ name, files }: Part): Promise<void> {
  try {
    const made = await files();
    const stale = staleFiles(made);
    for (const path of stale) rewriteFile(path, made.get(path));
    console.log(`${name}: ${stale.length === 0 ? 'up to date' : stale.join(', ')}`);
  } catch (error) {
    console.error(`${name}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

function rewriteFile(path: string, content: string | undefined): void {
  const file = join(projectRoot, path);
  mkdirSync(dirname(file), { recursive: true });
  if (content === undefined) rmSync(file);
  else writeFileSync(file, content);
}
