import type { CalendarDate } from '../shared/dates';
import { invalidInput } from '../shared/refusals';
import type { Text } from '../shared/text';
import { type Heading, joined } from './reading/columns';

/** The file has no header that fits, or none of its sheets has. */
export function missingColumns({ missing }: Heading) {
  const names = joined(missing, '；', '; ');
  return invalidInput('file', names.en, 'file.columns', {
    zh: `文件缺少必需的列：${names.zh}。请补上后重试；第一行应为表头。`,
    en: `The file lacks columns that are needed: ${names.en}. Add them and try again; the first row must be the header.`,
  });
}

export const noRows = () =>
  invalidInput('file', null, 'file.noRows', {
    zh: '文件只有表头，没有数据。',
    en: 'The file has a header and no rows.',
  });

export const passedOver = (sheet: string, { missing }: Heading): Text => ({
  zh: `工作表「${sheet}」缺少${joined(missing, '；', '; ').zh}，没有读取。`,
  en: `The sheet "${sheet}" lacks ${joined(missing, '；', '; ').en} and was not read.`,
});

export const sameContent = (fileName: string, day: CalendarDate): Text => ({
  zh: `内容与 ${day} 导入的「${fileName}」相同。`,
  en: `The content is the same as that of "${fileName}", imported on ${day}.`,
});

export function hasProblems(count: number, kept: number): Text {
  const more = count > kept ? grouped(count - kept) : null;
  const [all, listed] = [grouped(count), grouped(kept)];
  return {
    zh: `有 ${all} 处问题${more ? `（列出前 ${listed} 处，另有 ${more} 处）` : ''}，整个文件没有导入。请按下列提示修正后重新上传。`,
    en: `There are ${all} problems${more ? ` (the first ${listed} are listed, ${more} more are not)` : ''}, so nothing of the file was imported. Mend them as listed and send the file again.`,
  };
}

const grouped = (count: number): string => count.toLocaleString('en-US');

/** What a person reads of a defect: never its text. */
export const unexpected = (requestId: string): Text => ({
  zh: `程序出错，没有导入任何内容。请重试；如仍失败，请把编号 ${requestId} 告知运营方。`,
  en: `Something went wrong and nothing was imported. Try again; if it fails again, give the operator the number ${requestId}.`,
});

export const interrupted: Text = {
  zh: '平台在导入期间停止，没有导入任何内容。请重新上传。',
  en: 'The platform stopped during the import and nothing was imported. Send the file again.',
};
