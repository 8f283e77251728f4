import { invalidInput, type Refusal } from '../../shared/refusals';
import type { Text } from '../../shared/text';

/** A refusal in place of an error that the file's own damage caused; any other error as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (error.code.startsWith('Z_'))
    return broken({ zh: '压缩文件已损坏或不完整', en: 'the compressed file is damaged or cut short' }, error);
  if (error.code === 'WORKBOOK') return broken({ zh: 'XLSX 工作簿已损坏', en: 'the XLSX workbook is damaged' }, error);
  return error;
}

/** A quotation mark near this row opens a cell that never ends, or stands where none may. */
export const unclosedQuote = (row: number): Refusal =>
  broken({ zh: `第 ${row} 行附近有英文双引号没有闭合`, en: `near row ${row} a quotation mark is never closed` });

function broken(what: Text, cause?: Error): Refusal {
  const refusal = invalidInput('file', null, 'file.broken', {
    zh: `无法读取文件：${what.zh}。请修正后重试。`,
    en: `The file cannot be read: ${what.en}. Mend it and try again.`,
  });
  return cause ? Object.assign(refusal, { cause }) : refusal;
}
