import { defineConfig } from '@playwright/test';
import { takeScratchFolder } from './tests/scratch.mjs';

takeScratchFolder();

/** Journeys in a real Chromium against the platform as `npm start` runs it. One browser, one server, one after another. */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    viewport: { width: 1280, height: 850 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    // No trace: to trace each test and keep it only of those that fail takes a fifth of the time.
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // The tests may run as root in a closed network: no sandbox, and no calls home.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // The pages' programs run for a moment each: to make them faster, on threads of their own, takes longer than it gives.
        '--js-flags=--single-threaded --no-opt',
      ],
    },
  },
});
