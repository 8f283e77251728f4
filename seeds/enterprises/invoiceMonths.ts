import type { MonthlyInvoices } from '../../server/enterprises/scorecard/features';
import type { Random } from '../random';
import type { Month } from './months';
import type { Profile } from './profile';

/** Sales of one month as a share of a twelfth of the year: a dip at the Spring Festival, a rise at the year's end. */
const season = [0.95, 0.62, 0.98, 1.0, 1.02, 1.0, 0.97, 0.98, 1.06, 1.05, 1.12, 1.25];

/** What an invented firm invoiced in one month; months before it was founded have none. */
export function drawInvoiceMonth(random: Random, profile: Profile, { month, ago }: Month): Omit<MonthlyInvoices, 'month'> | null {
  if (ago > profile.ageMonths) return null;
  const { trade, quality } = profile;
  const isIdle = random.chance(Math.max(0.004, 0.05 - 0.03 * quality));
  const expected =
    (profile.yearlySalesFen / 12) * (season[Number(month.slice(5)) - 1] ?? 1) * (1 + profile.growth) ** (-ago / 12);
  const outputFen = isIdle ? 0 : Math.round(expected * Math.exp(0.22 * random.normal()));
  const outputCount = outputFen === 0 ? 0 : Math.max(1, Math.round((outputFen / 2_600_000) ** 0.8));
  const inputFen = Math.round(outputFen * random.between(0.58, 0.84)) + random.whole(0, 20) * 10_000;
  const inputCount = Math.max(1, Math.round(outputCount * random.between(0.35, 0.7)));
  const returnedCount = outputCount > 6 && random.chance(0.35) ? 1 : 0;
  const voidRate = Math.max(0.003, 0.045 - 0.022 * quality + 0.015 * random.normal());
  const distinctCustomers = Math.min(outputCount, Math.max(1, Math.round(outputCount ** 0.62)));
  const distinctSuppliers = Math.min(inputCount, Math.max(1, Math.round(inputCount ** 0.68 + 1.2 * Math.max(0, quality))));
  return {
    outputFen,
    inputFen,
    outputTaxFen: taxIn(outputFen, trade.vatBps),
    inputTaxFen: taxIn(inputFen, trade.vatBps),
    outputCount,
    inputCount,
    outputVoidCount: Math.round(outputCount * voidRate + random.next() * 0.6),
    inputVoidCount: random.chance(0.2) ? 1 : 0,
    outputNegativeCount: returnedCount,
    inputNegativeCount: 0,
    outputNegativeFen: returnedCount === 0 ? 0 : -Math.round(outputFen * random.between(0.01, 0.05)),
    inputNegativeFen: 0,
    distinctCustomers: outputFen === 0 ? 0 : distinctCustomers,
    distinctSuppliers,
    topCustomerFen: shareOf(outputFen, distinctCustomers, random),
    topSupplierFen: shareOf(inputFen, distinctSuppliers, random),
  };
}

const taxIn = (totalFen: number, vatBps: number): number => Math.round((totalFen * vatBps) / (10_000 + vatBps));

/** The largest of `parties` has at least an even share. */
const shareOf = (totalFen: number, parties: number, random: Random): number =>
  Math.round(totalFen * (parties <= 1 ? 1 : Math.min(0.95, 1 / parties + random.between(0.05, 0.35))));
