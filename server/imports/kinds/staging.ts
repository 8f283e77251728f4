import { setImmediate } from 'node:timers/promises';
import { and, asc, eq, gt, lte, max } from 'drizzle-orm';
import type { Tx } from '../../database/database';
import { stagedRows } from '../tables';

const rowsPerPage = 200;
const rowsPerClearing = 5_000;

/** Where the rows of one file wait, as JSON and in the order of the file, until they are applied or given up. */
export class Staging<Row> {
  #position = 0;

  constructor(private readonly batchId: string) {}

  async stage(tx: Tx, rows: readonly Row[]): Promise<void> {
    const staged = rows.map(value => ({ batchId: this.batchId, position: ++this.#position, value }));
    await tx.insertMany(stagedRows, staged);
  }

  /**
   * Hands the staged rows to `applyPage`, a page at a time, and gives the event loop a turn after each. Answers, as
   * `applyPage` does, how many brought something new.
   */
  async apply(
    tx: Tx,
    applyPage: (rows: readonly Row[]) => Promise<number>,
    onProgress: (rowsDone: number) => void,
  ): Promise<number> {
    let rowsNew = 0;
    let rowsDone = 0;
    for (let after = 0; ; ) {
      const page = await tx
        .select()
        .from(stagedRows)
        .where(and(eq(stagedRows.batchId, this.batchId), gt(stagedRows.position, after)))
        .orderBy(asc(stagedRows.position))
        .limit(rowsPerPage);
      const last = page.at(-1);
      if (last === undefined) return rowsNew;
      after = last.position;
      // What was staged as a Row is read back as one: nothing else writes these rows.
      rowsNew += await applyPage(page.map(row => row.value as Row));
      rowsDone += page.length;
      onProgress(rowsDone);
      await setImmediate();
    }
  }

  /** Takes the rows away, some at a time so that the event loop has its turns. */
  async clear(tx: Tx): Promise<void> {
    const ofBatch = eq(stagedRows.batchId, this.batchId);
    for (let after = 0; ; after += rowsPerClearing) {
      const [rest] = await tx
        .select({ last: max(stagedRows.position) })
        .from(stagedRows)
        .where(ofBatch);
      if (!rest?.last) return;
      await tx.delete(stagedRows).where(and(ofBatch, lte(stagedRows.position, after + rowsPerClearing)));
      await setImmediate();
    }
  }
}
