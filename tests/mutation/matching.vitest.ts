import { defineConfig } from 'vitest/config';

/** What a mutant of the matching engine must be caught by: its own tests, without the database. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['server/matching/{engine,evaluate,match,program,threads}.test.ts'],
    setupFiles: ['tests/mutation/quickProperties.ts'],
    testTimeout: 30_000,
  },
});
