import { some } from '../../../seeds/enterprises/draws';
import type { Random } from '../../../seeds/random';
import { industries } from '../../../server/shared/industries';
import { dayNumber, type FirmKey, firmColumns, industryPlace, today } from './columns';

/** Where the firms are: the counties of one city, or of all cities of Sichuan. */
export type Place = 'city' | 'province';

const wan = 1_000_000;
const thisDay = dayNumber(today);

const countiesOfCity = [510603, 510604, 510623, 510681, 510682, 510683];
const citiesOfProvince = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 32, 33, 34];

/** Shares of the sections of GB/T 4754 among small firms, from the most common down. */
const sections = [
  { code: 'F', weight: 34 },
  { code: 'C', weight: 22 },
  { code: 'E', weight: 8 },
  { code: 'L', weight: 7 },
  { code: 'A', weight: 6 },
  { code: 'M', weight: 5 },
  { code: 'I', weight: 4 },
  { code: 'H', weight: 4 },
  { code: 'G', weight: 3 },
  { code: 'O', weight: 3 },
  { code: 'K', weight: 2 },
  { code: 'D', weight: 1 },
  { code: 'N', weight: 1 },
].map(({ code, weight }) => ({
  code,
  weight,
  classes: industries.filter(each => each.level === 'class' && each.section === code).map(each => industryPlace(each.code)),
}));

/** A firm's numbers in the order of the firm columns: one log-normal size behind sales, tax, staff and power. */
export function drawFirm(random: Random, place: Place): readonly number[] {
  const size = random.normal();
  const about = (middle: number, slope: number, spread: number): number =>
    Math.round(middle * Math.exp(slope * size + spread * random.normal()));
  const section = random.weighted(sections);
  const isMaker = section.code === 'C' || section.code === 'D';
  const isInventive = isMaker || section.code === 'I' || section.code === 'M';
  const ageMonths = Math.round(60 * Math.exp(0.9 * random.normal()));
  const revenue = about(320 * wan, 1.5, 0.3);
  const staff = about(9, 0.95, 0.4);
  const insured = Math.min(staff, about(6, 0.95, 0.6));
  const patents = isInventive ? some(random, 2.2) : random.chance(0.06) ? 1 : 0;
  const exporting = random.chance(isMaker ? 0.18 : 0.03);
  const awarded = random.chance(0.12);
  const power = about(isMaker ? 180_000 : 24_000, 1.1, 0.8);
  const isFarm = section.code === 'A' || random.chance(0.02);
  const defaults = random.chance(0.02);
  const numbers: Readonly<Record<FirmKey, number>> = {
    foundedOn: thisDay - Math.round(ageMonths * 30.4) - random.whole(0, 30),
    region: place === 'city' ? random.pick(countiesOfCity) : 510_000 + random.pick(citiesOfProvince) * 100 + random.whole(2, 9),
    industry: random.pick(section.classes),
    registeredCapitalFen: about(200 * wan, 0.9, 0.9),
    employees: staff,
    revenueLastYearFen: revenue,
    debtToAssetBps: Math.round(Math.max(300, 5200 + 1900 * random.normal())),
    monthlyInflowAverageFen: Math.round((revenue / 12) * Math.exp(0.3 * random.normal())),
    taxPaidLast12MonthsFen: Math.round(revenue * 0.028 * Math.exp(0.6 * random.normal())),
    declaredSalesLast12MonthsFen: Math.round(revenue * Math.exp(0.15 * random.normal())),
    taxFilingMonths: Math.min(ageMonths, 600),
    taxCreditGrade: random.weighted(taxGrades).place,
    hasTaxArrears: flag(random, 0.04),
    invoicedSalesLast12MonthsFen: Math.round(revenue * Math.exp(0.2 * random.normal())),
    invoicingMonthsLast12: Math.min(12, Math.max(0, 12 - some(random, 1.2))),
    invoicedSalesGrowthBps: Math.round(600 + 2200 * random.normal()),
    insuredEmployees: insured,
    socialInsuranceMonthsPaid: Math.min(ageMonths, random.whole(0, 60)),
    hasSocialInsuranceArrears: flag(random, 0.05),
    openDefendantCases: random.chance(0.08) ? random.whole(1, 3) : 0,
    isJudgmentDefaulter: defaults ? 1 : 0,
    openEnforcementFen: defaults || random.chance(0.02) ? about(30 * wan, 0.5, 1) : 0,
    penaltiesLast24Months: random.chance(0.1) ? random.whole(1, 4) : 0,
    onAbnormalOperationList: flag(random, 0.04),
    publicCreditGrade: random.weighted(creditGrades).place,
    patents,
    inventionPatents: Math.min(patents, some(random, 0.5)),
    trademarks: random.chance(0.3) ? some(random, 1.5) : 0,
    isHighTech: flag(random, isInventive ? 0.18 : 0.01),
    isTechSme: flag(random, isInventive ? 0.22 : 0.02),
    specialisedLevel: isMaker && random.chance(0.15) ? random.whole(1, 3) : 0,
    unmortgagedRealEstateCount: random.chance(0.22) ? random.whole(1, 3) : 0,
    electricityLast12MonthsKwh: power,
    electricityChangeBps: Math.round(Math.max(-10_000, 300 + 2000 * random.normal())),
    hasElectricityArrears: flag(random, 0.04),
    exportsLast12MonthsFen: exporting ? Math.round(revenue * random.between(0.05, 0.7)) : 0,
    procurementContractsLast12MonthsFen: awarded ? Math.round(revenue * random.between(0.05, 0.5)) : 0,
    agriEntityType: isFarm ? random.whole(1, 5) : 0,
    landManagementAreaMu: isFarm ? about(60, 0.7, 0.8) : 0,
    environmentGrade: random.weighted(environmentGrades).place,
    outstandingLoansFen: random.chance(0.45) ? 0 : about(120 * wan, 1.1, 0.7),
    lenderCount: random.chance(0.45) ? 0 : Math.min(12, 1 + some(random, 0.9)),
    hasOverdueLoans: flag(random, 0.03),
    isFirstTimeBorrower: flag(random, 0.35),
  };
  return firmColumns.map(({ name }) => numbers[name as FirmKey]);
}

const flag = (random: Random, probability: number): number => (random.chance(probability) ? 1 : 0);

const taxGrades = [18, 40, 32, 6, 4].map((weight, place) => ({ weight, place }));
const creditGrades = [22, 48, 22, 8].map((weight, place) => ({ weight, place }));
const environmentGrades = [38, 46, 12, 4].map((weight, place) => ({ weight, place }));
