import type { registrationAttributes } from '../../matching/dictionary/registration';
import { type CalendarDate, monthsBetween } from '../../shared/dates';
import { shareBps } from '../../shared/rate';
import { sizeClass } from '../../shared/sizeClass';
import { type CreditFile, type CreditRecord, dateIn, numberIn, type Register, textIn } from './creditFile';
import { anyEntry, type Derivation, entrySum, field, fieldOf, fromNewest, fromRegister, hasEnded } from './derivation';

export const registrationDerivations: Readonly<Record<keyof typeof registrationAttributes, Derivation>> = {
  foundedOn: fieldOf('REGISTRATION', 'foundedOn'),
  region: fieldOf('REGISTRATION', 'regionCode'),
  industry: fieldOf('REGISTRATION', 'industryCode'),
  entityType: fieldOf('REGISTRATION', 'entityType'),
  registrationStatus: fieldOf('REGISTRATION', 'status'),
  registeredCapitalFen: fieldOf('REGISTRATION', 'registeredCapitalFen'),

  legalRepresentativeAgeYears: ofLegalRepresentative((person, _register, today) => {
    const bornOn = dateIn(person, 'bornOn');
    return bornOn === null ? null : Math.floor(monthsBetween(bornOn, today) / 12);
  }),
  legalRepresentativeShareBps: ofLegalRepresentative((person, { entries, isCounted }, today) => {
    const held = numberIn(person, 'shareBps');
    if (held !== null) return held;
    const personKey = textIn(person, 'personKey');
    const holding = entries.find(
      entry => textIn(entry, 'role') === 'SHAREHOLDER' && textIn(entry, 'personKey') === personKey && isInOffice(entry, today),
    );
    if (holding !== undefined) return numberIn(holding, 'shareBps');
    // Who is not among the shareholders holds nothing, but only a counted register is known to name them all.
    return isCounted ? 0 : null;
  }),
  legalRepresentativeSince: ofLegalRepresentative(person => dateIn(person, 'since')),
  legalRepresentativeIsMainland: ofLegalRepresentative(person => {
    const residence = textIn(person, 'residence');
    return residence === null ? null : residence === 'MAINLAND';
  }),

  employees: fieldOf('ANNUAL_REPORT', 'employees'),
  revenueLastYearFen: fieldOf('ANNUAL_REPORT', 'revenueFen'),
  totalAssetsFen: fieldOf('ANNUAL_REPORT', 'totalAssetsFen'),
  debtToAssetBps: file =>
    fromNewest(file, 'ANNUAL_REPORT', report => {
      const liabilitiesFen = numberIn(report, 'liabilitiesFen');
      const assetsFen = numberIn(report, 'totalAssetsFen');
      return liabilitiesFen === null || assetsFen === null ? null : shareBps(liabilitiesFen, assetsFen);
    }),
  sizeClass: deriveSizeClass,

  onAbnormalOperationList: anyEntry('ABNORMAL_OPERATION', (entry, today) => isListed(entry, 'ABNORMAL_OPERATION', today)),
  onSeriousViolationList: anyEntry('ABNORMAL_OPERATION', (entry, today) => isListed(entry, 'SERIOUS_VIOLATION', today)),
  chattelPledgedFen: entrySum('EQUITY_CHATTEL_PLEDGE', (entry, today) => isPledged(entry, 'CHATTEL', today), field('claimFen')),
  hasEquityPledge: anyEntry('EQUITY_CHATTEL_PLEDGE', (entry, today) => isPledged(entry, 'EQUITY', today)),
};

/** By 300号 from the newest annual report and the registered industry; not known while an indicator is missing. */
function deriveSizeClass(file: CreditFile): ReturnType<Derivation> {
  const registration = file.newest('REGISTRATION');
  const report = file.newest('ANNUAL_REPORT');
  if (registration === null || report === null) return null;
  const result = sizeClass({
    industryCode: textIn(registration, 'industryCode'),
    employees: numberIn(report, 'employees'),
    revenueFen: numberIn(report, 'revenueFen'),
    assetsFen: numberIn(report, 'totalAssetsFen'),
  });
  return result.sizeClass === 'UNKNOWN' ? null : { value: result.sizeClass, records: [report, registration] };
}

/** Reads the present legal representative's entry: of several in office, the one that came last. */
function ofLegalRepresentative(
  read: (person: CreditRecord, register: Register, today: CalendarDate) => string | number | boolean | null,
): Derivation {
  return (file, today) =>
    fromRegister(file, 'OWNERSHIP_KEY_PERSONS', register => {
      const person = register.entries
        .filter(entry => textIn(entry, 'role') === 'LEGAL_REPRESENTATIVE' && isInOffice(entry, today))
        .sort((a, b) => ((dateIn(a, 'since') ?? '') < (dateIn(b, 'since') ?? '') ? -1 : 1))
        .at(-1);
      return person === undefined ? null : read(person, register, today);
    });
}

const isInOffice = (entry: CreditRecord, today: CalendarDate): boolean => !hasEnded(entry, 'until', today);

const isListed = (entry: CreditRecord, list: string, today: CalendarDate): boolean =>
  textIn(entry, 'list') === list && !hasEnded(entry, 'removedOn', today);

const isPledged = (entry: CreditRecord, kind: string, today: CalendarDate): boolean =>
  textIn(entry, 'kind') === kind && !hasEnded(entry, 'releasedOn', today);
