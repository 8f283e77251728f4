import type { Page } from '@playwright/test';
import { asOnPhone, expect, fillSignIn, type Locale, speak, test } from './platform';

const users = ['firm', 'bank', 'operator', 'regulator', 'department', 'guarantor', 'insurer'];

const openedInEnglish = new Set<string>();

/** In English what several roles have in common is opened by the first of them alone; its home page is each one's own. */
function notYetInEnglish({ path, word }: { path: string; word: string }): boolean {
  const isFirst = !openedInEnglish.has(path + word);
  openedInEnglish.add(path + word);
  return isFirst || path === '#/';
}

for (const [place, user] of users.entries())
  test(`${user} opens the pages of the menu in both languages and meets no error`, async ({ visitor: page }) => {
    await fillSignIn(page, user);
    // Each begins in the language in which the one before has ended.
    for (const locale of place % 2 === 0 ? (['zh', 'en'] as const) : (['en', 'zh'] as const)) {
      await speak(page, locale);
      await openMenu(page, locale);
    }
    await signOut(page);
  });

async function openMenu(page: Page, locale: Locale): Promise<void> {
  const links = page.locator('a[role=menuitem]');
  await expect(links.first()).toBeVisible();
  const entries = await links.evaluateAll(found =>
    found.map(link => ({ path: link.getAttribute('href') ?? '', word: link.textContent })),
  );
  expect(entries.length).toBeGreaterThan(2);
  for (const { path } of locale === 'zh' ? entries : entries.filter(notYetInEnglish))
    await test.step(path, async () => {
      await page.goto(`/${path}`);
      const { text, errors, overflow } = await settled(page, path);
      expect(errors).toEqual([]);
      expect(text).not.toMatch(/rongqiao\.|ra\.[a-z]+\.|\bundefined\b|\bNaN\b|\[object/);
      expect(overflow, 'scrolls sideways').toBeLessThanOrEqual(0);
    });
}

/** What stands on the page of the menu at `path` once it has come and waits for nothing; asked at one go, for a hundred pages. */
async function settled(page: Page, path: string): Promise<{ text: string; errors: string[]; overflow: number }> {
  const found = await page.waitForFunction(
    address => {
      const isThere = document.querySelector(`a[aria-current=page][href="${address}"]`);
      const isWaiting = document.querySelector('[aria-busy=true], .RaLoading-root, .MuiCircularProgress-root');
      if (!isThere || isWaiting) return null;
      const text = document.querySelector<HTMLElement>('#main-content')?.innerText.trim() ?? '';
      const errors = [...document.querySelectorAll('.MuiAlert-standardError, .MuiAlert-colorError')].map(
        each => each.textContent,
      );
      const { scrollWidth, clientWidth } = document.documentElement;
      return text.length > 20 ? { text, errors, overflow: scrollWidth - clientWidth } : null;
    },
    path,
    { polling: 50 },
  );
  const seen = await found.jsonValue();
  if (!seen) throw new Error(`${path} has not come`);
  return seen;
}

/** How far the page can be scrolled sideways. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function signOut(page: Page): Promise<void> {
  await page.locator('.RaUserMenu-userButton').click();
  await page.getByRole('menuitem', { name: /^(退出登录|Logout)$/ }).click();
  await expect(page.locator('input[name=username]')).toBeVisible();
}

test('on a phone no page of the firm scrolls sideways', async ({ at }) => {
  const page = await at('firm');
  await asOnPhone(page);
  for (const path of ['/', '/matches', '/creditFile', '/consents', '/accessLog', '/products', '/dataClasses']) {
    await page.goto(`/#${path}`);
    await expect(page.locator('[aria-busy=true], .RaLoading-root')).toHaveCount(0);
    expect(await overflowOf(page), `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});
