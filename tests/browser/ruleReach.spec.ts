import { asOnPhone, expect, test } from './platform';

const words = {
  zh: {
    title: '全市覆盖测算',
    about: /约 \d+/,
    add: '添加条件',
    invalid: '规则填写完整后，这里显示符合的企业数。',
  },
  en: {
    title: 'Reach over the whole city',
    about: /about \d+/,
    add: 'Add a condition',
    invalid: 'Once the rule is complete, the number of firms that qualify stands here.',
  },
} as const;

for (const locale of ['zh', 'en'] as const)
  test(`a bank sees in ${locale} how many firms a rule reaches while it writes it`, async ({ at }) => {
    const { title, about, add, invalid } = words[locale];
    const page = await at('bank', locale);
    await page.goto('/#/products/create');
    const reach = page.getByRole('region', { name: title });
    // Without a condition every firm of the city qualifies: the sixty of the small demo, and whoever came in since.
    await expect(reach).toContainText(about);
    const firms = Number(/\d+/.exec(about.exec(await reach.innerText())?.[0] ?? '')?.[0]);
    expect(firms).toBeGreaterThanOrEqual(60);
    await page.getByRole('button', { name: add }).click();
    await expect(reach).toContainText(invalid);
    await page.getByRole('tab', { name: 'JSON' }).click();
    const rule = { all: [{ attr: 'taxCreditGrade', op: 'in', value: ['A'] }] };
    await page.getByRole('textbox', { name: 'JSON' }).fill(JSON.stringify(rule));
    await page.getByRole('button', { name: locale === 'zh' ? '应用到条件' : 'Apply to the conditions' }).click();
    await expect(reach).toContainText(about);
    await expect(reach).toContainText(locale === 'zh' ? '条件 1：单独排除' : 'Condition 1 alone keeps out');
  });

test('on a phone the counts stand below the rule and nothing scrolls sideways', async ({ at }) => {
  const page = await at('bank');
  await asOnPhone(page);
  await page.goto('/#/products/create');
  const reach = page.getByRole('region', { name: words.zh.title });
  await expect(reach).toContainText(words.zh.about);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
