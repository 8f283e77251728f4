import { invalidInput } from '../../shared/refusals';

/** A refusal in place of an error that the file's own damage caused; any other error as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return broken(error, '有一处英文双引号没有闭合', 'a quotation mark is never closed');
  if (error.code.startsWith('CSV_')) return broken(error, 'CSV 格式有误', 'it breaks the rules of CSV');
  if (error.code.startsWith('Z_')) return broken(error, '压缩文件已损坏或不完整', 'the compressed file is damaged or cut short');
  if (error.code === 'WORKBOOK') return broken(error, 'XLSX 工作簿已损坏', 'the XLSX workbook is damaged');
  return error;
}

function broken(error: Error, zh: string, en: string) {
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
  const refusal = invalidInput('file', line, 'file.broken', {
    zh: `无法读取文件${line === null ? '' : `（第 ${line} 行附近）`}：${zh}。请修正后重试。`,
    en: `The file cannot be read${line === null ? '' : ` (near line ${line})`}: ${en}. Mend it and try again.`,
  });
  return Object.assign(refusal, { cause: error });
}
