import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { ensureBrowser } from '../browser.mjs';
import { demoPassword, startPlatform } from './platform';

/** npm run screenshots: the pictures of the README, from the demo as it runs. */
const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');

type Picture = {
  readonly name: string;
  readonly user: string;
  readonly locale: 'zh' | 'en';
  readonly path: string;
  readonly width?: number;
};

const pictures: readonly Picture[] = [
  { name: 'matches-zh', user: 'firm', locale: 'zh', path: '/matches' },
  { name: 'matches-en', user: 'firm', locale: 'en', path: '/matches' },
  { name: 'matches-phone', user: 'firm', locale: 'zh', path: '/matches?verdict=notEligible', width: 390 },
  { name: 'credit-file-zh', user: 'firm', locale: 'zh', path: '/creditFile' },
  { name: 'product-form-zh', user: 'bank', locale: 'zh', path: '/products/create' },
  { name: 'review-zh', user: 'operator', locale: 'zh', path: '/review' },
  { name: 'import-zh', user: 'operator', locale: 'zh', path: '/imports' },
  { name: 'statistics-zh', user: 'regulator', locale: 'zh', path: '/statistics' },
];

/** How long a page may take to answer and draw; a picture of a half-drawn page is of no use. */
const settleMilliseconds = 2_500;

async function take(browser: Browser, address: string, { name, user, locale, path, width = 1280 }: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 820 },
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(chosen => localStorage.setItem('rongqiao.locale', chosen), locale);
  await page.reload();
  await page.locator('input[name=username]').fill(user);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  await page.locator('input[name=password]').waitFor({ state: 'detached' });
  await page.goto(`${address}/#${path}`);
  await page.waitForTimeout(settleMilliseconds);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/images/${name}.png`);
}

mkdirSync(folder, { recursive: true });
const executablePath = await ensureBrowser();
const platform = await startPlatform('city');
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const picture of pictures) await take(browser, platform.address, picture);
} finally {
  await browser.close();
  await platform.stop();
}
