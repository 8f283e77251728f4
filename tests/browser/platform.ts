import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

export const demoPassword = 'rongqiao-demo';

/** The platform as `npm start` runs it, over a database of its own, seeded with the demo of that size. */
export async function startPlatform(
  size: 'city' | 'small',
  environment: Record<string, string> = {},
): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'rongqiao-browser-'));
  const child = spawn(process.execPath, ['server/start.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'warn',
      SIGN_INS_PER_MINUTE: '1000',
      DEMO_SIZE: size,
      NIGHTLY_MATCH_AT: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(child);
  return {
    address,
    async stop() {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address that a starting platform prints; fails when it ends without one. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/[\d.]+:\d+/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.once('exit', code => reject(new Error(`the platform ended with ${code} before it listened:\n${printed}`)));
  });
}

export type Locale = 'zh' | 'en';

type Fixtures = {
  /** Opens the platform as the demo user `username`, in `locale`. */
  signIn: (page: Page, username: string, locale?: Locale) => Promise<void>;
  /** A browser of its own, for several people at work at the same time; watched like `page`. */
  anotherBrowser: () => Promise<Page>;
};

export const test = base.extend<Fixtures, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that a fixture needs from this pattern.
    async ({}, use) => {
      const platform = await startPlatform('small', { SCHEDULED_WORK: 'asked' });
      await use(platform.address);
      await platform.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ address }, use) => use(address),
  page: async ({ page, address }, use) => {
    await page.addInitScript(holdStill);
    const problems = problemsOf(page, address);
    await use(page);
    expect(problems, 'errors on the page and requests to other places').toEqual([]);
  },
  anotherBrowser: async ({ browser, address }, use) => {
    const opened: { page: Page; problems: readonly string[] }[] = [];
    await use(async () => {
      const page = await browser.newPage({ baseURL: address });
      await page.addInitScript(holdStill);
      opened.push({ page, problems: problemsOf(page, address) });
      return page;
    });
    for (const { page } of opened) await page.close();
    expect(
      opened.flatMap(({ problems }) => problems),
      'errors on the page and requests to other places',
    ).toEqual([]);
  },
  signIn: async ({ address }, use) => {
    await use(async (page, username, locale = 'zh') => {
      // Nothing is open meanwhile: a page that found its session gone would sign the next one out.
      await page.goto('about:blank');
      await page.context().clearCookies();
      const answer = await page.request.post(`${address}/graphql`, {
        data: { query: signInDocument, variables: { username, password: demoPassword } },
      });
      expect(await answer.json()).toMatchObject({ data: { signIn: { user: { username } } } });
      await speak(page, locale);
      await page.goto(address);
      await expect(page.locator('#main-content')).toBeVisible();
    });
  },
});

const signInDocument = `mutation ($username: String!, $password: String!) {
  signIn(username: $username, password: $password) { user { username } }
}`;

/** What the page is written in, from its next document on. */
const speak = (page: Page, locale: Locale): Promise<unknown> =>
  page.addInitScript(chosen => {
    if (location.protocol.startsWith('http')) localStorage.setItem('rongqiao.locale', chosen);
  }, locale);

/** Signs in as a person does, through the form. */
export async function fillSignIn(page: Page, username: string, locale: Locale): Promise<void> {
  await speak(page, locale);
  await page.goto('/#/login');
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  // The form goes before the answer has come: only what stands behind it says that somebody is signed in.
  await expect(page.locator('#main-content')).toBeVisible();
}

/** Nothing moves: drawing each step of a movement, without a graphics card, takes a tenth of the time. Runs in the page. */
function holdStill(): void {
  document.addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style');
    style.textContent = '*, *::before, *::after { animation: none !important; transition: none !important; }';
    document.head.append(style);
  });
}

/** What goes wrong on a page, as it happens: errors of its own, and requests to anywhere but the platform. */
function problemsOf(page: Page, address: string): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  page.on('request', request => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== address) problems.push(`outside request: ${request.url()}`);
  });
  return problems;
}
