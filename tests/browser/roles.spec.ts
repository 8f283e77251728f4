import { expect, fillSignIn, test } from './platform';

const users = ['firm', 'bank', 'operator', 'regulator', 'department', 'guarantor', 'insurer'];

for (const locale of ['zh', 'en'] as const)
  for (const user of users)
    test(`${user} opens every page of the menu in ${locale} and meets no error`, async ({ page }) => {
      await fillSignIn(page, user, locale);
      const links = page.locator('.RaMenuItemLink-root, a[role=menuitem]');
      await expect(links.first()).toBeVisible();
      const paths = await links.evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''));
      expect(paths.length).toBeGreaterThan(2);
      for (const path of paths) {
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
