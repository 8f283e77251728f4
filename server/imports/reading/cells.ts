import { type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { type Fen, parseYuan } from '../../shared/money';
import type { Text } from '../../shared/text';
import type { Heading } from './columns';
import type { TableRow } from './table';

/** What is wrong with a cell, or with a whole row when `column` is null. */
export type CellProblem = {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: Text;
};

/**
 * Reads one row after the other by the keys of its columns. A cell that is not what it should be becomes a problem and
 * reads as null; `isSound` tells whether the present row had none. An empty cell and an absent column are the same.
 */
export class Cells {
  #row: TableRow = { number: 0, cells: [] };
  #problemsBefore = 0;

  constructor(
    readonly heading: Heading,
    readonly sheet: string | null,
    readonly problems: CellProblem[],
  ) {}

  moveTo(row: TableRow): void {
    this.#row = row;
    this.#problemsBefore = this.problems.length;
    if (row.cells.length > this.heading.width && row.cells.slice(this.heading.width).some(cell => cell.trim() !== ''))
      this.refuseRow({
        zh: `本行有 ${row.cells.length} 格，表头只有 ${this.heading.width} 列：请检查多余的逗号或引号。`,
        en: `The row has ${row.cells.length} cells, the header ${this.heading.width}: look for a stray comma or quotation mark.`,
      });
  }

  get rowNumber(): number {
    return this.#row.number;
  }

  get isSound(): boolean {
    return this.problems.length === this.#problemsBefore;
  }

  has(key: string): boolean {
    return this.heading.places.has(key);
  }

  /** The trimmed text of a cell; empty when there is none. */
  text(key: string): string {
    const place = this.heading.places.get(key);
    return place === undefined ? '' : (this.#row.cells[place]?.trim() ?? '');
  }

  /** The text of a cell that must not be empty. */
  requiredText(key: string): string | null {
    const text = this.text(key);
    return text === '' ? this.refuse(key, required) : text;
  }

  /** The text of a cell as `read` understands it; null when it is empty. */
  optional<Value>(key: string, read: (text: string) => Value | null, expected: Text): Value | null {
    const text = this.text(key);
    return text === '' ? null : (read(text) ?? this.refuse(key, expected));
  }

  /** As `optional`, of a cell that must not be empty. */
  required<Value>(key: string, read: (text: string) => Value | null, expected: Text): Value | null {
    const text = this.text(key);
    return text === '' ? this.refuse(key, required) : (read(text) ?? this.refuse(key, expected));
  }

  /** Notes what was expected in the cell; returns null, so that a reader can return it. */
  refuse(key: string, expected: Text): null {
    const column = this.heading.names.get(key) ?? key;
    this.problems.push({ sheet: this.sheet, row: this.#row.number, column, value: shortened(this.text(key)), expected });
    return null;
  }

  refuseRow(expected: Text): null {
    this.problems.push({ sheet: this.sheet, row: this.#row.number, column: null, value: null, expected });
    return null;
  }
}

/** A problem quotes enough of a cell to find it, never a page of it. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

const required: Text = { zh: '此格不能为空。', en: 'This cell must not be empty.' };

export const expectedDay: Text = {
  zh: '应为存在的日期，例如 2020/2/21、2020-02-21 或 2020年2月21日。',
  en: 'Write a day that exists, as 2020/2/21, 2020-02-21 or 2020年2月21日.',
};

const dayPattern = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?: 0?0:00(?::00)?)?$/;

/** A day as spreadsheets and people write it, with or without leading zeros; null for anything else. */
export function readDay(text: string): CalendarDate | null {
  const known = daysRead.get(text);
  if (known !== undefined) return known;
  const day = readWrittenDay(text);
  if (daysRead.size >= daysKept) daysRead.clear();
  if (day !== null && text.length <= 16) daysRead.set(text, day);
  return day;
}

/** Days as they were written, and what they are: a file repeats few days many times. */
const daysRead = new Map<string, CalendarDate>();
const daysKept = 5_000;

function readWrittenDay(text: string): CalendarDate | null {
  const match = dayPattern.exec(text);
  if (!match) return parseCalendarDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  const [, year, month = match[4], day = match[5]] = match;
  return parseCalendarDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
}

export const expectedYuan: Text = {
  zh: '应为以元计的金额，最多两位小数，例如 -1000.00 或 1,234.5。',
  en: 'Write an amount in yuan with at most two decimals, as -1000.00 or 1,234.5.',
};

/** An amount in yuan as fen; "¥1,234.50" and "1234.5元" too. */
export const readYuan = (text: string): Fen | null => parseYuan(text) ?? parseYuan(text.replace(/^[¥￥]/, '').replace(/元$/, ''));
