import type { RecordClassCode } from '../../server/enterprises/dataClasses';
import type { RecordValue } from '../../server/enterprises/records/tables';
import type { Random } from '../random';
import { wholeYuan } from './draws';
import type { Draft, FileDraft } from './fileDraft';
import { drawInvoiceMonth } from './invoiceMonths';
import type { Month } from './months';
import type { Profile } from './profile';

/** What is reported by month: invoices, tax, contributions, utilities, customs and the flow of money. */
export function* monthly(random: Random, profile: Profile, month: Month, file: FileDraft): Generator<Draft> {
  const { trade, quality } = profile;
  const draft = (dataClass: RecordClassCode, value: RecordValue): Draft[] =>
    file.has(dataClass) ? [file.draft(dataClass, month.month, value, month.lastDay)] : [];
  const invoices = drawInvoiceMonth(random, profile, month);
  if (invoices === null) return;
  const netFen = Math.max(0, invoices.outputFen - invoices.outputTaxFen);
  yield* draft('VAT_INVOICE_SUMMARY', invoices);
  yield* draft('TAX_PAID', {
    declaredSalesFen: netFen,
    vatPaidFen: Math.max(0, invoices.outputTaxFen - invoices.inputTaxFen),
    incomeTaxPaidFen: month.lastDay.slice(5, 7) === '03' ? wholeYuan(netFen * Math.max(0, 0.02 + 0.01 * quality)) : 0,
    otherTaxPaidFen: wholeYuan(netFen * 0.004),
    refundFen: 0,
    isFiledOnTime: random.chance(Math.min(0.999, 0.96 + 0.02 * quality)),
  });
  const isLate = month.ago < 3 && quality < -1.2;
  const people = Math.max(1, Math.round(profile.employees * (1 + profile.growth) ** (-month.ago / 18)));
  const insured = Math.max(1, Math.round(people * Math.min(1, 0.75 + 0.12 * quality)));
  for (const [dataClass, share, yuanPerHead] of [
    ['SOCIAL_INSURANCE', 1, 1_150],
    ['HOUSING_FUND', quality > -0.3 ? 0.8 : 0.4, 620],
    ['MEDICAL_INSURANCE', 1, 380],
  ] as const) {
    const employees = Math.max(1, Math.round(insured * share));
    const dueFen = employees * yuanPerHead * 100;
    yield* draft(dataClass, { employees, paidFen: isLate ? 0 : dueFen, arrearsFen: isLate ? dueFen * (3 - month.ago) : 0 });
  }
  const usedKwh =
    Math.round(((trade.kwhPerWan * Math.max(invoices.outputFen, 200_000)) / 1_000_000) * random.between(0.9, 1.1)) + 60;
  const hasArrears = month.ago < 2 && quality < -1.5;
  const utility = (paidFen: number) => ({
    paidFen: hasArrears ? 0 : paidFen,
    arrearsFen: hasArrears ? paidFen * (2 - month.ago) : 0,
  });
  yield* draft('ELECTRICITY', { usedKwh, ...utility(usedKwh * 68) });
  const waterM3 = Math.round(people * random.between(2.2, 4)) + 6;
  yield* draft('WATER', { usedM3: waterM3, ...utility(waterM3 * 395) });
  if (trade.traits.includes('usesGas')) {
    const gasM3 = Math.round((usedKwh / 7) * random.between(0.8, 1.2));
    yield* draft('GAS', { usedM3: gasM3, ...utility(gasM3 * 365) });
  }
  if (profile.isExporter)
    yield* draft('CUSTOMS', {
      exportFen: wholeYuan(invoices.outputFen * random.between(0.08, 0.4)),
      importFen: random.chance(0.3) ? wholeYuan(invoices.inputFen * random.between(0.02, 0.1)) : 0,
      grade: quality > 1.1 ? 'ADVANCED' : 'REGISTERED',
    });
  const inflowFen = wholeYuan(invoices.outputFen * random.between(0.85, 1.1));
  yield* draft('CASH_FLOW', {
    inflowFen,
    outflowFen: wholeYuan(inflowFen * random.between(0.9, 1.06)),
    balanceFen: wholeYuan((profile.yearlySalesFen / 12) * random.between(0.2, 1.4)),
  });
}
