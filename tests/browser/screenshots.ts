import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Locator, type Page } from '@playwright/test';
import { ensureBrowser } from '../browser.mjs';
import { applyPlainly, type Lender, openApplication, openDemand, sendOffer, signAndApply, takeOn } from './dealSteps';
import { wordsOf } from './dealWords';
import { demoPassword, type Locale, startPlatform } from './platform';

/** npm run screenshots: the pictures of the README, from the demo city as it runs; the tours of the README are walked for them. */
const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');

/** What a page shows while it waits for an answer, and how long the last of it takes to be drawn. */
const waiting = '[aria-busy=true], .RaLoading-root, .MuiCircularProgress-root, .MuiSkeleton-root';
const drawnAfterMilliseconds = 1_500;

/** How long one step may take; the city is large, and the machine may have other work. */
const stepMilliseconds = 120_000;

const firmName = '德阳云源精密零部件有限公司';

/** The bank that may read the demo firm's data already, and one that may not yet. */
const known = { user: 'bank', name: '旌湖农村商业银行股份有限公司' };
const stranger = { user: 'bank2', name: '锦川商业银行股份有限公司德阳分行' };

async function open(browser: Browser, address: string, user: string, locale: Locale): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1120, height: 740 },
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(stepMilliseconds);
  const page = await context.newPage();
  await page.goto('/');
  await page.evaluate(chosen => localStorage.setItem('rongqiao.locale', chosen), locale);
  await page.reload();
  await page.locator('input[name=username]').fill(user);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  await page.locator('input[name=password]').waitFor({ state: 'detached' });
  return page;
}

/** Takes a picture of what the page shows once all is there, from `top` on when the page is longer than a picture. */
async function take(page: Page, name: string, top?: Locator): Promise<void> {
  await page.waitForTimeout(drawnAfterMilliseconds);
  await expect(page.locator(waiting)).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator('.MuiSnackbar-root')).toHaveCount(0, { timeout: 30_000 });
  await top?.evaluate((element, bar) => window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - bar }), 64);
  await page.waitForTimeout(drawnAfterMilliseconds);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}

type Found = { product: { terms: { name: string; rates: { rateBpsMin: number; rateBpsMax: number } } } };

/** A product of the bank that the firm qualifies for unsecured, with interest first, and the lowest or the middle rate published. */
async function lenderOf(page: Page, bank: { user: string; name: string }, isCheap: boolean): Promise<Lender> {
  const query = `query ($q: String) {
    matches(list: { perPage: 25, q: $q, filter: { verdict: eligible } }, request: {
      amountFen: 123000000, termMonths: 12, purpose: WORKING_CAPITAL, securities: [], repaymentMethods: [INTEREST_FIRST]
    }) { items { product { terms { name rates { rateBpsMin rateBpsMax } } } } }
  }`;
  const { data } = await page.evaluate(
    async body =>
      (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()) as {
        data: { matches: { items: Found[] } };
      },
    JSON.stringify({ query, variables: { q: bank.name } }),
  );
  const [found] = data.matches.items;
  if (!found) throw new Error(`the demo firm qualifies for no unsecured product of ${bank.name}`);
  const { name, rates } = found.product.terms;
  const rateBps = isCheap ? rates.rateBpsMin : Math.round((rates.rateBpsMin + rates.rateBpsMax) / 2);
  return { ...bank, product: name, ratePercent: String(rateBps / 100) };
}

/** Walks the tours in one language and takes a picture wherever the README shows one. */
async function tour(browser: Browser, address: string, locale: Locale): Promise<void> {
  const words = wordsOf[locale];
  const as = (user: string) => open(browser, address, user, locale);
  const regulator = await as('regulator');
  await regulator.goto('/#/statistics');
  await take(regulator, `statistics-${locale}`);
  const operator = await as('operator');
  await operator.goto('/#/review');
  await take(operator, `review-${locale}`);

  const firm = await as('firm');
  await firm.goto('/#/matches');
  await take(firm, `matches-${locale}`, firm.getByRole('tablist').first());
  // One of the two offers costs less, so that it is marked.
  const lender = await lenderOf(firm, stranger, false);
  const house = await lenderOf(firm, known, true);
  const demand = await openDemand(firm, words, '123');
  await openApplication(firm, words, lender);
  await signAndApply(firm, words);
  await firm.getByRole('link', { name: words.applyElsewhere }).click();
  await openApplication(firm, words, house);
  await applyPlainly(firm, words);

  const banks = [await as(lender.user), await as(house.user)] as const;
  await takeOn(banks[0], words, firmName, lender);
  await take(banks[0], `offer-${locale}`, banks[0].locator('section[aria-live=polite]'));
  await sendOffer(banks[0], words);
  await takeOn(banks[1], words, firmName, house);
  await sendOffer(banks[1], words);
  await firm.goto(demand);
  await take(firm, `offers-${locale}`, firm.getByRole('region', { name: words.sideBySide }));
  for (const page of [regulator, operator, firm, ...banks]) await page.context().close();
}

mkdirSync(folder, { recursive: true });
const executablePath = await ensureBrowser();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  // A city of its own for each language: what one tour has agreed would stand in the pictures of the other.
  for (const locale of ['zh', 'en'] as const) {
    const platform = await startPlatform('city');
    await tour(browser, platform.address, locale).finally(platform.stop);
  }
} finally {
  await browser.close();
}
