import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import type { RecordClassCode } from '../enterprises/dataClasses';
import type { Text } from '../shared/text';
import type { CellProblem, Cells } from './reading/cells';
import type { Columns, Heading } from './reading/columns';
import type { ImportBatch, ImportKindCode } from './tables';

/** A kind of file that the platform takes in. */
export type ImportKind = {
  readonly code: ImportKindCode;
  readonly label: Text;
  /** What a file of this kind may hold; of records, by their class. */
  readonly columnsOf: (dataClass: RecordClassCode | null) => Columns;
  /** What takes in one file of this kind; called once to check it and once more to apply it. */
  readonly intakeOf: (context: ActorContext, batch: ImportBatch) => Intake;
};

/** A row that was understood, and where it stands. */
export type Placed<Row> = {
  readonly sheet: string | null;
  readonly row: number;
  readonly heading: Heading;
  readonly value: Row;
};

/** Rows that may come in. `staged` bring something new; `knownCount` others change nothing and need not wait. */
export type Admitted<Row> = {
  readonly staged: readonly Row[];
  readonly knownCount: number;
  readonly problems: readonly CellProblem[];
};

/**
 * Takes in one file. To check it: `understand` each row, `admit` some at a time against what is stored, `stage` those
 * that bring something new, and at the end `countKnown` among the staged. To apply it: `apply` in one unit of work,
 * then `clear` what was staged.
 */
export interface Intake<Row = unknown> {
  readonly columns: Columns;
  /** Reads a row from its cells alone; null, with problems noted in `cells`, when it cannot be used. */
  understand(cells: Cells): Row | null;
  admit(rows: readonly Placed<Row>[]): Promise<Admitted<Row>>;
  stage(tx: Tx, rows: readonly Row[]): Promise<void>;
  countKnown(): Promise<number>;
  /** What a person should know of the file as a whole, once it has been read. */
  notes?(): readonly Text[];
  /** Answers how many rows brought something new; `onProgress` hears how many staged rows are done. */
  apply(tx: Tx, onProgress: (rowsDone: number) => void): Promise<number>;
  clear(tx: Tx): Promise<void>;
}

/** A problem with a row that was understood, found when it was held against what is stored. */
export const problemAt = (
  { sheet, row, heading }: Placed<unknown>,
  key: string,
  value: string | null,
  expected: Text,
): CellProblem => ({ sheet, row, column: heading.names.get(key) ?? key, value, expected });
