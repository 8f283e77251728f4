import { Transform } from 'node:stream';
import { type Parser, parse } from 'csv-parse';
import { type ByteListener, contentOf, type Encoding, type InspectedFile } from './file';
import type { TableChunk, TableRow } from './table';

const rowsPerChunk = 500;

/** No honest row is longer; a quotation mark that is never closed would make one of the whole file. */
const recordBytesMax = 1_000_000;

/** The rows of a comma-separated file, blank lines left out but counted. */
export async function* readCsv(file: InspectedFile, onBytes: ByteListener): AsyncGenerator<TableChunk> {
  const content = contentOf(file, onBytes);
  const text = file.encoding === 'utf-8' ? content : content.pipe(decoded(file.encoding));
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: recordBytesMax });
  // A pipe does not carry errors along, nor does the end of its target end its source.
  content.on('error', error => parser.destroy(error));
  text.on('error', error => parser.destroy(error));
  text.pipe(parser);
  try {
    let rows: TableRow[] = [];
    let number = 0;
    while (await hasMore(parser)) {
      for (let cells = next(parser); cells !== null; cells = next(parser)) {
        number += 1;
        if (cells.length === 1 && cells[0] === '') continue;
        rows.push({ number, cells });
        if (rows.length === rowsPerChunk) {
          yield { sheet: null, rows };
          rows = [];
        }
      }
    }
    if (rows.length > 0) yield { sheet: null, rows };
  } finally {
    content.destroy();
  }
}

const next = (parser: Parser): readonly string[] | null => parser.read();

/** True when rows can be read, false at the end; rejects with what broke. Waiting once for many rows, not for each. */
const hasMore = (parser: Parser): Promise<boolean> =>
  new Promise((resolve, reject) => {
    if (parser.errored) return reject(parser.errored);
    if (parser.readableEnded) return resolve(false);
    const settle = (act: () => void) => () => {
      parser.off('readable', onReadable).off('end', onEnd).off('error', onError);
      act();
    };
    const onReadable = settle(() => resolve(true));
    const onEnd = settle(() => resolve(false));
    const onError = (error: Error) => settle(() => reject(error))();
    parser.on('readable', onReadable).on('end', onEnd).on('error', onError);
  });

function decoded(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    decodeStrings: true,
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}
