import { eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import type { Text } from '../../shared/text';
import { normaliseUscc } from '../../shared/uscc';
import type { Cells } from '../reading/cells';
import type { Column, Columns } from '../reading/columns';

/** How a row names its firm: by the number of an outside register, or by its unified social credit code. */
export type FirmKey = `code:${string}` | `uscc:${string}`;

export const firmColumns: readonly Column[] = [
  {
    key: 'enterpriseCode',
    label: { zh: '企业代号', en: 'Enterprise code' },
    headings: ['企业代号', '企业编号', 'enterprise_code', 'enterpriseCode'],
  },
  {
    key: 'uscc',
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    headings: ['统一社会信用代码', '社会信用代码', 'uscc'],
  },
];

export const firmColumnNeeded: NonNullable<Columns['oneOf']>[number] = [['enterpriseCode'], ['uscc']];

/** The firm that the row names; null, with the problem noted, when it names none. */
export function firmKeyOf(cells: Cells): FirmKey | null {
  const code = cells.text('enterpriseCode');
  if (code !== '') return `code:${code}`;
  const uscc = cells.text('uscc');
  if (uscc !== '') return `uscc:${normaliseUscc(uscc)}`;
  return cells.refuse(cells.has('enterpriseCode') ? 'enterpriseCode' : 'uscc', {
    zh: '请填写企业代号或统一社会信用代码。',
    en: "Write the enterprise's code or its unified social credit code.",
  });
}

export const columnOfFirm = (key: FirmKey): string => (key.startsWith('code:') ? 'enterpriseCode' : 'uscc');
export const valueOfFirm = (key: FirmKey): string => key.slice(5);

export const expectedFirm: Text = {
  zh: '登记册中没有这家企业：请先导入企业名册，或核对代号。',
  en: 'No such enterprise is registered: import the enterprises first, or check the code.',
};

/** Firms remembered between looks: a file names few at a time, and the register may be large. */
const firmsKept = 10_000;

/** Finds the ids of firms; asks the register once for each. */
export class Firms {
  readonly #ids = new Map<FirmKey, string>();

  constructor(private readonly read: Reader) {}

  /** The ids of the firms that are registered, by key. */
  async find(keys: Iterable<FirmKey>): Promise<ReadonlyMap<FirmKey, string>> {
    if (this.#ids.size > firmsKept) this.#ids.clear();
    const unseen = [...new Set(keys)].filter(key => !this.#ids.has(key));
    const codes = unseen.filter(key => key.startsWith('code:')).map(valueOfFirm);
    const usccs = unseen.filter(key => key.startsWith('uscc:')).map(valueOfFirm);
    if (codes.length > 0) {
      const rows = await this.read
        .select({ id: enterprises.id, code: enterprises.code })
        .from(enterprises)
        .where(inArray(enterprises.code, codes));
      for (const { id, code } of rows) this.#ids.set(`code:${code}`, id);
    }
    if (usccs.length > 0) {
      const rows = await this.read
        .select({ id: enterprises.id, uscc: organisations.uscc })
        .from(enterprises)
        .innerJoin(organisations, eq(organisations.id, enterprises.id))
        .where(inArray(organisations.uscc, usccs));
      for (const { id, uscc } of rows) this.#ids.set(`uscc:${uscc}`, id);
    }
    return this.#ids;
  }
}
