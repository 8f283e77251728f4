import { type Attribute, type AttributeKey, attributeOf, isRequestAttribute } from '../../../server/matching/attributes';
import type { FactValue } from '../../../server/matching/facts';
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../../server/shared/dates';
import { industries } from '../../../server/shared/industries';

/** The day on which everything is judged. */
export const today = calendarDate('2026-06-30');

/** The attributes of a firm that the rules of the workload ask for, over the classes that banks ask for most. */
const firmKeys = [
  'foundedOn',
  'region',
  'industry',
  'registeredCapitalFen',
  'employees',
  'revenueLastYearFen',
  'debtToAssetBps',
  'monthlyInflowAverageFen',
  'taxPaidLast12MonthsFen',
  'declaredSalesLast12MonthsFen',
  'taxFilingMonths',
  'taxCreditGrade',
  'hasTaxArrears',
  'invoicedSalesLast12MonthsFen',
  'invoicingMonthsLast12',
  'invoicedSalesGrowthBps',
  'insuredEmployees',
  'socialInsuranceMonthsPaid',
  'hasSocialInsuranceArrears',
  'openDefendantCases',
  'isJudgmentDefaulter',
  'openEnforcementFen',
  'penaltiesLast24Months',
  'onAbnormalOperationList',
  'publicCreditGrade',
  'patents',
  'inventionPatents',
  'trademarks',
  'isHighTech',
  'isTechSme',
  'specialisedLevel',
  'unmortgagedRealEstateCount',
  'electricityLast12MonthsKwh',
  'electricityChangeBps',
  'hasElectricityArrears',
  'exportsLast12MonthsFen',
  'procurementContractsLast12MonthsFen',
  'agriEntityType',
  'landManagementAreaMu',
  'environmentGrade',
  'outstandingLoansFen',
  'lenderCount',
  'hasOverdueLoans',
  'isFirstTimeBorrower',
] as const satisfies readonly AttributeKey[];

/** The kinds of security that the products of the workload take. */
export const securitiesAsked = [
  'FINANCING_GUARANTEE',
  'SURETY',
  'REAL_ESTATE_MORTGAGE',
  'RECEIVABLES_PLEDGE',
  'PATENT_PLEDGE',
] as const;

export type FirmKey = (typeof firmKeys)[number];

/** One number of a firm or of its request, as every rival sees it; NaN or null stands for unknown. */
export type Column = { readonly name: string; readonly attribute: Attribute; readonly element: string | null };

const column = (key: AttributeKey, element: string | null = null): Column => ({
  name: element === null ? key : `${key}_${element}`,
  attribute: attributeOf(key),
  element,
});

export const firmColumns: readonly Column[] = firmKeys.map(key => column(key));
export const requestColumns: readonly Column[] = [
  column('requestAmountFen'),
  column('requestTermMonths'),
  column('requestPurpose'),
  ...securitiesAsked.map(kind => column('securitiesOffered', kind)),
  column('highestRateBps'),
];
export const columns: readonly Column[] = [...firmColumns, ...requestColumns];

const places = new Map(columns.map(({ name }, index) => [name, index]));

/** The place of the column of an attribute, or of one value of a set, among all columns. */
export function columnOf(key: AttributeKey, element: string | null = null): number {
  const name = element === null ? key : `${key}_${element}`;
  const place = places.get(name);
  if (place === undefined) throw new RangeError(`the workload has no column ${name}`);
  return place;
}

const epoch = calendarDate('1970-01-01');
export const dayNumber = (date: CalendarDate): number => daysBetween(epoch, date);

const industryPlaces = new Map(industries.map(({ code }, index) => [code, index]));

/** The place of an industry in the tree's own order, in which everything below it follows it at once. */
export function industryPlace(code: string): number {
  const place = industryPlaces.get(code);
  if (place === undefined) throw new RangeError(`no industry ${code}`);
  return place;
}

/** The place of a choice among those of the dictionary. */
export const choicePlace = (attribute: Attribute, code: string): number => choicesOf(attribute).indexOf(code);
export const choicesOf = (attribute: Attribute): readonly string[] =>
  attribute.kind === 'enum' ? Object.keys(attribute.values) : [];

/** What the number in a firm's column says, in the shape of the fact. */
export function factValue({ attribute }: Column, number: number): FactValue {
  switch (attribute.kind) {
    case 'number':
      return number;
    case 'boolean':
      return number === 1;
    case 'date':
      return addDays(epoch, number);
    case 'enum':
      return choicesOf(attribute)[number] ?? '';
    case 'tree':
      return attribute.tree === 'adcode' ? String(number) : (industries[number]?.code ?? '');
    case 'set':
      throw new TypeError(`${attribute.key} has a column for each of its values`);
  }
}

export const isOfRequest = ({ attribute }: Column): boolean => isRequestAttribute(attribute.key);
