import { composeUscc } from '../../server/shared/uscc';
import {
  applyPlainly,
  approveAndIssue,
  choose,
  type Lender,
  openApplication,
  openDemand,
  press,
  readCounter,
  sendOffer,
  sign,
  signAndApply,
  takeOn,
} from './dealSteps';
import { wordsOf } from './dealWords';
import { demoPassword, expect, type Locale, speak, test } from './platform';

type Deal = {
  readonly locale: Locale;
  readonly lender: Lender;
  /** The product that waits for the operator's review. */
  readonly waiting: string;
  readonly newcomer: { readonly uscc: string; readonly name: string; readonly username: string };
  /** What the amounts of the regulator's table are written in. */
  readonly fenPerUnit: number;
};

/** The demo firm, the bank it already lets assess it, and one that it does not know yet. */
const firmName = '德阳云源精密零部件有限公司';
const known: Lender = { user: 'bank', name: '旌湖农村商业银行股份有限公司', product: '经营快贷', ratePercent: '4.6' };

const deals: readonly Deal[] = [
  {
    locale: 'zh',
    lender: { user: 'bank2', name: '锦川商业银行股份有限公司德阳分行', product: '科创积分贷', ratePercent: '3.6' },
    waiting: '粮农丰收贷·园区版',
    newcomer: { uscc: composeUscc('91510603', 'MAJRN001'), name: '德阳旅程机械有限公司', username: 'newcomer-zh' },
    fenPerUnit: 1e6,
  },
  {
    locale: 'en',
    lender: { user: 'bank3', name: '广汉鸭子河村镇银行股份有限公司', product: '专精特新贷', ratePercent: '3.5' },
    waiting: '商户兴业贷2.0',
    newcomer: { uscc: composeUscc('91510603', 'MAJRN002'), name: '德阳新途机械有限公司', username: 'newcomer-en' },
    fenPerUnit: 1e8,
  },
];

/** What is borrowed: 1,230,000 yuan, which both languages write without rounding. */
const wan = '123';
const amountFen = 123_000_000;

// Five people work at one machine: more than one journey's time.
test.setTimeout(480_000);

for (const { locale, lender, waiting, newcomer, fenPerUnit } of deals)
  test(`a deal in ${locale}: a firm asks, two banks offer, one pays out, and the regulator's figures grow by exactly its amount`, async ({
    visitor: guest,
    at,
  }) => {
    const words = wordsOf[locale];
    const regulator = await at('regulator', locale);
    const before = await test.step('the regulator reads the counter', () => readCounter(regulator, words, fenPerUnit));
    const operator = await at('operator', locale);
    const firm = await at('firm', locale);
    const bank = await at(lender.user, locale);
    const rival = await at(known.user, locale);

    await test.step('the operator publishes what waits for review and confirms a firm that has registered', async () => {
      // The page leads whoever is not signed in there: after that it leads nowhere of itself.
      await guest.goto('/#/login');
      await guest.locator('input[name=username]').waitFor();
      await speak(guest, locale);
      await guest.goto('/#/register');
      await guest.getByLabel(words.uscc).fill(newcomer.uscc);
      await guest.getByLabel(words.firmName).fill(newcomer.name);
      await choose(guest, words.region, words.province);
      await guest.getByLabel(words.contact).fill('林晓');
      await guest.getByLabel(words.username).fill(newcomer.username);
      await guest.locator('input[name=password]').fill(demoPassword);
      await guest.getByRole('button', { name: words.register }).click();
      await expect(guest.getByText(words.registered)).toBeVisible();

      await operator.goto('/#/organisations');
      const row = operator.getByRole('row').filter({ hasText: newcomer.name });
      await row.getByRole('button', { name: words.confirm }).click();
      await operator.getByRole('dialog').getByRole('button', { name: words.confirm }).click();
      await expect(row.getByText(words.active, { exact: true })).toBeVisible();

      await operator.goto('/#/review');
      const draft = operator.getByRole('article').filter({ hasText: waiting });
      await draft.getByRole('button', { name: words.publish }).click();
      await operator.getByRole('dialog').getByRole('button', { name: words.publish }).click();
      await expect(draft).toHaveCount(0);
    });

    const demand = await test.step('the firm opens a demand and applies to two banks for products it qualifies for', async () => {
      const opened = await openDemand(firm, words, wan);
      await openApplication(firm, words, lender);
      await signAndApply(firm, words);
      await firm.getByRole('link', { name: words.applyElsewhere }).click();
      await openApplication(firm, words, known);
      await applyPlainly(firm, words);
      return opened;
    });

    await test.step('both banks take the application on and make a binding offer', async () => {
      // The firm looks on: what follows appears on its page by itself.
      await firm.goto(demand);
      await takeOn(bank, words, firmName, lender);
      await sendOffer(bank, words);
      await takeOn(rival, words, firmName, known);
      await sendOffer(rival, words);
    });

    await test.step('the firm, without reloading, compares the offers, prints them and accepts the lower one', async () => {
      const comparison = firm.getByRole('region', { name: words.sideBySide });
      const figures = comparison.getByRole('table').first();
      const heads = figures.getByRole('columnheader');
      await expect(heads).toHaveCount(3);
      await expect(comparison.getByRole('img', { name: words.stillOwed })).toBeVisible();
      await expect(comparison.getByRole('table', { name: words.schedulesSideBySide })).toContainText(known.name);
      await expect(heads.filter({ hasText: known.name })).toHaveCount(1);
      // The first page of a process takes its letters out of the typeface.
      const printed = firm.waitForEvent('download', { timeout: 60_000 });
      await comparison.getByRole('button', { name: words.printAll }).click();
      expect((await printed).suggestedFilename()).toMatch(/\.pdf$/);
      const cheaper = (await heads.allInnerTexts()).findIndex(head => head.includes(lender.name));
      expect(cheaper).toBe(1);
      await expect(figures.getByRole('row').nth(1).locator('th, td').nth(cheaper)).toContainText(words.lowest);
      await heads.filter({ hasText: lender.name }).getByRole('link', { name: words.open, exact: true }).click();
      await press(firm, words.acceptOffer);
      await expect(firm.getByText(words.awaitingPayment)).toBeVisible();
    });

    await test.step('the bank approves the credit and issues the contract, and the firm signs it', async () => {
      await approveAndIssue(bank, words);
      await sign(firm, words);
    });

    await test.step('the bank whose offer was taken pays out; the other, without reloading, reads that its offer has lapsed', async () => {
      await bank.getByRole('button', { name: words.recordPayment }).click();
      await bank.getByRole('dialog').getByRole('button', { name: words.confirmPayment }).click();
      await expect(bank.getByText(words.paidOut, { exact: true }).first()).toBeVisible();
      await expect(rival.getByText(words.lapsed, { exact: true }).first()).toBeVisible();
    });

    await test.step("the regulator's figures have grown by exactly the deal", async () => {
      await regulator.goto('/#/');
      const grown = { amountFen: before.amountFen + amountFen, deals: before.deals + 1 };
      // What was read before stands there until the new figures have come.
      await expect.poll(() => readCounter(regulator, words, fenPerUnit), { timeout: 45_000 }).toEqual(grown);
    });

    await test.step('the operator finds every verb of the deal in the audit log', async () => {
      await operator.goto('/#/auditEntries?page=1&perPage=50');
      for (const deed of words.deeds) await expect(operator.getByRole('cell', { name: deed, exact: true }).first()).toBeVisible();
    });
  });
