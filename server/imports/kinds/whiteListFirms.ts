import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { addFirmsOfFile, entriesOf, type FoundFirm, firmsByCode, listToFill } from '../../financing/whiteLists/addFirms';
import type { WhiteList, WhiteListEntry } from '../../financing/whiteLists/tables';
import type { Text } from '../../shared/text';
import { checkUscc } from '../../shared/uscc';
import { type Admitted, type ImportKind, type Intake, type Placed, problemAt } from '../importKind';
import type { CellProblem, Cells } from '../reading/cells';
import type { Columns } from '../reading/columns';
import type { ImportBatch } from '../tables';
import { Staging } from './staging';

/** The firms of a department's white list, as it keeps them in a table of its own. */
export const whiteListFirmKind: ImportKind = {
  code: 'whiteListFirms',
  label: { zh: '白名单企业', en: 'Firms of a white list' },
  columnsOf: () => listColumns,
  intakeOf: (context, batch) => new WhiteListFirmIntake(context, batch),
};

type ListedRow = { readonly uscc: string; readonly name: string };

const listColumns: Columns = {
  columns: [
    {
      key: 'uscc',
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headings: ['统一社会信用代码', '社会信用代码', '信用代码', 'uscc'],
      isRequired: true,
    },
    {
      key: 'name',
      label: { zh: '企业名称', en: 'Name of the firm' },
      headings: ['企业名称', '单位名称', '名称', 'name'],
    },
  ],
};

const expectedUscc: Text = {
  zh: '应为 18 位统一社会信用代码。',
  en: 'A unified social credit code has 18 characters.',
};
const expectedFirm: Text = {
  zh: '平台上没有以此统一社会信用代码登记、在用的企业：请核对，或请企业先注册。',
  en: 'No firm in service has this code on the platform: check it, or ask the firm to register.',
};
const expectedOnce: Text = { zh: '该企业在文件中重复。', en: 'The firm stands in the file twice.' };
const expectedStaying: Text = {
  zh: '该企业已退出本名单，不能再列入。',
  en: 'The firm has taken itself off this list and cannot be put on it again.',
};
const expectedName = (name: string): Text => ({
  zh: `此代码登记的企业是「${name}」，与文件中的名称不符。`,
  en: `The code belongs to "${name}", not to the name in the file.`,
});

class WhiteListFirmIntake implements Intake<ListedRow> {
  readonly columns = listColumns;
  readonly #staging: Staging<ListedRow>;
  readonly #seen = new Set<string>();
  readonly #batchId: string;
  readonly #listId: string;

  constructor(
    private readonly context: ActorContext,
    batch: ImportBatch,
  ) {
    if (batch.listId === null) throw new Error(`the import ${batch.id} names no list`);
    this.#batchId = batch.id;
    this.#listId = batch.listId;
    this.#staging = new Staging(batch.id);
  }

  understand(cells: Cells): ListedRow | null {
    const uscc = cells.required('uscc', readUscc, expectedUscc);
    return uscc === null ? null : { uscc, name: cells.text('name') };
  }

  async admit(rows: readonly Placed<ListedRow>[]): Promise<Admitted<ListedRow>> {
    const { read } = this.context.db;
    const list = await this.#list();
    const firms = await firmsByCode(
      read,
      rows.map(({ value }) => value.uscc),
    );
    const known = await entriesOf(
      read,
      list,
      [...firms.values()].map(({ id }) => id),
    );
    const admitted = { staged: [] as ListedRow[], knownCount: 0, problems: [] as CellProblem[] };
    for (const row of rows) {
      const firm = firms.get(row.value.uscc);
      const problem = this.#problemOf(row, firm, firm && known.get(firm.id));
      if (problem) admitted.problems.push(problem);
      else if (firm && known.has(firm.id)) admitted.knownCount += 1;
      else admitted.staged.push(row.value);
      this.#seen.add(row.value.uscc);
    }
    return admitted;
  }

  #problemOf(row: Placed<ListedRow>, firm: FoundFirm | undefined, entry: WhiteListEntry | undefined): CellProblem | null {
    const { uscc, name } = row.value;
    if (!firm) return problemAt(row, 'uscc', uscc, expectedFirm);
    if (this.#seen.has(uscc)) return problemAt(row, 'uscc', uscc, expectedOnce);
    if (name !== '' && name !== firm.name) return problemAt(row, 'name', name, expectedName(firm.name));
    return entry && entry.leftAt !== null ? problemAt(row, 'uscc', uscc, expectedStaying) : null;
  }

  /** The list as it is now; it may have ended since the file was brought. */
  #list(): Promise<WhiteList> {
    return listToFill(this.context.db.read, this.context, this.#listId);
  }

  stage(tx: Tx, rows: readonly ListedRow[]): Promise<void> {
    return this.#staging.stage(tx, rows);
  }

  countKnown(): Promise<number> {
    return Promise.resolve(0);
  }

  async apply(tx: Tx, onProgress: (rowsDone: number) => void): Promise<number> {
    const list = await listToFill(tx, this.context, this.#listId);
    const added: string[] = [];
    await this.#staging.apply(
      tx,
      async page => {
        const firms = [
          ...(
            await firmsByCode(
              tx,
              page.map(({ uscc }) => uscc),
            )
          ).values(),
        ].map(({ id }) => id);
        const known = await entriesOf(tx, list, firms);
        added.push(...firms.filter(id => !known.has(id)));
        return 0;
      },
      onProgress,
    );
    await addFirmsOfFile(tx, this.context, { list, firmIds: added, batchId: this.#batchId });
    return added.length;
  }

  clear(tx: Tx): Promise<void> {
    return this.#staging.clear(tx);
  }
}

function readUscc(text: string): string | null {
  const { verdict, normalised } = checkUscc(text);
  return verdict === 'malformed' ? null : normalised;
}
