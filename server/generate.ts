import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './database/root';
import { generatedFiles, staleFiles } from './generation/generatedFiles';

/** `npm run generate`: rewrites everything in the project that follows from something else in it. */
const files = await generatedFiles(Date.now);
const stale = staleFiles(files);
for (const path of stale) {
  mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
  const content = files.get(path);
  if (content === undefined) rmSync(join(projectRoot, path));
  else writeFileSync(join(projectRoot, path), content);
  console.log(`${content === undefined ? 'removed' : 'wrote'} ${path}`);
}
if (stale.length === 0) console.log('everything generated is up to date');
