import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { appendStagedInvoices, countKnownInvoices } from '../../enterprises/invoices/appendInvoices';
import { clearStagedInvoices, stageInvoices } from '../../enterprises/invoices/stagedInvoices';
import type { InvoiceDirection, InvoiceStatus, StatedInvoice } from '../../enterprises/invoices/tables';
import type { Text } from '../../shared/text';
import { type Admitted, type ImportKind, type Intake, type Placed, problemAt } from '../importKind';
import { type Cells, expectedDay, expectedYuan, readDay, readYuan } from '../reading/cells';
import type { Columns } from '../reading/columns';
import type { ImportBatch } from '../tables';
import { columnOfFirm, expectedFirm, type FirmKey, Firms, firmColumnNeeded, firmColumns, firmKeyOf, valueOfFirm } from './firms';

/** VAT invoices as the tax bureau's registers export them. */
export const invoiceKind: ImportKind = {
  code: 'invoices',
  label: { zh: '增值税发票', en: 'VAT invoices' },
  columnsOf: () => invoiceColumns,
  intakeOf: (context, batch) => new InvoiceIntake(context, batch),
};

type InvoiceRow = { readonly firm: FirmKey; readonly invoice: StatedInvoice };

const column = (key: string, zh: string, en: string, ...headings: string[]) => ({
  key,
  label: { zh, en },
  headings: [zh, ...headings, key],
});

const invoiceColumns: Columns = {
  columns: [
    ...firmColumns,
    { ...column('number', '发票号码', 'Invoice number', '发票号'), isRequired: true },
    { ...column('issuedOn', '开票日期', 'Issued on', 'issued_on'), isRequired: true },
    column('seller', '销方单位代号', 'Seller', '销方', '销售方', '销方名称', '销方识别号'),
    column('buyer', '购方单位代号', 'Buyer', '购方', '购买方', '购方名称', '购方识别号'),
    column('direction', '方向', 'Direction', '进销项'),
    column('counterparty', '对方单位', 'Counterparty', '对方单位代号'),
    { ...column('amount', '金额', 'Amount without tax'), isRequired: true },
    { ...column('tax', '税额', 'Tax'), isRequired: true },
    { ...column('total', '价税合计', 'Total'), isRequired: true },
    { ...column('status', '发票状态', 'Status', '状态'), isRequired: true },
  ],
  oneOf: [firmColumnNeeded, [['seller'], ['buyer'], ['direction', 'counterparty']]],
};

const statuses = new Map<string, InvoiceStatus>([
  ['有效发票', 'valid'],
  ['有效', 'valid'],
  ['正常', 'valid'],
  ['valid', 'valid'],
  ['作废发票', 'void'],
  ['作废', 'void'],
  ['已作废', 'void'],
  ['void', 'void'],
]);

const directions = new Map<string, InvoiceDirection>([
  ['进项', 'input'],
  ['input', 'input'],
  ['销项', 'output'],
  ['output', 'output'],
]);

const expectedStatus: Text = { zh: '应为 有效发票 或 作废发票。', en: 'Write 有效发票 (valid) or 作废发票 (void).' };
const expectedDirection: Text = { zh: '应为 进项 或 销项。', en: 'Write 进项 (input) or 销项 (output).' };
const expectedPast: Text = { zh: '开票日期不能晚于今天。', en: 'An invoice cannot be issued after today.' };

/**
 * An invoice names its seller when the firm bought (input), its buyer when the firm sold (output); a file of both says
 * which in a column of its own. Amounts may be negative, and need not add up: a few real ones do not.
 */
class InvoiceIntake implements Intake<InvoiceRow> {
  readonly columns = invoiceColumns;
  readonly #firms: Firms;
  #position = 0;

  constructor(
    private readonly context: ActorContext,
    private readonly batch: ImportBatch,
  ) {
    this.#firms = new Firms(context.db.read);
  }

  understand(cells: Cells): InvoiceRow | null {
    const firm = firmKeyOf(cells);
    const number = cells.requiredText('number');
    const issuedOn = cells.required('issuedOn', readDay, expectedDay);
    const { direction, counterparty } = sideOf(cells);
    const amountFen = cells.required('amount', readYuan, expectedYuan);
    const taxFen = cells.required('tax', readYuan, expectedYuan);
    const totalFen = cells.required('total', readYuan, expectedYuan);
    const status = cells.required('status', text => statuses.get(text) ?? null, expectedStatus);
    if (issuedOn !== null && issuedOn > this.context.today) cells.refuse('issuedOn', expectedPast);
    if (firm === null || number === null || issuedOn === null || direction === null || counterparty === null) return null;
    if (amountFen === null || taxFen === null || totalFen === null || status === null) return null;
    return { firm, invoice: { direction, number, issuedOn, counterparty, amountFen, taxFen, totalFen, status } };
  }

  async admit(rows: readonly Placed<InvoiceRow>[]): Promise<Admitted<InvoiceRow>> {
    const ids = await this.#firms.find(rows.map(row => row.value.firm));
    const problems = rows
      .filter(({ value }) => !ids.has(value.firm))
      .map(row => problemAt(row, columnOfFirm(row.value.firm), valueOfFirm(row.value.firm), expectedFirm));
    return { staged: rows.map(row => row.value), knownCount: 0, problems };
  }

  async stage(tx: Tx, rows: readonly InvoiceRow[]): Promise<void> {
    const ids = await this.#firms.find(rows.map(row => row.firm));
    const located = rows.map(({ firm, invoice }) => {
      const enterpriseId = ids.get(firm);
      if (enterpriseId === undefined) throw new Error(`${firm} was admitted and is not registered`);
      return { enterpriseId, invoice };
    });
    this.#position += 1;
    await stageInvoices(tx, { batchId: this.batch.id, position: this.#position }, located);
  }

  countKnown(): Promise<number> {
    return countKnownInvoices(this.context.db.read, this.batch.id);
  }

  apply(tx: Tx, onProgress: (rowsDone: number) => void): Promise<number> {
    return appendStagedInvoices(tx, this.context, { batchId: this.batch.id, source: this.batch.fileName }, onProgress);
  }

  clear(tx: Tx): Promise<void> {
    return clearStagedInvoices(tx, this.batch.id);
  }
}

function sideOf(cells: Cells): { direction: InvoiceDirection | null; counterparty: string | null } {
  if (cells.has('direction') && cells.has('counterparty'))
    return {
      direction: cells.required('direction', text => directions.get(text.toLowerCase()) ?? null, expectedDirection),
      counterparty: cells.requiredText('counterparty'),
    };
  if (cells.has('seller')) return { direction: 'input', counterparty: cells.requiredText('seller') };
  return { direction: 'output', counterparty: cells.requiredText('buyer') };
}
