import { expect, type Page } from '@playwright/test';
import type { DealWords } from './dealWords';

/** The figures of the city's deals as the regulator's page says them: in its total, which no cell is hidden from. */
export type Counter = { readonly amountFen: number; readonly deals: number };

/** Reads the total of all matched transactions; `fenPerUnit` is what the amounts of the table are written in. */
export async function readCounter(page: Page, words: DealWords, fenPerUnit: number): Promise<Counter> {
  if (!page.url().endsWith('#/statistics')) await page.goto('/#/statistics');
  const total = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: words.total, exact: true }) });
  // Six browsers share the machine with the platform by now: the counter gets more time than one page does.
  await total.getByRole('cell').first().waitFor({ timeout: 45_000 });
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0, { timeout: 45_000 });
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

export type Lender = {
  readonly user: string;
  readonly name: string;
  /** A product of its that the demo firm qualifies for, and the rate it will offer. */
  readonly product: string;
  readonly ratePercent: string;
};

/** A firm says what it needs: `wan` 10,000 yuan for a year's working capital, without security. Answers the demand's address. */
export async function openDemand(page: Page, words: DealWords, wan: string): Promise<string> {
  await page.goto('/#/demands');
  await page.getByRole('link', { name: words.newDemand }).first().click();
  await page.getByRole('textbox', { name: words.amount }).fill(wan);
  await page.getByRole('textbox', { name: words.term }).fill('12');
  await choose(page, words.purpose, words.workingCapital);
  await page.getByRole('checkbox', { name: words.noSecurity }).check();
  await page.getByRole('button', { name: words.saveDemand }).click();
  await page.waitForURL(/\/demands\/[^/]+\/show/);
  return page.url();
}

/** From its demand the firm finds the product among those it qualifies for, reads its conditions and goes on to apply. */
export async function openApplication(page: Page, words: DealWords, lender: Lender): Promise<void> {
  await page.getByRole('link', { name: words.findProducts }).click();
  await page.getByLabel(words.productOrBank).fill(lender.product);
  await page.getByRole('tab', { name: words.eligibleOnes }).click();
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: lender.product, exact: true }) })
    .filter({ hasText: lender.name });
  await expect(card.getByText(words.eligible, { exact: true })).toBeVisible();
  await card.getByRole('link', { name: words.seeConditions }).click();
  await page.getByRole('heading', { name: lender.product, level: 1 }).waitFor();
  await page.getByRole('link', { name: words.apply, exact: true }).click();
}

/** The firm lets the bank see just the data that the product's conditions use, for a year, and applies. */
export async function signAndApply(page: Page, words: DealWords): Promise<void> {
  await page.getByRole('button', { name: words.chooseUsed }).click();
  await page.getByRole('button', { name: words.oneYear, exact: true }).click();
  await page.getByRole('checkbox', { name: words.hasRead }).check();
  await page.getByRole('button', { name: words.signAndApply }).click();
  await expect(page.getByText(words.submitted)).toBeVisible();
}

/** The firm applies under a consent that it has given before. */
export async function applyPlainly(page: Page, words: DealWords): Promise<void> {
  await page.getByRole('button', { name: words.applyPlainly, exact: true }).click();
  await expect(page.getByText(words.submitted)).toBeVisible();
}

/** A bank finds the application of `firm` in its queue, takes it on and fills in a binding offer; `sendOffer` sends it. */
export async function takeOn(page: Page, words: DealWords, firm: string, { ratePercent }: Lender): Promise<void> {
  await page.goto('/#/applications');
  await page.getByLabel(words.firmOrProduct).fill(firm);
  await page.getByRole('article').filter({ hasText: firm }).getByRole('link', { name: words.open, exact: true }).click();
  await press(page, words.takeOn);
  await press(page, words.startDueDiligence);
  await page.getByRole('link', { name: words.makeOffer, exact: true }).click();
  await page.getByRole('radio', { name: words.fixedRate }).check();
  await page.getByRole('textbox', { name: words.annualRate }).fill(ratePercent);
  await choose(page, words.repayment, words.interestFirst);
  // What it comes to pushes the button further down: only then does it stay where it is pressed.
  await expect(page.getByText(words.totalCost, { exact: true })).toBeVisible();
}

/** The bank approves the credit of the accepted offer and issues the contract at the annualised rate that it approved. */
export async function approveAndIssue(page: Page, words: DealWords): Promise<void> {
  await press(page, words.approve);
  await page.getByRole('button', { name: words.issueContract }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.contractNumber).fill('借字2026第000001号');
  const help = await dialog.getByText(words.approvedRate).innerText();
  await dialog.getByLabel(words.contractRate).fill(/([0-9.]+)\s*%/.exec(help)?.[1] ?? '');
  await dialog.getByRole('button', { name: words.sendContract }).click();
  await expect(dialog).toHaveCount(0);
}

/** The firm confirms that it has signed. */
export async function sign(page: Page, words: DealWords): Promise<void> {
  await page.getByRole('button', { name: words.signContract }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.hasSigned }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export async function sendOffer(page: Page, words: DealWords): Promise<void> {
  await page.getByRole('button', { name: words.sendOffer }).click();
  await expect(page.getByText(words.offerMade)).toBeVisible();
}
