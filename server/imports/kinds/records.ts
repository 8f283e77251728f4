import { and, eq, inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import {
  checkRecordPeriod,
  checkRecordValue,
  type DataClass,
  dataClassOf,
  type Field,
  type RecordClassCode,
} from '../../enterprises/dataClasses';
import { appendRecords, type NewRecord } from '../../enterprises/records/appendRecords';
import { digestOf } from '../../enterprises/records/digest';
import { creditRecords } from '../../enterprises/records/tables';
import type { CalendarDate } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { type Admitted, type ImportKind, type Intake, type Placed, problemAt } from '../importKind';
import { type Cells, expectedDay, expectedYuan, readDay, readYuan } from '../reading/cells';
import type { Column, Columns } from '../reading/columns';
import type { ImportBatch } from '../tables';
import { columnOfFirm, expectedFirm, type FirmKey, Firms, firmColumnNeeded, firmColumns, firmKeyOf, valueOfFirm } from './firms';
import { Staging } from './staging';

/** Credit records of one data class. */
export const recordKind: ImportKind = {
  code: 'records',
  label: { zh: '数据记录', en: 'Credit records' },
  columnsOf: dataClass => columnsOf(classNamed(dataClass)),
  intakeOf: (context, batch) => new RecordIntake(context, batch, classNamed(batch.dataClass)),
};

function classNamed(code: RecordClassCode | null): DataClass {
  if (code === null) throw new Error('an import of records names its class');
  return dataClassOf(code);
}

type RecordRow = {
  readonly firm: FirmKey;
  /** Found when the row was admitted. */
  readonly enterpriseId: string | null;
  readonly period: string | null;
  readonly value: Readonly<Record<string, unknown>>;
  readonly asOf: CalendarDate;
  readonly source: string;
};

/**
 * A field is headed by its Chinese or English name or by its code. Money and shares are written in yuan and per cent
 * under their name, in fen and basis points under their code, whose name says so.
 */
class RecordIntake implements Intake<RecordRow> {
  readonly columns: Columns;
  readonly #firms: Firms;
  readonly #staging: Staging<RecordRow>;

  constructor(
    private readonly context: ActorContext,
    private readonly batch: ImportBatch,
    private readonly dataClass: DataClass,
  ) {
    this.columns = columnsOf(dataClass);
    this.#firms = new Firms(context.db.read);
    this.#staging = new Staging(batch.id);
  }

  understand(cells: Cells): RecordRow | null {
    const firm = firmKeyOf(cells);
    const asOf = cells.required('asOf', readDay, expectedDay);
    if (asOf !== null && asOf > this.context.today) cells.refuse('asOf', expectedPast);
    const period = cells.text('period') || null;
    for (const problem of checkRecordPeriod(this.dataClass.code, period)) cells.refuse('period', problem.text);
    const value = this.#readValue(cells);
    if (cells.isSound)
      for (const problem of checkRecordValue(this.dataClass.code, value))
        cells.refuse(columnGiven(cells, problem.field), problem.text);
    if (firm === null || asOf === null) return null;
    return { firm, enterpriseId: null, period, value, asOf, source: cells.text('source') || this.dataClass.department.zh };
  }

  #readValue(cells: Cells): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const [code, field] of Object.entries(this.dataClass.fields)) {
      const { read, expected } = readerOf(field);
      const given = hasTwoUnits(field)
        ? (cells.optional(spoken(code), read, expected) ?? cells.optional(code, readWhole, expectedWhole))
        : cells.optional(code, read, expected);
      if (given !== null) value[code] = given;
    }
    const entryCount = cells.optional('entryCount', readWhole, expectedWhole);
    return entryCount === null ? value : { ...value, entryCount };
  }

  async admit(rows: readonly Placed<RecordRow>[]): Promise<Admitted<RecordRow>> {
    const ids = await this.#firms.find(rows.map(row => row.value.firm));
    const located: RecordRow[] = [];
    const problems = [];
    for (const row of rows) {
      const { firm } = row.value;
      const enterpriseId = ids.get(firm);
      if (enterpriseId === undefined) problems.push(problemAt(row, columnOfFirm(firm), valueOfFirm(firm), expectedFirm));
      else located.push({ ...row.value, enterpriseId });
    }
    const known = await this.#knownAmong(located);
    const staged = located.filter(row => !known.has(digestOf(row) + row.enterpriseId));
    return { staged, knownCount: located.length - staged.length, problems };
  }

  async #knownAmong(rows: readonly RecordRow[]): Promise<ReadonlySet<string>> {
    const digests = rows.map(digestOf);
    const stored = await this.context.db.read
      .select({ digest: creditRecords.digest, enterpriseId: creditRecords.enterpriseId })
      .from(creditRecords)
      .where(
        and(
          eq(creditRecords.dataClass, this.dataClass.code),
          inArray(creditRecords.enterpriseId, [...new Set(rows.flatMap(row => row.enterpriseId ?? []))]),
          inArray(creditRecords.digest, digests),
        ),
      );
    return new Set(stored.map(row => row.digest + row.enterpriseId));
  }

  stage(tx: Tx, rows: readonly RecordRow[]): Promise<void> {
    return this.#staging.stage(tx, rows);
  }

  countKnown(): Promise<number> {
    return Promise.resolve(0);
  }

  apply(tx: Tx, onProgress: (rowsDone: number) => void): Promise<number> {
    const applyPage = async (rows: readonly RecordRow[]) => {
      const { recordsNew } = await appendRecords(tx, this.context, this.#records(rows), this.batch.id);
      return recordsNew;
    };
    return this.#staging.apply(tx, applyPage, onProgress);
  }

  *#records(rows: readonly RecordRow[]): Generator<NewRecord> {
    for (const { enterpriseId, period, value, asOf, source } of rows) {
      if (enterpriseId === null) throw new Error('a record was staged without its firm');
      yield { enterpriseId, dataClass: this.dataClass.code, period, value, asOf, source };
    }
  }

  clear(tx: Tx): Promise<void> {
    return this.#staging.clear(tx);
  }
}

/** The columns of a class; a register also has its count of entries. */
function columnsOf({ fields, shape }: DataClass): Columns {
  // A class that states the firm's unified social credit code states it in the column that names the firm.
  const own = Object.entries(fields).filter(([code]) => !firmColumns.some(column => column.key === code));
  const described = own.flatMap(([code, { label, ...field }]): Column[] =>
    hasTwoUnits(field)
      ? [
          { key: spoken(code), label, headings: [label.zh, label.en] },
          { key: code, label, headings: [code] },
        ]
      : [{ key: code, label, headings: [label.zh, label.en, code] }],
  );
  const required = Object.entries(fields).filter(([, field]) => field.isRequired);
  return {
    columns: [
      ...firmColumns,
      {
        key: 'asOf',
        label: { zh: '数据日期', en: 'As of' },
        headings: ['数据日期', '截止日期', 'asOf', 'as_of'],
        isRequired: true,
      },
      {
        key: 'period',
        label: { zh: '期间', en: 'Period' },
        headings: ['期间', '所属期', 'period'],
        isRequired: shape === 'month' || shape === 'year',
      },
      { key: 'source', label: { zh: '数据来源', en: 'Source' }, headings: ['数据来源', '来源', 'source'] },
      ...(shape === 'register' ? [entryCountColumn] : []),
      ...described,
    ],
    oneOf: [
      firmColumnNeeded,
      // A register's check records have the count alone.
      ...required.map(([code, field]) => [
        ...(hasTwoUnits(field) ? [[spoken(code)]] : []),
        [code],
        ...(shape === 'register' ? [['entryCount']] : []),
      ]),
    ],
  };
}

const entryCountColumn: Column = {
  key: 'entryCount',
  label: { zh: '登记条数', en: 'Number of entries' },
  headings: ['登记条数', 'entryCount'],
};

/** Stored in fen or basis points, written in yuan or per cent. */
const hasTwoUnits = ({ type }: Pick<Field, 'type'>): boolean => type === 'money' || type === 'share';

/** The key of the column in which such a field stands as people write it. */
const spoken = (code: string): string => `${code} as written`;

const columnGiven = (cells: Cells, field: string): string => (cells.has(spoken(field)) ? spoken(field) : field);

type Reader = { readonly read: (text: string) => unknown; readonly expected: Text };

/** How people write a field of this type. */
function readerOf(field: Field): Reader {
  switch (field.type) {
    case 'money':
      return { read: readYuan, expected: expectedYuan };
    case 'share':
      return { read: readPercent, expected: expectedPercent };
    case 'date':
      return { read: readDay, expected: expectedDay };
    case 'boolean':
      return { read: readFlag, expected: expectedFlag };
    case 'enum':
      return { read: text => codeOf(field, text), expected: expectedOneOf(field) };
    case 'text':
      return { read: text => text, expected: expectedWhole };
    default:
      return { read: readWhole, expected: expectedWhole };
  }
}

const readWhole = (text: string): number | null => {
  const plain = text.replaceAll(',', '');
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : null;
};

/** "12.5%" or "12.5" as 1250 basis points, exactly; null beyond two decimals. */
const readPercent = (text: string): number | null => {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*[%％]?$/.exec(text);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
};

const flags = new Map([
  ['是', true],
  ['true', true],
  ['yes', true],
  ['1', true],
  ['否', false],
  ['false', false],
  ['no', false],
  ['0', false],
]);
const readFlag = (text: string): boolean | null => flags.get(text.toLowerCase()) ?? null;

const codeOf = ({ values = {} }: Field, text: string): string | null =>
  Object.entries(values).find(([code, label]) => [code, label.zh, label.en].includes(text))?.[0] ?? null;

const expectedPast: Text = { zh: '数据日期不能晚于今天。', en: 'Data cannot be as of a day after today.' };
const expectedWhole: Text = { zh: '应为整数。', en: 'Write a whole number.' };
const expectedFlag: Text = { zh: '应为 是 或 否。', en: 'Write yes or no.' };
const expectedPercent: Text = {
  zh: '应为百分数，最多两位小数，例如 12.5%。',
  en: 'Write a percentage with at most two decimals, as 12.5%.',
};
const expectedOneOf = ({ values = {} }: Field): Text => ({
  zh: `应为以下之一：${Object.values(values)
    .map(label => label.zh)
    .join('、')}。`,
  en: `Write one of: ${Object.values(values)
    .map(label => label.en)
    .join(', ')}.`,
});
