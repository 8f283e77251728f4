import { expect, it } from 'vitest';
import { config } from '../../server/config';
import { staleFiles } from '../../server/generation/generatedFiles';
import { migrationFiles } from '../../server/generation/migrations';

it('npm run generate would change nothing in the migrations of this dialect', async () => {
  const files = await migrationFiles(config.dialect, () => 0);
  expect(files.size).toBeGreaterThan(2);
  expect(staleFiles(files)).toEqual([]);
});
