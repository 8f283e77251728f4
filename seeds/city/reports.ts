import { and, asc, eq } from 'drizzle-orm';
import { record } from '../../server/audit/record';
import type { ActorContext } from '../../server/context';
import { organisations } from '../../server/identity/tables';
import { type InstitutionReport, institutionReports } from '../../server/oversight/reports/tables';
import { addDays, type CalendarDate, type CalendarMonth, calendarDate, monthOf, shiftMonth } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { lprOn } from '../../server/shared/rate';
import { Random } from '../random';
import { shareOf } from './institutions';
import { splitExactly } from './shares';
import { momentOf } from './workdays';

/** What all institutions of the city reported of one month, in whole 万元; the rate in basis points. */
export type CityMonth = {
  readonly month: CalendarMonth;
  readonly depositsWan: number;
  readonly loansWan: number;
  readonly newLoansWan: number;
  readonly newLoansRateBps: number;
  readonly directFinancingWan: number;
};

const month = (text: string): CalendarMonth => monthOf(calendarDate(`${text}-01`));
const firstMonth = month('2020-01');

/**
 * The published month: deposits of 3,613.83 and loans of 2,206.87 亿元, 10.43 % and 15.71 % more than a year before, direct
 * financing of 45 亿元 in the year so far, 7.5 % more. A year before is what follows from these.
 */
const published = month('2021-11');
const yearBefore = month('2020-11');
const depositsWan = { [yearBefore]: 32_725_075, [published]: 36_138_300 };
const loansWan = { [yearBefore]: 19_072_422, [published]: 22_068_700 };
const directFinancingWan = { [yearBefore]: 418_605, [published]: 450_000 };

/** Yearly growth before and after the published year. */
const depositsGrowth = { before: 0.096, after: 0.078 };
const loansGrowth = { before: 0.148, after: 0.094 };
const directFinancingGrowth = { before: 0.06, after: 0.055 };

/** What new loans of the city cost above the one-year LPR: 5.43 % at the 3.85 % of November 2021. */
const rateAboveLprBps = 158;

/** Direct financing of a year that has been placed by the end of each of its months. */
const placedByMonth = [0.05, 0.1, 0.2, 0.28, 0.36, 0.47, 0.55, 0.62, 0.72, 0.79, 0.9, 1];

/** The course of the city's finance, month by month, from January 2020 to `last`, through the published figures. */
export function cityMonths(last: CalendarMonth, seed: number): CityMonth[] {
  const months: CityMonth[] = [];
  for (let at = firstMonth; at <= last; at = shiftMonth(at, 1)) {
    const place = Number(at.slice(5)) - 1;
    const random = Random.of(seed, monthsFrom(published, at) + 1_000);
    const loans = stockAt(at, loansWan, loansGrowth, random);
    const placed = placedByMonth[place] ?? 1;
    const novembers = yearlyFlow(Number(at.slice(0, 4)), directFinancingWan, directFinancingGrowth);
    const isGiven = at === published || at === yearBefore;
    months.push({
      month: at,
      depositsWan: stockAt(at, depositsWan, depositsGrowth, random),
      loansWan: loans,
      newLoansWan: Math.round(loans * 0.034 * (place % 3 === 2 ? 1.25 : 0.9) * random.between(0.95, 1.05)),
      newLoansRateBps: (lprOn(calendarDate(`${at}-28`), '1Y')?.rateBps ?? 0) + rateAboveLprBps,
      directFinancingWan: isGiven ? novembers : Math.round((novembers * placed) / (placedByMonth[10] ?? 1)),
    });
  }
  return months;
}

type Given = Readonly<Record<string, number>>;
type Growth = { readonly before: number; readonly after: number };

/** A balance on its way between and beyond the two that are given, with a little chance of its own everywhere else. */
function stockAt(at: CalendarMonth, given: Given, { before, after }: Growth, random: Random): number {
  const [start = 0, end = 0] = [given[yearBefore], given[published]];
  const fromEnd = monthsFrom(published, at);
  if (fromEnd === 0) return end;
  if (fromEnd === -12) return start;
  const trend =
    fromEnd > 0
      ? end * (1 + after) ** (fromEnd / 12)
      : fromEnd > -12
        ? start * (end / start) ** ((fromEnd + 12) / 12)
        : start * (1 + before) ** ((fromEnd + 12) / 12);
  return Math.round(trend * (1 + 0.002 * random.normal()));
}

/** What has been placed by November of `year`. */
function yearlyFlow(year: number, given: Given, { before, after }: Growth): number {
  const [start = 0, end = 0] = [given[yearBefore], given[published]];
  if (year <= 2020) return Math.round(start * (1 + before) ** (year - 2020));
  return Math.round(end * (1 + after) ** (year - 2021));
}

const monthsFrom = (from: CalendarMonth, to: CalendarMonth): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

/** Institutions report until the twelfth of the next month. */
const reportDay = 12;

/** The last month of which all institutions have reported on `today`. */
export const lastReported = (today: CalendarDate): CalendarMonth =>
  shiftMonth(monthOf(today), Number(today.slice(8)) > reportDay ? -1 : -2);

/** Institutions that place bonds and shares for firms: the largest ones. */
const underwriters = 7;

/** Writes the monthly reports of the banks: each city month in parts by the size of the bank, the parts adding up to it. */
export async function seedReports(context: ActorContext, seed: number): Promise<void> {
  const banks = await context.db.read
    .select({ id: organisations.id, shortName: organisations.shortName })
    .from(organisations)
    .where(and(eq(organisations.kind, 'bank'), eq(organisations.status, 'active')))
    .orderBy(asc(organisations.createdAt), asc(organisations.id));
  const parties = banks.map(({ id, shortName }) => ({ id, share: shareOf(shortName) }));
  const months = cityMonths(lastReported(context.today), seed);
  await context.db.write(async tx => {
    await tx.insertMany(
      institutionReports,
      months.flatMap(each => reportsOf(context, each, parties, seed)),
    );
    await record(tx, context, {
      verb: 'seedReports',
      subject: { kind: 'institutionReport', id: `${months[0]?.month}…${months.at(-1)?.month}` },
      details: { months: months.length, institutions: banks.length },
    });
  });
}

type Party = { readonly id: string; readonly share: number };

function reportsOf(context: ActorContext, city: CityMonth, parties: readonly Party[], seed: number): InstitutionReport[] {
  const weightsOf = (leaning: number) =>
    parties.map(({ share }, place) => share * Math.exp(0.12 * Random.of(seed + leaning, place).normal()));
  const deposits = splitExactly(city.depositsWan, weightsOf(1));
  const loans = splitExactly(city.loansWan, weightsOf(2));
  const newLoans = splitExactly(city.newLoansWan, weightsOf(3));
  // Small banks lend dearer; the parts of Σ amount × rate still add up to the city's.
  const weightedRates = splitExactly(
    city.newLoansWan * city.newLoansRateBps,
    parties.map(({ share }, place) => (newLoans[place] ?? 0) * (1.12 - 0.012 * Math.min(14, share))),
  );
  const placers = [...parties].sort((a, b) => b.share - a.share).slice(0, underwriters);
  const placed = splitExactly(
    city.directFinancingWan,
    placers.map(({ share }) => share),
  );
  return parties.map(({ id }, place) => ({
    id: context.newId(),
    institutionId: id,
    month: city.month,
    depositsFen: (deposits[place] ?? 0) * fenPerWan,
    loansFen: (loans[place] ?? 0) * fenPerWan,
    newLoansFen: (newLoans[place] ?? 0) * fenPerWan,
    newLoansWeightedRateFenBps: (weightedRates[place] ?? 0) * fenPerWan,
    directFinancingFen: (placed[placers.findIndex(placer => placer.id === id)] ?? 0) * fenPerWan,
    reportedAt: momentOf(
      addDays(calendarDate(`${shiftMonth(city.month, 1)}-01`), 4 + (place % (reportDay - 4))),
      Random.of(seed + 4, place).next(),
    ),
    version: 1,
  }));
}
