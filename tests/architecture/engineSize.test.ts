import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../server/database/root';

/** The parts that docs/decisions/0008-matching-engine.md names; the compiled kernel is generated. */
const engine = [
  'clauses.ts',
  'codebook.ts',
  'compiled.ts',
  'coordinates.ts',
  'kernel.as',
  'kernel.ts',
  'matcher.ts',
  'moves.ts',
  'planes.ts',
  'population.ts',
  'program.ts',
  'runner.ts',
  'threads.ts',
  'twin.ts',
];

/** Lines that are neither empty nor all comment. */
function codeLines(text: string): number {
  const withoutBlocks = text.replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '');
  return withoutBlocks.split('\n').filter(line => line.trim() !== '' && !line.trim().startsWith('//')).length;
}

it('the matching engine has at most 1,000 lines of code, its kernel at most 60', () => {
  const lines = new Map(
    engine.map(file => [file, codeLines(readFileSync(join(projectRoot, 'server/matching', file), 'utf8'))] as const),
  );
  expect(lines.get('kernel.as')).toBeLessThanOrEqual(60);
  expect([...lines.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1000);
});
