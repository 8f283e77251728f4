import type { peopleAttributes } from '../../matching/dictionary/people';
import { type CalendarMonth, shiftMonth } from '../../shared/dates';
import { type CreditFile, dateIn, numberIn, textIn } from './creditFile';
import { type Derivation, entrySum, field, fieldOf, growthBps, isWithinMonths, monthsInARow, owesAtMonthEnd } from './derivation';

export const peopleDerivations: Readonly<Record<keyof typeof peopleAttributes, Derivation>> = {
  insuredEmployees: fieldOf('SOCIAL_INSURANCE', 'employees'),
  insuredEmployeesChangeBps: deriveEmployeesChange,
  socialInsuranceMonthsPaid: monthsInARow('SOCIAL_INSURANCE', record => {
    const arrearsFen = numberIn(record, 'arrearsFen');
    const employees = numberIn(record, 'employees');
    return arrearsFen === null || employees === null ? null : arrearsFen === 0 && employees > 0;
  }),
  hasSocialInsuranceArrears: owesAtMonthEnd('SOCIAL_INSURANCE', 'arrearsFen'),
  jobRetentionRefundLast24MonthsFen: entrySum(
    'JOB_RETENTION_REFUND',
    (entry, today) => textIn(entry, 'policy') === 'JOB_RETENTION_REFUND' && isWithinMonths(dateIn(entry, 'paidOn'), 24, today),
    field('amountFen'),
  ),
  labourComplianceGrade: fieldOf('LABOUR_COMPLIANCE', 'grade'),
  onWageArrearsList: fieldOf('LABOUR_COMPLIANCE', 'onWageArrearsList'),
  housingFundEmployees: fieldOf('HOUSING_FUND', 'employees'),
  hasHousingFundArrears: owesAtMonthEnd('HOUSING_FUND', 'arrearsFen'),
  medicalInsuredEmployees: fieldOf('MEDICAL_INSURANCE', 'employees'),
};

/** The newest month against the one twelve months earlier; not known without a record of that very month. */
function deriveEmployeesChange(file: CreditFile): ReturnType<Derivation> {
  const records = file.byPeriod('SOCIAL_INSURANCE');
  const newest = records.at(-1);
  if (newest === undefined) return null;
  const yearEarlier = shiftMonth(newest.period as CalendarMonth, -12);
  const earlier = records.find(record => record.period === yearEarlier);
  const now = numberIn(newest, 'employees');
  const before = earlier === undefined ? null : numberIn(earlier, 'employees');
  const value = now === null || before === null ? null : growthBps(before, now);
  return earlier === undefined || value === null ? null : { value, records: [earlier, newest] };
}
