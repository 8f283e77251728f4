import type { standingAttributes } from '../../matching/dictionary/standing';
import type { CalendarDate } from '../../shared/dates';
import { type CreditRecord, dateIn, numberIn, textIn } from './creditFile';
import {
  anyEntry,
  type Derivation,
  entryCount,
  entrySum,
  field,
  fieldOf,
  fromRegister,
  hasEnded,
  isInForce,
  isTrue,
  isWithinMonths,
} from './derivation';

export const standingDerivations: Readonly<Record<keyof typeof standingAttributes, Derivation>> = {
  licencesInForce: (file, today) =>
    fromRegister(file, 'ADMIN_LICENCE', ({ entries }) => {
      const kinds = entries.filter(entry => isLicensed(entry, today)).map(entry => textIn(entry, 'kind'));
      return [...new Set(kinds.filter(kind => kind !== null && kind !== 'OTHER'))].sort() as string[];
    }),
  penaltiesLast24Months: entryCount(
    'ADMIN_PENALTY',
    (entry, today) => isWithinMonths(dateIn(entry, 'decidedOn'), 24, today) && !isTrue(entry, 'isRepaired'),
  ),
  penaltyFenLast24Months: entrySum(
    'ADMIN_PENALTY',
    (entry, today) => isWithinMonths(dateIn(entry, 'decidedOn'), 24, today),
    field('amountFen'),
  ),
  publicCreditGrade: fieldOf('PUBLIC_CREDIT_RATING', 'grade'),
  onSeriousDishonestyList: fieldOf('PUBLIC_CREDIT_RATING', 'onSeriousDishonestyList'),

  defendantCasesLast24Months: entryCount(
    'LITIGATION',
    (entry, today) => isDefendant(entry) && isWithinMonths(dateIn(entry, 'filedOn'), 24, today),
  ),
  openDefendantCases: entryCount('LITIGATION', (entry, today) => isDefendant(entry) && !hasEnded(entry, 'closedOn', today)),
  isJudgmentDefaulter: anyEntry('ENFORCEMENT', (entry, today) => isOpen(entry, 'JUDGMENT_DEFAULTER', today)),
  hasConsumptionRestriction: anyEntry('ENFORCEMENT', (entry, today) => isOpen(entry, 'CONSUMPTION_RESTRICTION', today)),
  // Where the court does not say what is left, all of the case's amount is.
  openEnforcementFen: entrySum(
    'ENFORCEMENT',
    (entry, today) => isOpen(entry, 'EXECUTION', today),
    entry => numberIn(entry, 'outstandingFen') ?? numberIn(entry, 'amountFen'),
  ),

  environmentGrade: (file, today) =>
    fromRegister(file, 'ENVIRONMENT_SAFETY', ({ entries }) => {
      const grades = entries
        .filter(entry => textIn(entry, 'item') === 'GRADE' && isInForce(dateIn(entry, 'validTo'), today))
        .sort((a, b) => ((dateIn(a, 'decidedOn') ?? '') < (dateIn(b, 'decidedOn') ?? '') ? -1 : 1));
      const newest = grades.at(-1);
      return newest === undefined ? null : textIn(newest, 'grade');
    }),
  safetyPenaltiesLast24Months: entryCount(
    'ENVIRONMENT_SAFETY',
    (entry, today) => (textIn(entry, 'item') ?? '').endsWith('_PENALTY') && isWithinMonths(dateIn(entry, 'decidedOn'), 24, today),
  ),
};

const isLicensed = (entry: CreditRecord, today: CalendarDate): boolean => {
  const validFrom = dateIn(entry, 'validFrom');
  return validFrom !== null && validFrom <= today && isInForce(dateIn(entry, 'validTo'), today);
};

const isDefendant = (entry: CreditRecord): boolean => textIn(entry, 'role') === 'DEFENDANT';

const isOpen = (entry: CreditRecord, kind: string, today: CalendarDate): boolean =>
  textIn(entry, 'kind') === kind && !hasEnded(entry, 'endedOn', today);
