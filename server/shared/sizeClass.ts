import { industryByCode, isWithinIndustry } from './industries';
import { type Fen, fenPerWan } from './money';
import type { Text } from './text';

export const sizeClasses = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
export type SizeClass = (typeof sizeClasses)[number];

/** What size is measured by: people, operating revenue and total assets, both in fen. */
export const sizeIndicators = ['employees', 'revenueFen', 'assetsFen'] as const;
export type SizeIndicator = (typeof sizeIndicators)[number];

type Bounds = Partial<Readonly<Record<SizeIndicator, number>>>;

/** One line of the table: the industries it covers, and per class the least values that reach it. */
export type SizeRow = {
  readonly number: number;
  readonly name: Text;
  readonly industries: readonly string[];
  readonly LARGE: Bounds;
  readonly MEDIUM: Bounds;
  readonly SMALL: Bounds;
};

export type SizeInputs = { readonly industryCode: string | null } & Readonly<Record<SizeIndicator, number | null>>;

export type SizeResult = {
  /** NOT_APPLICABLE: the table has no line for the industry. UNKNOWN: something in `missing` is needed first. */
  readonly sizeClass: SizeClass | 'NOT_APPLICABLE' | 'UNKNOWN';
  /** The line that was used; null when none was found. */
  readonly row: SizeRow | null;
  /** `industryCode` when there is none, it is not of GB/T 4754, or it is too coarse to choose a line by. */
  readonly missing: readonly ('industryCode' | SizeIndicator)[];
  readonly tableVersion: string;
};

/** 工信部联企业〔2011〕300号, 中小企业划型标准规定, in force from 2011-06-18. */
export const sizeTableVersion = '工信部联企业〔2011〕300号';

/** The indicators of a line, in the order of the thresholds' columns. */
type Columns = readonly SizeIndicator[];
const X: Columns = ['employees'];
const Y: Columns = ['revenueFen'];
const XY: Columns = ['employees', 'revenueFen'];
const YZ: Columns = ['revenueFen', 'assetsFen'];
const XZ: Columns = ['employees', 'assetsFen'];

/** The table itself: people as they are, revenue and assets in 万元, as the regulation prints them. */
export const sizeTable: readonly SizeRow[] = [
  row(1, '农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery', ['A'], Y, [20_000], [500], [50]),
  row(2, '工业', 'Industry', ['B', 'C', 'D'], XY, [1_000, 40_000], [300, 2_000], [20, 300]),
  row(3, '建筑业', 'Construction', ['E'], YZ, [80_000, 80_000], [6_000, 5_000], [300, 300]),
  row(4, '批发业', 'Wholesale trade', ['51'], XY, [200, 40_000], [20, 5_000], [5, 1_000]),
  row(5, '零售业', 'Retail trade', ['52'], XY, [300, 20_000], [50, 500], [10, 100]),
  // 300号 excludes railways (53); loading and handling (591) is transport, the rest of 59 is storage.
  row(6, '交通运输业', 'Transport', ['54', '55', '56', '57', '58', '591'], XY, [1_000, 30_000], [300, 3_000], [20, 200]),
  row(7, '仓储业', 'Storage', ['592', '593', '594', '595', '596', '599'], XY, [200, 30_000], [100, 1_000], [20, 100]),
  row(8, '邮政业', 'Post', ['60'], XY, [1_000, 30_000], [300, 2_000], [20, 100]),
  row(9, '住宿业', 'Accommodation', ['61'], XY, [300, 10_000], [100, 2_000], [10, 100]),
  row(10, '餐饮业', 'Catering', ['62'], XY, [300, 10_000], [100, 2_000], [10, 100]),
  row(11, '信息传输业', 'Information transmission', ['63', '64'], XY, [2_000, 100_000], [100, 1_000], [10, 100]),
  row(12, '软件和信息技术服务业', 'Software and IT services', ['65'], XY, [300, 10_000], [100, 1_000], [10, 50]),
  row(13, '房地产开发经营', 'Real-estate development', ['701'], YZ, [200_000, 10_000], [1_000, 5_000], [100, 2_000]),
  row(14, '物业管理', 'Property management', ['702'], XY, [1_000, 5_000], [300, 1_000], [100, 500]),
  row(15, '租赁和商务服务业', 'Leasing and business services', ['L'], XZ, [300, 120_000], [100, 8_000], [10, 100]),
  row(16, '其他未列明行业', 'Industries not listed', ['703', '704', '709', 'M', 'N', 'O', '85', 'R'], X, [300], [100], [10]),
];

/**
 * The size class of a firm: the highest class all of whose bounds are reached, a bound itself counting as reached
 * (及以上); below SMALL on any indicator is MICRO. People as a count, revenue and assets in fen. A missing indicator
 * makes the class UNKNOWN even where the others would already exclude all classes but one: a class is never given
 * on part of its evidence. Source: 工信部联企业〔2011〕300号.
 */
export function sizeClass(inputs: SizeInputs): SizeResult {
  const { industryCode } = inputs;
  if (industryCode === null)
    return { sizeClass: 'UNKNOWN', row: null, missing: ['industryCode'], tableVersion: sizeTableVersion };
  const found = sizeTable.find(line => line.industries.some(industry => isWithinIndustry(industryCode, industry)));
  if (found === undefined) return withoutRow(industryCode);
  const missing = indicatorsOf(found).filter(indicator => inputs[indicator] === null);
  if (missing.length > 0) return { sizeClass: 'UNKNOWN', row: found, missing, tableVersion: sizeTableVersion };
  const reached = (['LARGE', 'MEDIUM', 'SMALL'] as const).find(level =>
    indicatorsOf(found).every(indicator => (inputs[indicator] ?? 0) >= (found[level][indicator] ?? 0)),
  );
  return { sizeClass: reached ?? 'MICRO', row: found, missing: [], tableVersion: sizeTableVersion };
}

/** The indicators a line of the table looks at. */
export const indicatorsOf = (line: SizeRow): readonly SizeIndicator[] =>
  sizeIndicators.filter(indicator => line.LARGE[indicator] !== undefined);

/** An industry such as G or 59 spans several lines and one outside GB/T 4754 says nothing; finance, education and the like have no line. */
function withoutRow(industryCode: string): SizeResult {
  const isUndecided =
    industryByCode(industryCode) === undefined ||
    sizeTable.some(line => line.industries.some(industry => isWithinIndustry(industry, industryCode)));
  return isUndecided
    ? { sizeClass: 'UNKNOWN', row: null, missing: ['industryCode'], tableVersion: sizeTableVersion }
    : { sizeClass: 'NOT_APPLICABLE', row: null, missing: [], tableVersion: sizeTableVersion };
}

function row(
  number: number,
  zh: string,
  en: string,
  industries: readonly string[],
  columns: Columns,
  large: readonly number[],
  medium: readonly number[],
  small: readonly number[],
): SizeRow {
  const bounds = (values: readonly number[]): Bounds =>
    Object.fromEntries(columns.map((column, place) => [column, inUnit(column, values[place] ?? Number.NaN)]));
  return { number, name: { zh, en }, industries, LARGE: bounds(large), MEDIUM: bounds(medium), SMALL: bounds(small) };
}

function inUnit(indicator: SizeIndicator, value: number): number | Fen {
  return indicator === 'employees' ? value : value * fenPerWan;
}
