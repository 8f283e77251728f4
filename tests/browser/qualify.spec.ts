import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { demoPassword, expect, test } from './platform';

const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const realFirms = join(data, 'cumcm2020c');
const realProducts = join(data, 'products', 'loan_products_cn.csv');

/** A published product whose text states three testable conditions about invoices. */
const product = '微业贷';

test.describe('which loans does this firm qualify for, and why', () => {
  test.skip(!existsSync(realFirms), `needs the real firms at ${realFirms}`);
  test.setTimeout(300_000);

  test('real firms and a real product go in through the screen; a firm reads its matches with reasons', async ({ at }) => {
    const [, firstFirm = ''] = readFileSync(join(realFirms, 'annex1_enterprises.csv'), 'utf8').split('\n');
    const [, firmName = ''] = firstFirm.split(',');

    const operator = await at('operator');
    await importFile(operator, '企业名册', join(realFirms, 'annex1_enterprises.csv'), /新增 123 行/);
    await importFile(operator, '增值税发票', purchases(), /新增 40,000 行/);
    await importFile(operator, '增值税发票', join(realFirms, 'annex1_output_invoices.csv.gz'), /新增 162,484 行/);
    await importFile(operator, '企业名册', join(realFirms, 'annex1_enterprises.csv'), /平台都已经有了|没有新增/, {
      isKnown: true,
    });

    const bank = await at('bank');
    await importFile(bank, '贷款产品', realProducts, /新增 64 行/);
    await bank.goto('/#/products?filter=%7B%22revision%22%3A%22draft%22%7D');
    await bank.getByRole('searchbox').or(bank.getByPlaceholder(/产品/)).first().fill(product);
    await bank.getByText(product, { exact: true }).first().click();
    await bank.getByRole('button', { name: '提交审核' }).click();
    await bank.getByRole('dialog').getByRole('button', { name: '提交审核' }).click();
    await expect(bank.getByText('审核中').first()).toBeVisible();

    await operator.goto('/#/review');
    const waiting = operator
      .locator('article, li, .MuiPaper-root')
      .filter({ hasText: product })
      .filter({ has: operator.getByRole('button', { name: '发布' }) });
    await waiting.last().getByRole('button', { name: '发布' }).click();
    await operator.getByRole('dialog').getByRole('button', { name: '发布' }).click();
    await expect(operator.getByRole('dialog')).toHaveCount(0);

    await operator.goto('/#/organisations');
    await operator.getByRole('searchbox').or(operator.getByPlaceholder('搜索')).first().fill(firmName);
    await expect(operator.getByText('共 1 条')).toBeVisible();
    await operator.getByRole('link', { name: '新增管理员' }).click();
    await operator.locator('input[name=name]').fill('王一');
    await operator.locator('input[name=username]').fill('real-firm');
    await operator.locator('input[name=password]').fill(demoPassword);
    await operator.getByRole('button', { name: '保存' }).click();
    await expect(operator.getByText('已新建')).toBeVisible();

    const firm = await at('real-firm');
    await firm.goto('/#/creditFile');
    await expect(firm.getByText('信用评分').first()).toBeVisible();
    await firm.goto('/#/consents?grant=platform&class=VAT_INVOICE_SUMMARY');
    await firm.getByRole('checkbox', { name: '增值税发票汇总' }).check();
    await firm.getByRole('checkbox').last().check();
    await firm.getByRole('button', { name: /签署/ }).click();
    await expect(firm.getByText('已签署授权，立即生效')).toBeVisible();

    await firm.goto(`/#/matches?on=2020-02-21&q=${encodeURIComponent(product)}`);
    const card = firm.locator('article').filter({ hasText: product });
    await expect(card).toBeVisible();
    await card.getByRole('link', { name: '逐条查看' }).click();
    await expect(firm.getByRole('heading', { name: product, level: 1 })).toBeVisible();
    await expect(firm.getByText(/开票/).first()).toBeVisible();
    await expect(firm.getByText(/数据日期：2020-0[12]/).first()).toBeVisible();
  });
});

/** The purchases of the first firms: all invoices of both files are imported by `server/imports/kinds/kinds.test.ts`. */
function purchases() {
  const lines = gunzipSync(readFileSync(join(realFirms, 'annex1_input_invoices.csv.gz')))
    .toString('utf8')
    .split('\n');
  const buffer = gzipSync(lines.slice(0, 40_001).join('\n'));
  return { name: 'purchases.csv.gz', mimeType: 'application/gzip', buffer };
}

type ImportOptions = { isKnown?: boolean };
type Upload = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

/**
 * Imports a file through the screen: choose, check, confirm, and read what came of it. What takes long is waited for, not
 * expected: an expectation that is not met yet describes the whole page each time it looks.
 */
async function importFile(page: Page, kind: string, file: Upload, outcome: RegExp, options: ImportOptions = {}): Promise<void> {
  await page.goto('/#/imports');
  await page.getByRole('radio', { name: new RegExp(kind) }).check();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '上传并检查' }).click();
  const apply = page.getByRole('button', { name: '确认导入' });
  await apply.or(page.getByText(outcome)).first().waitFor({ timeout: 90_000 });
  if (!options.isKnown) await apply.click();
  await page.getByText(outcome).first().waitFor({ timeout: 120_000 });
}
