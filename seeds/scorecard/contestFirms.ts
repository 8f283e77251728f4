import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { MonthlyInvoices } from '../../server/enterprises/scorecard/features';
import { type Invoice, InvoiceMonths } from '../../server/enterprises/scorecard/invoiceMonths';
import { calendarDate } from '../../server/shared/dates';
import { parseYuan } from '../../server/shared/money';

/**
 * The 123 firms of 全国大学生数学建模竞赛 2020 题 C 附件 1, whose licence is unsettled: read where it lies, beside the repository,
 * never copied into it. Whatever needs it says so when it is not there.
 */
export const contestFolder = fileURLToPath(new URL('../../../shared/data/cumcm2020c/', import.meta.url));

export const hasContestFirms = (): boolean => existsSync(`${contestFolder}annex1_enterprises.csv`);

/** What the scorecard may learn from: the bank's rating is left out, because D is all but a synonym of default. */
export type Firm = { readonly id: string; readonly hasDefaulted: boolean; readonly months: readonly MonthlyInvoices[] };

/** Reads the firms and sums their 373,431 invoices up by month, in the order of the file. Throws on a row it cannot read. */
export function readContestFirms(): Firm[] {
  const months = new Map<string, InvoiceMonths>();
  const defaults: { id: string; hasDefaulted: boolean }[] = [];
  for (const row of rowsOf('annex1_enterprises.csv')) {
    const id = cell(row, '企业代号');
    months.set(id, new InvoiceMonths());
    defaults.push({ id, hasDefaulted: cell(row, '是否违约') === '是' });
  }
  for (const direction of ['input', 'output'] as const) {
    for (const row of rowsOf(`annex1_${direction}_invoices.csv.gz`)) {
      const firm = months.get(cell(row, '企业代号'));
      if (!firm) throw new Error(`an invoice of a firm that is not listed: ${cell(row, '企业代号')}`);
      firm.add(invoiceOf(row, direction));
    }
  }
  return defaults.map(firm => ({ ...firm, months: months.get(firm.id)?.months() ?? [] }));
}

type Row = Readonly<Record<string, string>>;

function rowsOf(file: string): readonly Row[] {
  const bytes = readFileSync(contestFolder + file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true, transform: cell => cell.trim() }).data;
}

function invoiceOf(row: Row, direction: Invoice['direction']): Invoice {
  const [year = '', month = '', day = ''] = cell(row, '开票日期').split('/');
  return {
    direction,
    date: calendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
    counterparty: cell(row, direction === 'input' ? '销方单位代号' : '购方单位代号'),
    totalFen: fen(row, '价税合计'),
    taxFen: fen(row, '税额'),
    isVoid: cell(row, '发票状态') === '作废发票',
  };
}

function cell(row: Row, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`column ${column} is missing`);
  return text;
}

function fen(row: Row, column: string): number {
  const amount = parseYuan(cell(row, column));
  if (amount === null) throw new Error(`column ${column} holds no amount: ${cell(row, column)}`);
  return amount;
}
