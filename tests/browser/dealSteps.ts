import { expect, type Page } from '@playwright/test';
import type { DealWords } from './dealWords';

/** The figures of the city's deals as the regulator's page says them: in its total, which no cell is hidden from. */
export type Counter = { readonly amountFen: number; readonly deals: number };

/** Reads the total of all matched transactions; `fenPerUnit` is what the amounts of the table are written in. */
export async function readCounter(page: Page, words: DealWords, fenPerUnit: number): Promise<Counter> {
  await page.goto('/#/statistics');
  await page.reload();
  const total = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: words.total, exact: true }) });
  const [amount = '', deals = ''] = await total.getByRole('cell').allInnerTexts();
  const number = (text: string) => Number(text.replaceAll(',', ''));
  return { amountFen: Math.round(number(amount) * fenPerUnit), deals: number(deals) };
}

/** Presses a button and means it: the same word again in the dialog that says what will follow. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Chooses `option` in the list under `label`. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Opens the product, which the firm qualifies for, from the matches of its demand, and goes on to the form of an application. */
export async function openApplication(page: Page, words: DealWords, product: string): Promise<void> {
  await page.getByLabel(words.productOrBank).fill(product);
  await page.getByRole('tab', { name: words.eligibleOnes }).click();
  const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: product, exact: true }) });
  await expect(card.getByText(words.eligible, { exact: true })).toBeVisible();
  await card.getByRole('link', { name: words.seeConditions }).click();
  await page.getByRole('link', { name: words.apply, exact: true }).click();
}

/** A bank finds the application of `firm` in its queue, takes it on and makes a binding offer at `ratePercent`. */
export async function takeOnAndOffer(page: Page, words: DealWords, firm: string, ratePercent: string): Promise<void> {
  await page.goto('/#/applications');
  await page.getByRole('article').filter({ hasText: firm }).getByRole('link', { name: words.open, exact: true }).click();
  await press(page, words.takeOn);
  await page.getByRole('link', { name: words.makeOffer, exact: true }).click();
  await page.getByRole('radio', { name: words.fixedRate }).check();
  await page.getByRole('textbox', { name: words.annualRate }).fill(ratePercent);
  await choose(page, words.repayment, words.interestFirst);
  await page.getByRole('button', { name: words.sendOffer }).click();
  await expect(page.getByText(words.offerMade, { exact: true }).first()).toBeVisible();
}
