import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  id,
  index,
  instant,
  integer,
  isOneOf,
  json,
  money,
  primaryKey,
  sequence,
  table,
  text,
  version,
} from '../database/columns';
import { recordedDataClassCodes } from '../shared/dataClassCodes';
import type { Text } from '../shared/text';

export const importKindCodes = ['enterprises', 'invoices', 'records', 'products', 'repayments', 'whiteListFirms'] as const;
export type ImportKindCode = (typeof importKindCodes)[number];

export const importStates = ['checking', 'checked', 'refused', 'applying', 'applied', 'failed', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

/** The header of a file and its first rows, as they are written there, so that a person sees what was read. */
export type ImportSample = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** One file on its way in: what was found in it, and what became of it. */
export const importBatches = table(
  'import_batches',
  {
    id: id(),
    kind: choice('kind', importKindCodes).notNull(),
    /** The class of the records; null for the other kinds. */
    dataClass: choice('data_class', recordedDataClassCodes),
    /** Of products: the institution whose drafts they become; null for the other kinds. */
    institutionId: text('institution_id'),
    /** Of firms of a white list: the list; null for the other kinds. */
    listId: text('list_id'),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the content, unpacked; null until the file has been read once. */
    digest: text('digest'),
    state: choice('state', importStates).notNull(),
    /** How much of the file has been checked, 0 to 100. */
    percent: integer('percent').notNull().default(0),
    rowsRead: integer('rows_read').notNull().default(0),
    /** Rows that bring something new; before the import is applied, rows that would. */
    rowsNew: integer('rows_new').notNull().default(0),
    /** Rows that were known already and change nothing. */
    rowsKnown: integer('rows_known').notNull().default(0),
    problemCount: integer('problem_count').notNull().default(0),
    /** Null until the first rows have been read. */
    sample: json<ImportSample>('sample'),
    /** What a person should know: columns that were not used, sheets that were passed over, text left unread. */
    notes: json<readonly Text[]>('notes').notNull(),
    /** Why it was refused or failed. */
    failure: json<Text>('failure'),
    organisationId: text('organisation_id').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The moment of the command that ended it. */
    finishedAt: instant('finished_at'),
    version: version(),
  },
  batch => [
    index('import_batches_organisation').on(batch.organisationId, batch.createdAt),
    index('import_batches_digest').on(batch.digest),
    isOneOf('import_batches_kind', batch.kind, importKindCodes),
    isOneOf('import_batches_state', batch.state, importStates),
    isOneOf('import_batches_data_class', batch.dataClass, recordedDataClassCodes),
    check('import_batches_class_of_records', sql`(${batch.kind} = 'records') = (${batch.dataClass} is not null)`),
    check('import_batches_list_of_firms', sql`(${batch.kind} = 'whiteListFirms') = (${batch.listId} is not null)`),
    check('import_batches_percent', sql`${batch.percent} between 0 and 100`),
  ],
);

export type ImportBatch = typeof importBatches.$inferSelect;

/** What is wrong with one cell or row of a file. The first million are kept; the batch counts them all. */
export const importProblems = table(
  'import_problems',
  {
    seq: sequence('seq'),
    batchId: text('batch_id')
      .notNull()
      .references(() => importBatches.id),
    /** Of a workbook; null for CSV. */
    sheet: text('sheet'),
    /** As a spreadsheet numbers it: the header is row 1. */
    row: integer('row').notNull(),
    /** As the file heads it; null when the row as a whole is wrong. */
    column: text('column_name'),
    value: text('value'),
    expected: json<Text>('expected').notNull(),
  },
  problem => [index('import_problems_batch').on(problem.batchId, problem.seq)],
);

export type ImportProblem = typeof importProblems.$inferSelect;

/** Rows of a checked file that has not been applied, as its kind understood them. Invoices wait in a table of their own. */
export const stagedRows = table(
  'staged_rows',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => importBatches.id),
    position: money('position').notNull(),
    value: json<unknown>('value').notNull(),
  },
  staged => [primaryKey({ columns: [staged.batchId, staged.position] })],
);
