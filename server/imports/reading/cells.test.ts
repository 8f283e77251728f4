import { describe, expect, it } from 'vitest';
import { type CellProblem, Cells, readDay, readYuan } from './cells';
import { type Columns, readHeading } from './columns';

const kind: Columns = {
  columns: [
    { key: 'code', label: { zh: '代号', en: 'Code' }, headings: ['企业代号', 'code'] },
    { key: 'uscc', label: { zh: '信用代码', en: 'USCC' }, headings: ['统一社会信用代码', 'uscc'] },
    { key: 'total', label: { zh: '合计', en: 'Total' }, headings: ['价税合计', 'total'], isRequired: true },
    { key: 'rating', label: { zh: '评级', en: 'Rating' }, headings: ['评级'], passedOver: { zh: '不导入', en: 'not stored' } },
  ],
  oneOf: [[['code'], ['uscc']]],
};

describe('a header', () => {
  it('is understood whatever its order, width, case and blanks', () => {
    const heading = readHeading(kind, [' 价税合计 ', 'ＣＯＤＥ']);
    expect(readHeading(kind, ['合计', 'Code']).places).toEqual(heading.places);
    expect([...heading.places]).toEqual([
      ['total', 0],
      ['code', 1],
    ]);
    expect(heading.missing).toEqual([]);
  });

  it.each([
    ['a required column', ['code'], ['"total"']],
    ['both columns of which one is needed', ['total'], ['"code" or "uscc"']],
    ['nothing', ['uscc', 'total'], []],
  ])('that lacks %s says so', (_what, header, missing) => {
    expect(readHeading(kind, header).missing.map(text => text.en)).toEqual(missing);
  });

  it('notes what it does not know, what stands twice and what is known but not stored', () => {
    const { notes, places } = readHeading(kind, ['code', 'total', '备注', '', 'Total', '评级']);
    expect(notes.map(note => note.en)).toEqual([
      'The column "备注" is not known and was not imported.',
      'The column "Total" repeats "Total" and was not imported.',
      'not stored',
    ]);
    expect(places.get('total')).toBe(1);
  });
});

describe('cells', () => {
  const problems: CellProblem[] = [];
  const cells = new Cells(readHeading(kind, ['企业代号', '价税合计']), '表1', problems);

  it('are trimmed, and empty beyond the end of the row', () => {
    cells.moveTo({ number: 2, cells: [' E1 '] });
    expect([cells.text('code'), cells.text('total'), cells.text('uscc')]).toEqual(['E1', '', '']);
    expect(cells.isSound).toBe(true);
  });

  it('that are not what they should be become problems of their row and column', () => {
    cells.moveTo({ number: 3, cells: ['', 'abc'] });
    expect(cells.requiredText('code')).toBeNull();
    expect(cells.required('total', readYuan, { zh: '金额', en: 'an amount' })).toBeNull();
    expect(cells.isSound).toBe(false);
    expect(problems.splice(0)).toMatchObject([
      { sheet: '表1', row: 3, column: '企业代号', value: '' },
      { sheet: '表1', row: 3, column: '价税合计', value: 'abc', expected: { en: 'an amount' } },
    ]);
  });

  it('beyond the header make the row a problem, unless they are empty', () => {
    cells.moveTo({ number: 4, cells: ['E1', '1', ' ', ''] });
    expect(cells.isSound).toBe(true);
    cells.moveTo({ number: 5, cells: ['E1', '1', '2'] });
    expect(cells.isSound).toBe(false);
    expect(problems.splice(0)).toMatchObject([{ row: 5, column: null }]);
  });
});

describe('a day', () => {
  it.each([
    ['2020/2/21', '2020-02-21'],
    ['2020-02-21', '2020-02-21'],
    ['2020.2.1', '2020-02-01'],
    ['2020年2月29日', '2020-02-29'],
    ['20200221', '2020-02-21'],
    ['2020/2/21 0:00', '2020-02-21'],
    ['2019/2/29', null],
    ['2020/13/1', null],
    ['21/2/2020', null],
    ['2020/2/21 13:05', null],
    ['43882', null],
  ])('written %s is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe('an amount', () => {
  it.each([
    ['-1000.00', -100_000],
    ['¥1,234.5', 123_450],
    ['12元', 1_200],
    ['-0', 0],
    ['7.5', 750],
    ['0012.30', 1_230],
    ['9999999999999.99', 999_999_999_999_999],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', null],
    ['0.005', null],
    ['1,23', null],
    ['1.', null],
    ['.5', null],
    ['-', null],
    ['1.2.3', null],
    ['一百', null],
  ])('written %s is %s fen', (text, fen) => {
    expect(readYuan(text)).toBe(fen);
  });
});
