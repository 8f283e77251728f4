import Papa from 'papaparse';
import { unclosedQuote } from './damage';
import { type ByteListener, contentOf, type InspectedFile } from './file';
import type { TableChunk, TableRow } from './table';

/** No honest row is longer; a quotation mark that is never closed would make one of the whole file. */
const rowCharsMax = 1_000_000;

/** The rows of a comma-separated file, blank lines left out but counted. */
export async function* readCsv(file: InspectedFile, onBytes: ByteListener): AsyncGenerator<TableChunk> {
  const decoder = new TextDecoder(file.encoding);
  let rest = '';
  let number = 0;
  const rowsOf = (text: string): TableRow[] => {
    const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
    const { data, errors } = Papa.parse<string[]>(lines, { delimiter: ',', newline: '\n' });
    const [broken] = errors.filter(error => error.type === 'Quotes');
    if (broken) throw unclosedQuote(number + 1 + (broken.row ?? 0));
    return data.map(cells => ({ number: ++number, cells })).filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  };
  for await (const bytes of contentOf(file, onBytes) as AsyncIterable<Buffer>) {
    rest += decoder.decode(bytes, { stream: true });
    const end = endOfRows(rest);
    const rows = end === -1 ? [] : rowsOf(rest.slice(0, end + 1));
    rest = rest.slice(end + 1);
    if (rows.length > 0) yield { sheet: null, rows };
    if (rest.length > rowCharsMax) throw unclosedQuote(number + 1);
  }
  const rows = rowsOf(rest + decoder.decode());
  if (rows.length > 0) yield { sheet: null, rows };
}

/** Where the last line break lies that ends a row, and is not part of a quoted cell; -1 when there is none. */
function endOfRows(text: string): number {
  if (!text.includes('"')) return text.lastIndexOf('\n');
  let end = -1;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === '\n' && !isQuoted) end = at;
  }
  return end;
}
