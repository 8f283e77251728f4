import { createReadStream } from 'node:fs';
import type ExcelJS from 'exceljs';
import type { ByteListener, InspectedFile } from './file';
import type { TableChunk, TableRow } from './table';

const rowsPerChunk = 500;

/** The rows of every sheet of an XLSX workbook, sheet by sheet, each cell as the text that a person would read in it. */
export async function* readWorkbook(file: InspectedFile, onBytes: ByteListener): AsyncGenerator<TableChunk> {
  const source = createReadStream(file.path);
  source.on('data', () => onBytes(source.bytesRead));
  source.pause();
  // Half a second to load, and few files are workbooks.
  const { default: exceljs } = await import('exceljs');
  const reader = new exceljs.stream.xlsx.WorkbookReader(source, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    for await (const sheet of reader) yield* rowsOf(sheet);
  } catch (error) {
    throw Object.assign(new Error('workbook cannot be read', { cause: error }), { code: 'WORKBOOK' });
  } finally {
    source.destroy();
  }
}

async function* rowsOf(sheet: ExcelJS.stream.xlsx.WorksheetReader): AsyncGenerator<TableChunk> {
  // The name is there at run time, but exceljs leaves it out of its types.
  const name = 'name' in sheet && typeof sheet.name === 'string' ? sheet.name : null;
  let rows: TableRow[] = [];
  for await (const row of sheet) {
    const values = Array.isArray(row.values) ? row.values.slice(1) : [];
    const cells = Array.from(values, value => textOf(value));
    if (cells.every(cell => cell === '')) continue;
    rows.push({ number: row.number, cells });
    if (rows.length === rowsPerChunk) {
      yield { sheet: name, rows };
      rows = [];
    }
  }
  if (rows.length > 0) yield { sheet: name, rows };
}

/** Numbers to the 15 digits that a spreadsheet keeps, days as `YYYY-MM-DD`, formulas as their result. */
export function textOf(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return plainDigits(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(run => run.text).join('');
  if ('text' in value) return textOf(value.text);
  if ('result' in value) return textOf(value.result);
  if ('error' in value) return value.error;
  return '';
}

function plainDigits(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) ? BigInt(rounded).toString() : String(rounded);
}
