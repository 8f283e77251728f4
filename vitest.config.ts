import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { takeScratchFolder } from './tests/scratch.mjs';

takeScratchFolder();

// type-graphql loads the CommonJS build of graphql; everything else must take the same one.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
const oxc = { decorator: { legacy: true } };

// Tests never touch the data folder of a server that runs here.
const env = { DATA_DIR: join(tmpdir(), 'rongqiao-test-data') };

// For a machine that does much else at the same time.
const limits = { testTimeout: 120_000, hookTimeout: 300_000 };

// Files share the modules they load: for most, loading took longer than testing. A test leaves no state behind in a module.
// Young objects have room to die in: collecting them took a tenth of the time.
const project = (name: string, include: string[], extra: Record<string, unknown> = {}) => ({
  resolve: { alias },
  oxc,
  test: { name, include, ...limits, env, isolate: false, execArgv: ['--max-semi-space-size=64'], ...extra },
});

export default defineConfig({
  test: {
    // What one project has translated, the next takes from the file system: the first run of a clone too.
    experimental: { fsModuleCache: true, fsModuleCachePath: join(import.meta.dirname, 'node_modules/.cache/vitest') },
    projects: [
      project('unit', ['server/**/*.test.ts', 'seeds/**/*.test.ts']),
      // In a process of its own: the maker of migrations gives every array a property by which the reader of PDFs refuses to start.
      project('architecture', ['tests/architecture/**/*.test.ts']),
      project('contract-sqlite', ['tests/contract/**/*.test.ts']),
      project('contract-postgres', ['tests/contract/**/*.test.ts'], {
        globalSetup: ['tests/support/postgres.ts'],
        setupFiles: ['tests/support/postgresDialect.ts'],
      }),
      project('journeys', ['tests/journeys/**/*.test.ts']),
      project('admin', ['admin/**/*.test.{ts,tsx}'], { environment: 'happy-dom', setupFiles: ['tests/support/patience.ts'] }),
    ],
  },
});
