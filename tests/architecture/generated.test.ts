import { describe, expect, it } from 'vitest';
import { generatedParts, staleFiles } from '../../server/generation/generatedFiles';

describe('npm run generate would change nothing in', () => {
  // PostgreSQL's migrations would need a process of that dialect: tests/contract/generatedMigrations.test.ts is in one.
  it.each(generatedParts(() => 0).filter(({ name }) => name !== 'migrations for PostgreSQL'))('the $name', async ({ files }) => {
    expect(staleFiles(await files())).toEqual([]);
  });
});
