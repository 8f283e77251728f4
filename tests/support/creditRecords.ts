import { checkRecordPeriod, checkRecordValue, type RecordClassCode } from '../../server/enterprises/dataClasses';
import { type CreditRecord, deriveFacts } from '../../server/enterprises/facts';
import type { AttributeKey } from '../../server/matching/attributes';
import { factOf } from '../../server/matching/facts';
import { type CalendarMonth, calendarDate, shiftMonth } from '../../server/shared/dates';

export const today = calendarDate('2025-09-15');
export const wan = 1_000_000;

/** A record as it would be kept; the builder refuses a value that the catalogue would refuse. */
export function record(
  dataClass: RecordClassCode,
  value: Record<string, unknown>,
  more: Partial<CreditRecord> = {},
): CreditRecord {
  const built: CreditRecord = { dataClass, period: null, asOf: calendarDate('2025-09-01'), source: 'test', ...more, value };
  const problems = [...checkRecordValue(dataClass, value), ...checkRecordPeriod(dataClass, built.period)];
  if (problems.length > 0)
    throw new Error(`${dataClass}: ${problems.map(problem => `${problem.field} ${problem.rule}`).join(', ')}`);
  return built;
}

export const months = (count: number, last = '2025-08'): string[] =>
  Array.from({ length: count }, (_, place) => shiftMonth(last as CalendarMonth, place - count + 1));

/** One record a month for `count` months up to August 2025; `value` is told how many months ago, 0 for the last. */
export const monthly = (
  dataClass: RecordClassCode,
  count: number,
  value: (ago: number) => Record<string, unknown>,
): CreditRecord[] => months(count).map((period, place) => record(dataClass, value(count - 1 - place), { period }));

/** What the records say of an attribute on a day: its value, or why it is not known. */
export const reads = (records: readonly CreditRecord[], key: AttributeKey, on = today) => {
  const fact = factOf(deriveFacts({ records, notConsented: new Set(), today: on }), key);
  return fact.known ? fact.value : fact.reason;
};

/** A month of invoices of which only what is given is not zero. */
export const invoices = (value: Partial<Record<string, number>> = {}) => ({
  outputFen: 0,
  inputFen: 0,
  outputTaxFen: 0,
  inputTaxFen: 0,
  outputCount: 0,
  inputCount: 0,
  outputVoidCount: 0,
  inputVoidCount: 0,
  outputNegativeCount: 0,
  inputNegativeCount: 0,
  outputNegativeFen: 0,
  inputNegativeFen: 0,
  distinctCustomers: 0,
  distinctSuppliers: 0,
  topCustomerFen: 0,
  topSupplierFen: 0,
  ...value,
});

export const registration = {
  uscc: '91510603MA6AAAA105',
  name: '德阳示例机械有限公司',
  entityType: 'COMPANY',
  status: 'IN_OPERATION',
  foundedOn: '2019-05-20',
  registeredCapitalFen: 500 * wan,
  industryCode: '3511',
  regionCode: '510603',
};
export const legalRepresentative = {
  personKey: 'P1',
  role: 'LEGAL_REPRESENTATIVE',
  since: '2019-05-20',
  bornOn: '1980-09-16',
  residence: 'MAINLAND',
};
export const penalty = { number: 'D-1', amountFen: 2 * wan, decidedOn: '2024-06-01', isRepaired: false };
export const enforcement = { caseNumber: '(2025)川06执1号', kind: 'EXECUTION', amountFen: 30 * wan, filedOn: '2025-01-01' };
export const patent = { number: 'ZL1', kind: 'INVENTION', status: 'IN_FORCE', isPledged: false };
export const agri = { entityType: 'FAMILY_FARM', operatingSince: '2020-09-15', landAreaMu: 120, subsidyFen: 0, isInsured: false };
export const innovation = { isHighTech: true, highTechValidTo: '2026-12-31', isTechSme: false, rndSpendFen: 60 * wan };
export const award = {
  number: 'G-1',
  awardedOn: '2025-03-01',
  contractedOn: '2025-03-20',
  contractFen: 80 * wan,
  unpaidFen: 30 * wan,
};
