import { readCsv } from './csv';
import { refusalOf } from './damage';
import type { ByteListener, InspectedFile } from './file';

/** One row as the file holds it; `number` counts as a spreadsheet does, so the header is usually row 1. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] };

/** Some rows of one sheet, in order. A CSV file is one sheet without a name. */
export type TableChunk = { readonly sheet: string | null; readonly rows: readonly TableRow[] };

/** The rows of a CSV file or of every sheet of a workbook, a few hundred at a time: memory does not grow with the file. */
export async function* readTable(file: InspectedFile, onBytes: ByteListener): AsyncGenerator<TableChunk> {
  try {
    if (file.format === 'csv') yield* readCsv(file, onBytes);
    // Loaded when a workbook comes, for it is large and most processes never see one.
    else yield* (await import('./workbook')).readWorkbook(file, onBytes);
  } catch (error) {
    throw refusalOf(error);
  }
}
