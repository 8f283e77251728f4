import { describe, expect, it } from 'vitest';
import { generatedParts, staleFiles } from '../../server/generation/generatedFiles';

describe('npm run generate would change nothing in', () => {
  it.each(generatedParts(() => 0))('the $name', async ({ files }) => {
    expect(staleFiles(await files())).toEqual([]);
  });
});
