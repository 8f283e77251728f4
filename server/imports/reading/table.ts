import { invalidInput } from '../../shared/refusals';
import { readCsv } from './csv';
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
    throw unreadable(error) ?? error;
  }
}

/** A refusal in place of an error that the file's own damage caused. */
function unreadable(error: unknown) {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return broken(error, '有一处英文双引号没有闭合', 'a quotation mark is never closed');
  if (error.code.startsWith('CSV_')) return broken(error, 'CSV 格式有误', 'it breaks the rules of CSV');
  if (error.code.startsWith('Z_')) return broken(error, '压缩文件已损坏或不完整', 'the compressed file is damaged or cut short');
  if (error.code === 'WORKBOOK') return broken(error, 'XLSX 工作簿已损坏', 'the XLSX workbook is damaged');
  return null;
}

function broken(error: Error, zh: string, en: string) {
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
  const refusal = invalidInput('file', line, 'file.broken', {
    zh: `无法读取文件${line === null ? '' : `（第 ${line} 行附近）`}：${zh}。请修正后重试。`,
    en: `The file cannot be read${line === null ? '' : ` (near line ${line})`}: ${en}. Mend it and try again.`,
  });
  return Object.assign(refusal, { cause: error });
}
