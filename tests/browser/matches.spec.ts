import type { Page } from '@playwright/test';
import { expect, test } from './platform';

/** What a firm reads on its main page: why the list stands as it does, what would open more, and what if. */
const languages = [
  {
    locale: 'zh',
    parts: ['综合得分（满分 100）', '年化综合成本', '获批可能', '审批速度'],
    amountFit: '额度满足',
    how: /怎样排序？权重公开/,
    weight: /年化综合成本 40 %/,
    cheapest: '成本最低',
    order: '排序',
    doors: '怎样符合更多',
    opens: /多 \d+ 个符合的产品/,
    whatIf: '假设分析',
    amount: '申请金额',
    leaves: /失去 \d+ 个符合的产品/,
    staff: '社保参保人数',
  },
  {
    locale: 'en',
    parts: ['Score of 100', 'Annual cost, all in', 'Chance of approval', 'Time to decision'],
    amountFit: 'Amount covered',
    how: /How is this ranked\?/,
    weight: /Annual cost, all in 40 %/,
    cheapest: 'Lowest cost',
    order: 'Order',
    doors: 'What would open more',
    opens: /\d+ more products?/,
    whatIf: 'What if',
    amount: 'Amount requested',
    leaves: /\d+ products? you would lose/,
    staff: 'Employees in social insurance',
  },
] as const;

for (const words of languages)
  test(`the matches of a firm in ${words.locale}`, async ({ at }) => {
    test.setTimeout(120_000);
    const page = await at('firm', words.locale);

    await test.step('each product shows the parts of its score, and the weights are public', async () => {
      await page.goto('/#/matches?verdict=eligible');
      const first = page.locator('article').first();
      for (const part of words.parts) await expect(first.getByText(part, { exact: true })).toBeVisible();
      await expect(first.getByText(words.amountFit)).toHaveCount(0);
      await page.getByText(words.how).click();
      await expect(page.getByText(words.weight)).toBeVisible();

      await page.getByLabel(words.order).click();
      await page.getByRole('option', { name: words.cheapest }).click();
      await expect(page).toHaveURL(/sort=cheapest/);
      await page.goto('/#/matches?amount=100');
      await expect(page.locator('article').first().getByText(words.amountFit)).toBeVisible();
    });

    await test.step('single steps name the products that they open, each a way to its conditions', async () => {
      await page.goto('/#/matches');
      await page.getByRole('tab', { name: words.doors }).click();
      const step = page.locator('article').first();
      await expect(step.getByText(words.opens).first()).toBeVisible();
      await step.getByRole('link').first().click();
      await expect(page).toHaveURL(/\/matches\/[0-9a-f-]+/);
    });

    await test.step('the answer moves with the slider, and every value can be put back', async () => {
      await page.goto('/#/matches?view=whatIf');
      const eligible = page.getByTestId('outcome-eligible');
      await expect(eligible).toBeVisible();
      const today = await eligible.textContent();
      const asked = countQuestions(page);
      await slide(page, words.amount, 'End');
      await expect(page.getByText(words.leaves)).toBeVisible();
      await expect(eligible).not.toHaveText(today ?? '');
      const afterFirst = asked();
      await slide(page, words.amount, 'ArrowLeft');
      await slide(page, words.amount, 'ArrowLeft');
      await slide(page, words.amount, 'Home');
      expect(asked(), 'the slider moves without asking again').toBe(afterFirst);

      await page.getByRole('combobox').last().fill(words.staff);
      await page
        .getByRole('option', { name: new RegExp(words.staff) })
        .first()
        .click();
      await expect(page.getByRole('heading', { name: words.staff })).toBeVisible();
      await slide(page, words.staff, 'Home');
      await page.getByRole('button', { name: /全部恢复现状|Back to how things are/ }).click();
      await expect(eligible).toHaveText(today ?? '');
    });
  });

const slide = async (page: Page, name: string, key: string): Promise<void> => {
  const slider = page.getByRole('slider', { name, exact: true });
  await slider.focus();
  await slider.press(key);
};

/** How many questions of what-if the page has asked since. */
function countQuestions(page: Page): () => number {
  let count = 0;
  page.on('request', request => {
    if (request.postData()?.includes('query WhatIf')) count += 1;
  });
  return () => count;
}
