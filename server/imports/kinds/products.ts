import { and, eq, inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { draftProduct } from '../../products/createProduct';
import { type PublishedColumn, type PublishedProduct, publishedColumns } from '../../products/reading/publishedProduct';
import { type ReadProduct, readPublishedProduct } from '../../products/reading/readPublishedProduct';
import { readTerms } from '../../products/readTerms';
import { products } from '../../products/tables';
import type { Terms } from '../../products/terms';
import { Refusal } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import type { Admitted, ImportKind, Intake, Placed } from '../importKind';
import type { Cells } from '../reading/cells';
import type { Columns } from '../reading/columns';
import { Staging } from './staging';

/** Loan products as an institution or a public page lists them: each becomes a draft that a person completes. */
export const productKind: ImportKind = {
  code: 'products',
  label: { zh: '贷款产品', en: 'Loan products' },
  columnsOf: () => productColumns,
  intakeOf: (context, batch) => {
    if (batch.institutionId === null) throw new Error('an import of products names its institution');
    return new ProductIntake(context, batch.id, batch.institutionId);
  },
};

const names: Readonly<Record<PublishedColumn, Text>> = {
  product_id: { zh: '产品编号', en: 'Product code' },
  source_id: { zh: '来源编号', en: 'Source' },
  region: { zh: '地区', en: 'Region' },
  bank: { zh: '银行', en: 'Bank' },
  product_name: { zh: '产品名称', en: 'Product name' },
  category: { zh: '产品类别', en: 'Category' },
  audience: { zh: '适用对象', en: 'For whom' },
  conditions: { zh: '申请条件', en: 'Conditions' },
  amount_text: { zh: '额度说明', en: 'Amount' },
  amount_max_wan: { zh: '最高额度（万元）', en: 'Largest amount (万元)' },
  term_text: { zh: '期限说明', en: 'Term' },
  term_max_months: { zh: '最长期限（月）', en: 'Longest term (months)' },
  rate_text: { zh: '利率说明', en: 'Rate' },
  rate_min_pct: { zh: '最低年利率（%）', en: 'Lowest yearly rate (%)' },
  rate_max_pct: { zh: '最高年利率（%）', en: 'Highest yearly rate (%)' },
  guarantee_text: { zh: '担保方式', en: 'Security' },
  repayment_text: { zh: '还款方式', en: 'Repayment' },
  channel_text: { zh: '办理渠道', en: 'Channel' },
  intro_text: { zh: '产品介绍', en: 'Introduction' },
  source_date: { zh: '来源日期', en: 'Date of the source' },
};

const needed: readonly PublishedColumn[] = ['product_id', 'product_name'];

const productColumns: Columns = {
  columns: publishedColumns.map(key => ({
    key,
    label: names[key],
    headings: [names[key].zh, names[key].en, key],
    isRequired: needed.includes(key),
  })),
};

type ProductRow = ReadProduct & { readonly code: string };

/** A product that the institution has under the same code is known, whatever became of it since: it is not touched. */
class ProductIntake implements Intake<ProductRow> {
  readonly columns = productColumns;
  readonly #staging: Staging<ProductRow>;
  #found = { products: 0, rules: 0, texts: 0, conflicts: 0 };

  constructor(
    private readonly context: ActorContext,
    batchId: string,
    private readonly institutionId: string,
  ) {
    this.#staging = new Staging(batchId);
  }

  understand(cells: Cells): ProductRow | null {
    const code = cells.requiredText('product_id');
    const name = cells.requiredText('product_name');
    if (code === null || name === null) return null;
    const published = Object.fromEntries(publishedColumns.map(key => [key, cells.text(key)])) as PublishedProduct;
    const { terms, report } = readPublishedProduct(published);
    const checked = checkedTerms(cells, terms);
    if (checked === null) return null;
    const count = (outcome: string) => report.filter(reading => reading.outcome === outcome).length;
    this.#found.products += 1;
    this.#found.rules += count('rule') > 0 ? 1 : 0;
    this.#found.texts += count('text');
    this.#found.conflicts += count('conflict');
    return { code, terms: checked, report };
  }

  async admit(rows: readonly Placed<ProductRow>[]): Promise<Admitted<ProductRow>> {
    const known = await this.#codesAmong(
      this.context.db.read,
      rows.map(row => row.value),
    );
    const staged = rows.map(row => row.value).filter(({ code }) => !known.has(code));
    return { staged, knownCount: rows.length - staged.length, problems: [] };
  }

  stage(tx: Tx, rows: readonly ProductRow[]): Promise<void> {
    return this.#staging.stage(tx, rows);
  }

  countKnown(): Promise<number> {
    return Promise.resolve(0);
  }

  notes(): readonly Text[] {
    const { products, rules, texts, conflicts } = this.#found;
    return [
      {
        zh: `${products} 个产品中 ${rules} 个读出了准入规则；${texts} 处文字留待人工判断，${conflicts} 处互相矛盾。逐句结果见各产品草稿。`,
        en: `Of ${products} products ${rules} got a rule; ${texts} phrases are left for a person, ${conflicts} contradict each other. Each draft shows how its phrases were read.`,
      },
    ];
  }

  apply(tx: Tx, onProgress: (rowsDone: number) => void): Promise<number> {
    return this.#staging.apply(tx, rows => this.#applyPage(tx, rows), onProgress);
  }

  clear(tx: Tx): Promise<void> {
    return this.#staging.clear(tx);
  }

  async #applyPage(tx: Tx, rows: readonly ProductRow[]): Promise<number> {
    const known = await this.#codesAmong(tx, rows);
    let rowsNew = 0;
    for (const { code, terms, report } of rows) {
      if (known.has(code)) continue;
      known.add(code);
      await draftProduct(tx, this.context, { institutionId: this.institutionId, kind: 'loan', code, terms, reading: report });
      rowsNew += 1;
    }
    return rowsNew;
  }

  async #codesAmong(read: Reader, rows: readonly ProductRow[]): Promise<Set<string>> {
    const codes = rows.map(row => row.code);
    const found = await read
      .select({ code: products.code })
      .from(products)
      .where(and(eq(products.institutionId, this.institutionId), inArray(products.code, codes)));
    return new Set(found.flatMap(({ code }) => code ?? []));
  }
}

/** The terms, held to what every product is held to; a term that breaks a rule is noted as the row's problem. */
function checkedTerms(cells: Cells, terms: Terms): Terms | null {
  try {
    return readTerms(terms);
  } catch (error) {
    if (error instanceof Refusal) return cells.refuseRow(error.text);
    throw error;
  }
}
