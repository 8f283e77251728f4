import { type AttributeKey, attributeOf } from '../../matching/attributes';
import type { RecordedDataClassCode } from '../../shared/dataClassCodes';
import type { Text } from '../../shared/text';

/** money is integer fen, share integer basis points; date is a calendar date. */
export type FieldType = 'text' | 'count' | 'number' | 'money' | 'share' | 'date' | 'boolean' | 'enum';

/** O: open to publish. A: only with the firm's authorisation. V: the holder answers yes or no. */
export type Mode = 'O' | 'A' | 'V';

/** d day, w week, m month, y year, e with each event. */
export type Refresh = 'd' | 'w' | 'm' | 'y' | 'e';

/** 1 public, 2 business-sensitive, 3 personal or highly sensitive. */
export type Level = 1 | 2 | 3;

export type Field = {
  readonly label: Text;
  readonly type: FieldType;
  readonly unit?: Text;
  readonly isRequired: boolean;
  /** Whether the field may be read without the firm's authorisation. */
  readonly mode: 'O' | 'A';
  /** Values of an authorised field that are published all the same, such as tax credit grade A. */
  readonly openValues?: readonly string[];
  /** About a natural person: never shown to anyone whose authorisation does not cover it. */
  readonly isPersonal: boolean;
  /** Of an enum: code to label. */
  readonly values?: Readonly<Record<string, Text>>;
  /** Of a number: the least and greatest it can be. */
  readonly min?: number;
  readonly max?: number;
};

/**
 * How the records of a class add up.
 * snapshot: each record describes the firm on its day, the newest counts.
 * month, year: one record a period, a later one for the same period replaces it.
 * register: one record an entry (a permit, a case), a later one with the same key replaces it; and check records
 * `{ entryCount }` that say how many entries there are, which is what tells "none" from "not known".
 */
export type Shape = 'snapshot' | 'month' | 'year' | 'register';

export type DataClass = {
  readonly code: RecordedDataClassCode | 'SELF_DECLARED';
  readonly name: Text;
  readonly department: Text;
  readonly modes: readonly Mode[];
  readonly levels: readonly Level[];
  readonly refresh: Refresh;
  /** Category of the sharing list, 国办发〔2021〕52号; null where the list has none. */
  readonly category: Text | null;
  readonly shape: Shape;
  /** Of a register: the fields that tell one entry from another. */
  readonly entryKey: readonly string[];
  /** Of a register of adverse events: the field that says on which day an event ended. */
  readonly endOfEvent?: string;
  readonly fields: Readonly<Record<string, Field>>;
};

type Options = Partial<Omit<Field, 'label' | 'type'>>;
type FieldMaker = (zh: string, en: string, options?: Options) => Field;

const field =
  (type: FieldType, defaults: Options = {}): FieldMaker =>
  (zh, en, options = {}) => ({
    label: { zh, en },
    type,
    isRequired: false,
    mode: 'A',
    isPersonal: false,
    ...defaults,
    ...options,
  });

const yuan: Text = { zh: '元', en: 'yuan' };
const percent: Text = { zh: '%', en: '%' };
const safe = Number.MAX_SAFE_INTEGER;

export const text = field('text');
/** A whole number of things, zero or more. */
export const count = field('count', { min: 0, max: 1_000_000_000 });
/** A whole number in the unit that `options` name. */
export const quantity = field('number', { min: 0, max: safe });
/** An amount that cannot be below zero; `signedMoney` can. */
export const money = field('money', { unit: yuan, min: 0, max: safe });
export const signedMoney = field('money', { unit: yuan, min: -safe, max: safe });
export const share = field('share', { unit: percent, min: 0, max: 10_000 });
export const date = field('date');
export const flag = field('boolean');
export const oneOf = (zh: string, en: string, values: Readonly<Record<string, Text>>, options: Options = {}): Field =>
  field('enum', { values })(zh, en, options);

export const required: Options = { isRequired: true };

/** The values of a dictionary attribute, so that records and rules spell them alike. */
export function valuesOf(key: AttributeKey): Readonly<Record<string, Text>> {
  const attribute = attributeOf(key);
  if (attribute.kind !== 'enum' && attribute.kind !== 'set') throw new RangeError(`${key} has no list of values`);
  return attribute.values;
}

/** The fields with every one of them open: for classes that are published whole. */
export const allOpen = (fields: Readonly<Record<string, Field>>): Readonly<Record<string, Field>> =>
  Object.fromEntries(Object.entries(fields).map(([key, each]) => [key, { ...each, mode: 'O' }]));

export const departments = {
  marketRegulator: { zh: '市市场监管局', en: 'Administration for Market Regulation' },
  intellectualProperty: { zh: '市市场监管局（知识产权）', en: 'Administration for Market Regulation (intellectual property)' },
  governmentServices: { zh: '市政务服务和大数据局', en: 'Government Services and Big Data Bureau' },
  reformCommission: { zh: '市发展改革委（信用）', en: 'Development and Reform Commission (credit)' },
  tax: { zh: '市税务局', en: 'Tax Bureau' },
  humanResources: { zh: '市人社局', en: 'Human Resources and Social Security Bureau' },
  socialInsurance: { zh: '市人社局、市税务局', en: 'Human Resources Bureau and Tax Bureau' },
  housingFund: { zh: '市住房公积金中心', en: 'Housing Provident Fund Centre' },
  medicalInsurance: { zh: '市医保局', en: 'Healthcare Security Bureau' },
  naturalResources: { zh: '市自然资源局', en: 'Natural Resources Bureau' },
  electricity: { zh: '国网德阳供电公司', en: 'State Grid Deyang' },
  water: { zh: '市水务局、供水企业', en: 'Water Bureau and water suppliers' },
  gas: { zh: '燃气企业', en: 'Gas suppliers' },
  court: { zh: '市中级人民法院', en: "Intermediate People's Court" },
  customs: { zh: '成都海关（德阳）', en: 'Chengdu Customs (Deyang)' },
  science: { zh: '市科技局', en: 'Science and Technology Bureau' },
  industry: { zh: '市经信局', en: 'Economy and Information Technology Bureau' },
  environment: { zh: '市生态环境局、市应急局', en: 'Ecology and Environment Bureau, Emergency Management Bureau' },
  procurement: { zh: '市财政局、公共资源交易中心', en: 'Finance Bureau, Public Resources Trading Centre' },
  agriculture: { zh: '市农业农村局', en: 'Agriculture and Rural Affairs Bureau' },
  finance: { zh: '市财政局、各主管部门', en: 'Finance Bureau and the departments in charge' },
  centralBank: { zh: '人民银行（资金流信用信息）', en: "People's Bank (cash-flow credit information)" },
  firm: { zh: '企业自行填报', en: 'The firm itself' },
} as const satisfies Readonly<Record<string, Text>>;

/** Categories of the sharing list: 国办发〔2021〕52号, and 国办发〔2024〕15号 where it extended the list. */
export const categories = {
  registration: { zh: '企业登记注册信息', en: 'Registration' },
  keyPersons: { zh: '企业主要人员信息（15号文扩展）', en: 'Major personnel (extension of 2024)' },
  standing: { zh: '行政许可、行政处罚和红黑名单信息', en: 'Permits, penalties and lists' },
  justice: { zh: '司法信息', en: 'Courts' },
  tax: { zh: '纳税信息', en: 'Taxes' },
  socialInsurance: { zh: '社会保险费信息', en: 'Social insurance' },
  housingFund: { zh: '住房公积金信息', en: 'Housing fund' },
  trade: { zh: '进出口信息', en: 'Imports and exports' },
  utilities: { zh: '水电气信息', en: 'Water, power and gas' },
  realEstate: { zh: '不动产信息', en: 'Real estate' },
  intellectualProperty: { zh: '知识产权信息', en: 'Intellectual property' },
  research: { zh: '科技研发信息', en: 'Research and technology' },
  titles: { zh: '科技研发和各类资质信息（15号文扩展）', en: 'Technology and qualifications (extension of 2024)' },
  environment: { zh: '生态环境信息', en: 'Environment' },
  farming: { zh: '农业农村信息', en: 'Farming' },
  procurement: { zh: '政府采购和公共资源交易信息', en: 'Public procurement' },
} as const satisfies Readonly<Record<string, Text>>;
