import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { invalidInput } from '../../shared/refusals';
import { refusalOf } from './damage';

export type TableFormat = 'csv' | 'workbook';
export type Encoding = 'utf-8' | 'gb18030';

/** What a first pass over a file finds, before anything in it is believed. */
export type InspectedFile = {
  readonly path: string;
  readonly format: TableFormat;
  readonly isCompressed: boolean;
  readonly encoding: Encoding;
  /** Size as it lies on the disk. */
  readonly bytes: number;
  /** SHA-256 of the content in hexadecimal: packed or not, the same table has the same. */
  readonly digest: string;
};

/** Hears how many bytes of the file, as it lies on the disk, have been read so far. */
export type ByteListener = (bytesRead: number) => void;

/**
 * Reads the file once to know what it is: by its first bytes, never by its name. Text that is not UTF-8 is taken as
 * GB18030, which covers GBK and GB2312. Refuses an empty file and one that is neither text nor a workbook.
 */
export async function inspectFile(path: string): Promise<InspectedFile> {
  const { size: bytes } = await stat(path);
  const start = await firstBytes(path);
  const isCompressed = start[0] === 0x1f && start[1] === 0x8b;
  const format: TableFormat = start.equals(zipSignature) ? 'workbook' : 'csv';
  const { length, digest, isUtf8 } = await contentFound({ path, isCompressed }, format).catch(error => {
    throw refusalOf(error);
  });
  if (length === 0)
    throw invalidInput('file', null, 'file.empty', {
      zh: '文件是空的。请选择含有表头和数据的文件。',
      en: 'The file is empty. Choose one with a header and rows.',
    });
  return { path, format, isCompressed, encoding: isUtf8 ? 'utf-8' : 'gb18030', bytes, digest };
}

/** Walks through the content once; text with a zero byte in it is no text. */
async function contentFound(file: Pick<InspectedFile, 'path' | 'isCompressed'>, format: TableFormat) {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let length = 0;
  for await (const chunk of contentOf(file, () => undefined) as AsyncIterable<Buffer>) {
    length += chunk.length;
    hash.update(chunk);
    if (format === 'workbook') continue;
    if (chunk.includes(0)) throw notATable();
    isUtf8 &&= decodes(utf8, chunk);
  }
  return { length, digest: hash.digest('hex'), isUtf8: isUtf8 && decodes(utf8) };
}

/** The content of a file as bytes, unpacked; `onBytes` follows the file as it lies on the disk. */
export function contentOf(file: Pick<InspectedFile, 'path' | 'isCompressed'>, onBytes: ByteListener): Readable {
  const source = createReadStream(file.path);
  let bytesRead = 0;
  source.on('data', chunk => {
    bytesRead += chunk.length;
    onBytes(bytesRead);
  });
  source.pause();
  if (!file.isCompressed) return source;
  const unpacked = createGunzip({ chunkSize: 64 * 1024 });
  source.on('error', error => unpacked.destroy(error));
  unpacked.on('close', () => source.destroy());
  return source.pipe(unpacked);
}

const zipSignature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** With no chunk: whether the text ended where a character ended. */
function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

const notATable = () =>
  invalidInput('file', null, 'file.format', {
    zh: '文件既不是 CSV 文本，也不是 XLSX 工作簿。请另存为 CSV（UTF-8 或 GB18030）或 XLSX 后重试。',
    en: 'The file is neither CSV text nor an XLSX workbook. Save it as CSV (UTF-8 or GB18030) or as XLSX and try again.',
  });
