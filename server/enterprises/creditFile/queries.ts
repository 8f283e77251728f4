import type { ActorContext } from '../../context';
import type { Facts } from '../../matching/facts';
import type { CalendarDate, CalendarMonth } from '../../shared/dates';
import { checkListRequest, type ListRequest, type Page } from '../../shared/list';
import { invalidInput } from '../../shared/refusals';
import type { AccessPurpose } from '../accessLog/tables';
import { isRecordClassCode } from '../dataClasses';
import { deriveFacts } from '../facts';
import type { MarkedRecord } from '../objections/marks';
import { enterpriseById, type RegisteredEnterprise } from '../queries';
import { currentRecords } from '../records/current';
import type { Decision } from '../records/gate';
import { readRecords } from '../records/readRecords';
import { recordClassCodes } from '../records/tables';
import { featuresFrom, type MonthlyInvoices } from '../scorecard/features';
import { type Score, scoreFrom } from '../scorecard/score';
import { type SizeFinding, sizeFrom } from './size';

/** What a file shows of one class: how much there is, how new, and by which right it is read. */
export type ClassSummary = {
  readonly decision: Decision;
  readonly recordCount: number;
  readonly newestAsOf: CalendarDate | null;
  /** The newest records, at most `latestMax`. */
  readonly latest: readonly MarkedRecord[];
};

export type CreditFileView = {
  readonly registered: RegisteredEnterprise;
  readonly purpose: AccessPurpose;
  readonly today: CalendarDate;
  readonly classes: readonly ClassSummary[];
  readonly facts: Facts;
  readonly size: SizeFinding;
  readonly invoiceMonths: readonly MonthlyInvoices[];
  /** Null when the invoices that it rests on may not be read, or are disputed: a score is credit information like they are. */
  readonly scorecard: Score | null;
};

export type FileRequest = { readonly enterpriseId: string; readonly purpose: AccessPurpose };

const latestMax = 12;

/**
 * A firm's credit file as the actor may read it: records by class, the facts drawn from them, its size and its
 * scorecard. Every class is read through the gate and logged. A firm that the actor may not know of is not found.
 */
export async function creditFileOf(context: ActorContext, request: FileRequest): Promise<CreditFileView> {
  const registered = await enterpriseById(context, request.enterpriseId);
  const { records, decisions, withheld } = await readRecords(context, request);
  const current = currentRecords(records);
  const disputed = new Set(current.filter(({ isDisputed }) => isDisputed).map(({ dataClass }) => dataClass));
  const invoiceMonths = monthsOfInvoices(current);
  return {
    registered,
    purpose: request.purpose,
    today: context.today,
    classes: recordClassCodes.flatMap(code => {
      const decision = decisions.get(code);
      return decision ? [summaryOf(decision, current)] : [];
    }),
    facts: deriveFacts({ records, notConsented: withheld, today: context.today }),
    size: sizeFrom(records.filter(({ dataClass }) => !disputed.has(dataClass))),
    invoiceMonths,
    scorecard:
      withheld.has('VAT_INVOICE_SUMMARY') || disputed.has('VAT_INVOICE_SUMMARY') ? null : scoreFrom(featuresFrom(invoiceMonths)),
  };
}

/** The records of one class or of all, newest first, superseded ones left out; read and logged like the file itself. */
export async function listRecords(
  context: ActorContext,
  request: FileRequest & { readonly dataClass: string | null },
  list: ListRequest,
): Promise<Page<MarkedRecord>> {
  checkListRequest(list);
  const { enterpriseId, purpose, dataClass } = request;
  if (dataClass !== null && !isRecordClassCode(dataClass))
    throw invalidInput('dataClass', dataClass, 'dataClass.unknown', {
      zh: `没有数据类「${dataClass}」，请从数据目录中选择。`,
      en: `There is no data class ${dataClass}: choose from the catalogue.`,
    });
  await enterpriseById(context, enterpriseId);
  const dataClasses = dataClass === null ? undefined : [dataClass];
  const { records } = await readRecords(context, { enterpriseId, purpose, dataClasses });
  const current = newestFirst(currentRecords(records).filter(hasContent));
  const first = (list.page - 1) * list.perPage;
  return { items: current.slice(first, first + list.perPage), total: current.length };
}

/** The months of VAT invoices that may be read of a firm, oldest first; none where the firm has not authorised them. */
export async function invoiceMonthsOf(context: ActorContext, request: FileRequest): Promise<readonly MonthlyInvoices[]> {
  await enterpriseById(context, request.enterpriseId);
  const { records } = await readRecords(context, { ...request, dataClasses: ['VAT_INVOICE_SUMMARY'] });
  return monthsOfInvoices(currentRecords(records));
}

function summaryOf(decision: Decision, current: readonly MarkedRecord[]): ClassSummary {
  const ofClass = newestFirst(current.filter(record => record.dataClass === decision.dataClass && hasContent(record)));
  return {
    decision,
    recordCount: ofClass.length,
    newestAsOf: ofClass.reduce<CalendarDate | null>(
      (newest, { asOf }) => (newest === null || asOf > newest ? asOf : newest),
      null,
    ),
    latest: ofClass.slice(0, latestMax),
  };
}

/** A record of a half-open class may have no published field at all. */
const hasContent = ({ value }: MarkedRecord): boolean => Object.keys(value).length > 0;

const newestFirst = (records: readonly MarkedRecord[]): MarkedRecord[] =>
  [...records].sort((a, b) => compare(b.period ?? '', a.period ?? '') || compare(b.asOf, a.asOf) || b.seq - a.seq);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The values were checked against the fields of the class when they were kept; the month is the record's period. */
const monthsOfInvoices = (current: readonly MarkedRecord[]): MonthlyInvoices[] =>
  current
    .flatMap(({ dataClass, period, value }) =>
      dataClass === 'VAT_INVOICE_SUMMARY' && period !== null
        ? [{ ...(value as Omit<MonthlyInvoices, 'month'>), month: period as CalendarMonth }]
        : [],
    )
    .sort((a, b) => compare(a.month, b.month));
