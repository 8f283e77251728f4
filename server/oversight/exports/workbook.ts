import type { Locale } from '../../shared/text';
import type { Sheet } from './sheet';

/** `sheet` as an XLSX workbook: the figures on one sheet, what to know of them on the next. */
export async function workbookOf(sheet: Sheet, locale: Locale): Promise<Uint8Array> {
  // Half a second and 50 MB that a server which exports nothing never needs.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const figures = workbook.addWorksheet(sheet.title, { views: [{ state: 'frozen', ySplit: 1 }] });
  figures.addRow([...sheet.headings]).font = { bold: true };
  for (const line of sheet.lines) figures.addRow([...line]);
  sheet.headings.forEach((heading, at) => {
    figures.getColumn(at + 1).width = Math.max(14, heading.length * 2);
  });
  const notes = workbook.addWorksheet(locale === 'zh' ? '说明' : 'Notes');
  for (const note of sheet.notes) notes.addRow([note]);
  notes.getColumn(1).width = 80;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
