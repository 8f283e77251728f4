import type { Page } from '@playwright/test';
import { type Ask, expect, test } from './platform';

/** What is clicked and read, in each language. */
const words = {
  zh: {
    turnOn: '开启提醒',
    save: '保存',
    isOn: '已开启提醒',
    start: '立即匹配',
    finished: '已完成',
    unread: /^站内消息，[1-9]\d* 条未读$/,
    title: '新增 1 款产品适合您',
    line: '现在符合：',
    read: '标为已读',
    replay: '复算',
    confirm: '确认',
    same: '结果完全相同',
    gone: '1 款产品不再适合您',
    turnOff: '关闭提醒',
  },
  en: {
    turnOn: 'Tell me',
    save: 'Save',
    isOn: 'You are told of changes',
    start: 'Match now',
    finished: 'Finished',
    unread: /^Messages, [1-9]\d* unread$/,
    title: '1 product now fits you',
    line: 'Now eligible: ',
    read: 'Mark as read',
    replay: 'Replay',
    confirm: 'Confirm',
    same: 'Exactly the same result',
    gone: '1 product no longer fits you',
    turnOff: 'Stop',
  },
} as const;

/** The inbox holds other things beside. */
const unreadMatches = '/#/messages?topic=matches&shelf=unread';

test('a firm that asked reads in one message that a new product fits it, and the run can be replayed', async ({ at, ask }) => {
  const say = words.zh;
  const operator = await at('operator');
  await runNow(operator, 'zh');

  const firm = await at('firm');
  await firm.goto('/#/matches');
  await firm.getByRole('button', { name: say.turnOn }).click();
  await firm.getByRole('dialog').getByRole('button', { name: say.save }).click();
  await expect(firm.getByText(say.isOn)).toBeVisible();

  await publish(ask, '人人可贷');
  await runNow(operator, 'zh');
  await expect(operator.getByRole('link', { name: '人人可贷' })).toBeVisible();

  await expect(firm.getByRole('link', { name: say.unread })).toBeVisible();
  await firm.goto(unreadMatches);
  const message = firm.getByRole('article');
  await expect(message).toHaveCount(1);
  await expect(message.getByRole('heading', { name: say.title })).toBeVisible();
  await expect(message.getByRole('link', { name: new RegExp(`^${say.line}.*「人人可贷」$`) })).toBeVisible();
  await message.getByRole('button', { name: say.read }).click();
  await expect(message).toHaveCount(0);

  await operator.goto('/#/matchRuns');
  await operator
    .getByRole('link', { name: /^手动发起/ })
    .first()
    .click();
  await operator.getByRole('button', { name: say.replay }).click();
  await operator.getByRole('dialog').getByRole('button', { name: say.confirm }).click();
  await expect(operator.getByText(say.same)).toBeVisible();
});

test('the same in English, for a firm that wants to hear of large loans alone', async ({ at, ask }) => {
  const say = words.en;
  const page = await at('firm2', 'en');
  await page.goto('/#/matches');
  await page.getByRole('button', { name: say.turnOn }).click();
  await page.getByRole('dialog').getByLabel('Amount of at least (10,000 yuan)').fill('500');
  await page.getByRole('dialog').getByRole('button', { name: say.save }).click();
  await expect(page.getByText('At least CNY 5 million')).toBeVisible();

  await publish(ask, '小额贷', 100_000_000);
  await publish(ask, '大额贷', 500_000_000);
  await runNow(await at('operator', 'en'), 'en');

  await expect(page.getByRole('link', { name: say.unread })).toBeVisible();
  await page.goto(unreadMatches);
  const message = page.getByRole('article');
  await expect(message.getByRole('heading', { name: say.title })).toBeVisible();
  await expect(message.getByRole('listitem')).toHaveText([/^Now eligible: 大额贷, /]);
  await page.goto('/#/matches');
  await page.getByRole('button', { name: say.turnOff }).click();
  await expect(page.getByRole('button', { name: say.turnOn })).toBeVisible();
});

/** Starts a run and stays on its page until it has finished. */
async function runNow(page: Page, locale: 'zh' | 'en'): Promise<void> {
  await page.goto('/#/matchRuns');
  await page.getByRole('button', { name: words[locale].start }).click();
  // The list, where others have finished, stays until the run's own page has come: only that has a way to replay it.
  await page.getByRole('button', { name: words[locale].replay }).waitFor({ timeout: 30_000 });
  await expect(page.getByText(words[locale].finished, { exact: true }).first()).toBeVisible();
}

/** A product that every firm is eligible for goes in force. */
async function publish(ask: Ask, name: string, amountFenMax = 300_000_000): Promise<void> {
  type Step = { it: { id: string; version: number } };
  const created = await ask<Step>(
    'bank',
    'mutation ($input: ProductInput!) { it: createProduct(input: $input) { id version } }',
    {
      input: {
        name,
        category: 'general',
        labels: ['inclusive'],
        amountFenMin: 1_000_000,
        amountFenMax,
        termMonthsMin: 1,
        termMonthsMax: 36,
        isUnsecured: true,
        pricing: { kind: 'fixed', rateBpsMin: 360, rateBpsMax: 480 },
        repaymentMethods: ['INTEREST_FIRST'],
        rule: { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 1 }] },
      },
    },
  );
  const change = (username: string, verb: string, at: Step) =>
    ask<Step>(username, `mutation ($id: ID!, $version: Int!) { it: ${verb}(id: $id, version: $version) { id version } }`, at.it);
  await change('operator', 'publishProduct', await change('bank', 'submitProduct', created));
}
