import { expect, fillSignIn, test } from './platform';

const users = ['firm', 'bank', 'operator', 'regulator', 'department', 'guarantor', 'insurer'];

const openedInEnglish = new Set<string>();

/** In English what several roles have in common is opened by the first of them alone; its home page is each one's own. */
function notYetInEnglish({ path, word }: { path: string; word: string }): boolean {
  const isFirst = !openedInEnglish.has(path + word);
  openedInEnglish.add(path + word);
  return isFirst || path === '#/';
}

for (const locale of ['zh', 'en'] as const)
  for (const user of users)
    test(`${user} opens the pages of the menu in ${locale} and meets no error`, async ({ page }) => {
      await fillSignIn(page, user, locale);
      const links = page.locator('.RaMenuItemLink-root, a[role=menuitem]');
      await expect(links.first()).toBeVisible();
      const entries = await links.evaluateAll(found =>
        found.map(link => ({ path: link.getAttribute('href') ?? '', word: link.textContent })),
      );
      expect(entries.length).toBeGreaterThan(2);
      for (const { path } of locale === 'zh' ? entries : entries.filter(notYetInEnglish)) {
        await page.goto(path.startsWith('#') ? `/${path}` : path);
        await expect(page.locator('main, #main-content').first()).toBeVisible();
        await expect(page.locator('[aria-busy=true], .RaLoading-root, .MuiCircularProgress-root')).toHaveCount(0);
        await expect(page.locator('.MuiAlert-standardError, .MuiAlert-colorError'), path).toHaveCount(0);
        const main = page.locator('#main-content');
        await expect.poll(async () => (await main.innerText()).trim().length, { message: path }).toBeGreaterThan(20);
        await expect(page.locator('[aria-busy=true], .RaLoading-root, .MuiCircularProgress-root')).toHaveCount(0);
        const text = await main.innerText();
        expect(text, path).not.toMatch(/rongqiao\.|ra\.[a-z]+\.|\bundefined\b|\bNaN\b|\[object/);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });

test('on a phone no page of the firm scrolls sideways', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'firm', 'zh');
  for (const path of ['/', '/matches', '/creditFile', '/consents', '/accessLog', '/products', '/dataClasses']) {
    await page.goto(`/#${path}`);
    await expect(page.locator('[aria-busy=true], .RaLoading-root')).toHaveCount(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});
