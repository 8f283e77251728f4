import type { operationAttributes } from '../../matching/dictionary/operation';
import { type CalendarDate, monthsBetween } from '../../shared/dates';
import { type CreditFile, type CreditRecord, dateIn, flagIn, numberIn, textIn } from './creditFile';
import {
  anyEntry,
  type Derivation,
  entryCount,
  entrySum,
  field,
  fieldOf,
  fromNewest,
  hasEnded,
  isInForce,
  isTrue,
  isWithinMonths,
  lastMonths,
  monthsGrowth,
  monthsSum,
  owesAtMonthEnd,
  sumOf,
} from './derivation';

export const operationDerivations: Readonly<Record<keyof typeof operationAttributes, Derivation>> = {
  unmortgagedRealEstateCount: entryCount(
    'REAL_ESTATE',
    (entry, today) => isOwned(entry, today) && !isTrue(entry, 'isMortgaged') && !isTrue(entry, 'isSeized'),
  ),
  hasSeizedRealEstate: anyEntry('REAL_ESTATE', (entry, today) => isOwned(entry, today) && isTrue(entry, 'isSeized')),

  electricityLast12MonthsKwh: monthsSum('ELECTRICITY', 12, field('usedKwh')),
  electricityChangeBps: monthsGrowth('ELECTRICITY', 12, field('usedKwh')),
  hasElectricityArrears: owesAtMonthEnd('ELECTRICITY', 'arrearsFen'),
  waterLast12MonthsM3: monthsSum('WATER', 12, field('usedM3')),
  hasWaterArrears: owesAtMonthEnd('WATER', 'arrearsFen'),
  gasLast12MonthsM3: monthsSum('GAS', 12, field('usedM3')),
  hasGasArrears: owesAtMonthEnd('GAS', 'arrearsFen'),

  exportsLast12MonthsFen: monthsSum('CUSTOMS', 12, field('exportFen')),
  importsLast12MonthsFen: monthsSum('CUSTOMS', 12, field('importFen')),
  customsGrade: deriveCustomsGrade,

  procurementAwardsLast12Months: entryCount('PUBLIC_PROCUREMENT', (entry, today) =>
    isWithinMonths(dateIn(entry, 'awardedOn'), 12, today),
  ),
  procurementContractsLast12MonthsFen: entrySum(
    'PUBLIC_PROCUREMENT',
    (entry, today) => isWithinMonths(dateIn(entry, 'contractedOn'), 12, today),
    field('contractFen'),
  ),
  procurementReceivableFen: entrySum('PUBLIC_PROCUREMENT', entry => dateIn(entry, 'contractedOn') !== null, field('unpaidFen')),

  agriEntityType: fieldOf('AGRI_ENTITY', 'entityType'),
  agriOperatingMonths: (file, today) =>
    fromNewest(file, 'AGRI_ENTITY', record => {
      if (textIn(record, 'entityType') === 'NONE') return 0;
      const since = dateIn(record, 'operatingSince');
      return since === null ? null : Math.max(0, monthsBetween(since, today));
    }),
  landManagementAreaMu: fieldOf('AGRI_ENTITY', 'landAreaMu'),
  hasFarmSubsidy: (file, today) =>
    fromNewest(file, 'AGRI_ENTITY', record => {
      const paidOn = dateIn(record, 'subsidyPaidOn');
      if (numberIn(record, 'subsidyFen') === 0) return false;
      return paidOn === null ? null : isWithinMonths(paidOn, 12, today);
    }),
  hasFarmInsurance: (file, today) =>
    fromNewest(file, 'AGRI_ENTITY', record => {
      const isInsured = flagIn(record, 'isInsured');
      return isInsured === null ? null : isInsured && isInForce(dateIn(record, 'insuredTo'), today);
    }),

  fiscalSupportLast24MonthsFen: entrySum(
    'FISCAL_SUPPORT',
    (entry, today) => isWithinMonths(dateIn(entry, 'paidOn'), 24, today),
    field('amountFen'),
  ),
  monthlyInflowAverageFen: deriveAverageInflow,
};

const isOwned = (entry: CreditRecord, today: CalendarDate): boolean => !hasEnded(entry, 'endedOn', today);

/** The grade of the newest month that states one: customs sends it when it changes, the trade figures every month. */
function deriveCustomsGrade(file: CreditFile): ReturnType<Derivation> {
  const graded = [...file.byPeriod('CUSTOMS')].reverse().find(record => textIn(record, 'grade') !== null);
  const grade = graded === undefined ? null : textIn(graded, 'grade');
  return graded === undefined || grade === null ? null : { value: grade, records: [graded] };
}

/** Over the months on record of the last twelve, so that a young account is not averaged over months it did not exist. */
function deriveAverageInflow(file: CreditFile): ReturnType<Derivation> {
  const window = lastMonths(file.byPeriod('CASH_FLOW'), 12);
  const sum = sumOf(window, field('inflowFen'));
  return window.length === 0 || sum === null ? null : { value: Math.round(sum / window.length), records: window };
}
