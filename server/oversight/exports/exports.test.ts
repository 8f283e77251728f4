import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { calendarDate, monthOf } from '../../shared/dates';
import type { MeasureTable } from '../measures/measureTable';
import { transactionAmount } from '../measures/transactionAmount';
import { csvOf } from './csv';
import { sheetOf } from './sheet';
import { workbookOf } from './workbook';

const cell = (name: string | null, value: number | null, isHidden = false) => ({
  keys: [name],
  labels: [name === null ? { zh: '合计', en: 'Total' } : { zh: name, en: name }],
  value,
  isHidden,
});

const table: MeasureTable = {
  measure: transactionAmount,
  groupBy: ['bank'],
  period: { from: monthOf(calendarDate('2021-10-01')), to: monthOf(calendarDate('2021-11-01')) },
  asOf: new Date('2026-11-23T02:00:00Z'),
  rows: [cell('甲,“乙”银行', 123_456), cell('=cmd()', null, true), cell('丙', 0), cell('丁', null)],
  totals: [cell(null, 1_000_000)],
  hiddenCells: 1,
};

describe('a measure as CSV', () => {
  it('begins with the mark that Excel needs, quotes, shows yuan, and a dash with its reason for what is hidden', () => {
    expect(csvOf(sheetOf(table, 'zh'))).toBe(
      [
        '\uFEFF银行,达成融资金额（元）,备注',
        '"甲,“乙”银行",1234.56,',
        `"'=cmd()",—,为保密不公布`,
        '丙,0,',
        '丁,,',
        '合计,10000,',
      ].join('\r\n'),
    );
  });

  it('speaks English when asked', () => {
    expect(csvOf(sheetOf(table, 'en')).split('\r\n')[0]).toBe('\uFEFFBank,Amount financed (yuan),Note');
  });
});

describe('a measure as a workbook', () => {
  it('has the figures as numbers, a hidden cell as a dash, and the definition and legend on a second sheet', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await workbookOf(sheetOf(table, 'zh'), 'zh')).buffer as ArrayBuffer);
    const [figures, notes] = workbook.worksheets;
    expect(figures?.name).toBe('达成融资金额');
    expect(figures?.getColumn(2).values.slice(1)).toEqual(['达成融资金额（元）', 1234.56, '—', 0, undefined, 10000]);
    expect(figures?.getCell('A3').value).toBe('=cmd()');
    expect(notes?.getColumn(1).values.slice(1)).toEqual([
      transactionAmount.definition.zh,
      '期间：2021-10 至 2021-11',
      '统计时间：2026-11-23 10:00（北京时间）',
      expect.stringContaining('为保密不公布'),
    ]);
  });
});
