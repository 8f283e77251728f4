import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  test as base,
  type ExpectMatcherState,
  type Locator,
  type Page,
  expect as playwrightExpect,
} from '@playwright/test';

/**
 * As Playwright's, but what is to be visible is waited for: its own describes the whole page at each look at which it is not
 * there yet, which takes the page longer than to draw what is awaited.
 */
export const expect = playwrightExpect.extend({
  async toBeVisible(this: ExpectMatcherState, locator: Locator) {
    const state = this.isNot ? 'hidden' : 'visible';
    try {
      await locator.waitFor({ state, timeout: this.timeout });
      return { pass: !this.isNot, message: () => `${locator} is ${state}` };
    } catch (error) {
      return { pass: this.isNot, message: () => String(error) };
    }
  },
});

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
  /** The page of the demo user `username`, signed in, in `locale`, on a page on which nothing is left of what was there. */
  at: (username: string, locale?: Locale) => Promise<Page>;
  /** Asks the platform one operation as that user, without a page. */
  ask: Ask;
  /** A page on which nobody is signed in, unless the test signs somebody in. */
  visitor: Page;
  watched: undefined;
};

export type Ask = <Data>(username: string, query: string, variables?: Record<string, unknown>) => Promise<Data>;

/** A person's browser: what opens its pages, the page once there is one, and what went wrong on it. */
type Person = { readonly context: BrowserContext; page?: Page };

/**
 * To open a browser, load the pages' code and compile it takes four times as long as going from page to page: each person has
 * one for the whole run, as people do.
 */
type Run = { readonly address: string; readonly people: Map<string, Person>; readonly problems: string[] };

const desk = { width: 1280, height: 850 };

export const test = base.extend<Fixtures, { run: Run }>({
  run: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that a fixture needs from this pattern.
    async ({}, use) => {
      const platform = await startPlatform('small', { SCHEDULED_WORK: 'asked' });
      await use({ address: platform.address, people: new Map(), problems: [] });
      await platform.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ run }, use) => use(run.address),
  watched: [
    async ({ run }, use) => {
      await use(undefined);
      expect(run.problems.splice(0), 'errors on the pages and requests to other places').toEqual([]);
    },
    { auto: true },
  ],
  ask: async ({ browser, run }, use) => {
    await use(async (username, query, variables = {}) => {
      const { context } = await personOf(run, browser, username);
      const answer = await context.request.post('/graphql', { data: { query, variables } });
      const { data, errors } = await answer.json();
      expect(errors, query).toBeUndefined();
      return data;
    });
  },
  at: async ({ browser, run }, use) => {
    await use(async (username, locale = 'zh') => {
      const person = await personOf(run, browser, username);
      const page = person.page ?? (await open(person, run, locale));
      if (page.viewportSize()?.width !== desk.width) await page.setViewportSize(desk);
      await page.goto(nothing);
      await expect(page.locator('input[name=current]')).toBeVisible();
      await speak(page, locale);
      return page;
    });
  },
  visitor: async ({ browser, run }, use) => {
    const visitor = run.people.get('') ?? { context: await browser.newContext({ baseURL: run.address }) };
    run.people.set('', visitor);
    await use(visitor.page ?? (await open(visitor, run, 'zh')));
  },
});

/** The page with the least on it. */
const nothing = '/#/password';

const signInDocument = `mutation ($username: String!, $password: String!) {
  signIn(username: $username, password: $password) { user { username } }
}`;

/** The browser of `username`, who is signed in there. */
async function personOf({ address, people }: Run, browser: Browser, username: string): Promise<Person> {
  const known = people.get(username);
  if (known) return known;
  const context = await browser.newContext({ baseURL: address });
  const answer = await context.request.post('/graphql', {
    data: { query: signInDocument, variables: { username, password: demoPassword } },
  });
  expect(await answer.json()).toMatchObject({ data: { signIn: { user: { username } } } });
  const person = { context };
  people.set(username, person);
  return person;
}

/** Opens the one page of a person, which speaks `locale` until it is told otherwise. */
async function open(person: Person, { address, problems }: Run, locale: Locale): Promise<Page> {
  const page = await person.context.newPage();
  person.page = page;
  watch(page, address, problems);
  await page.addInitScript(holdStill);
  await page.addInitScript(sayCause);
  await page.addInitScript(first => {
    if (location.protocol.startsWith('http') && !localStorage.getItem('rongqiao.locale'))
      localStorage.setItem('rongqiao.locale', first);
  }, locale);
  return page;
}

const nameOf = { zh: '中文', en: 'English' } as const;

/** Chooses the language of a page that is open, as a person does. */
export async function speak(page: Page, locale: Locale): Promise<void> {
  const html = page.locator('html');
  if ((await html.getAttribute('lang'))?.startsWith(locale)) return;
  await page.locator('button[aria-haspopup=true]', { hasText: /^(中文|English)$/ }).click();
  await page.locator('#simple-menu li:visible', { hasText: nameOf[locale] }).click();
  await expect(html).toHaveAttribute('lang', new RegExp(`^${locale}`));
}

/** Makes a page as wide as a phone, and opens it anew: what was wide before would lie over it, its menu first of all. */
export async function asOnPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
}

/** Signs in as a person does, through the form. */
export async function fillSignIn(page: Page, username: string): Promise<void> {
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

/** What React has recovered from carries the error that it met: that is thrown as well, for its own stack. Runs in the page. */
function sayCause(): void {
  addEventListener('error', ({ error }) => {
    if (error instanceof Error && error.cause)
      setTimeout(() => {
        throw error.cause;
      });
  });
}

/** Writes down what goes wrong on a page, as it happens: errors of its own, and requests to anywhere but the platform. */
function watch(page: Page, address: string, problems: string[]): void {
  page.on('pageerror', error => problems.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('request', request => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== address) problems.push(`outside request: ${request.url()}`);
  });
}
