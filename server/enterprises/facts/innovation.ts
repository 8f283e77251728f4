import type { innovationAttributes } from '../../matching/dictionary/innovation';
import type { CalendarDate } from '../../shared/dates';
import { shareBps } from '../../shared/rate';
import { type CreditFile, type CreditRecord, dateIn, flagIn, numberIn, textIn } from './creditFile';
import { anyEntry, type Derivation, entryCount, fieldOf, fromNewest, fromRegister, isInForce, isTrue } from './derivation';

export const innovationDerivations: Readonly<Record<keyof typeof innovationAttributes, Derivation>> = {
  patents: entryCount('PATENT', isPatentInForce),
  inventionPatents: entryCount(
    'PATENT',
    (entry, today) => isPatentInForce(entry, today) && textIn(entry, 'kind') === 'INVENTION',
  ),
  unpledgedPatents: entryCount('PATENT', (entry, today) => isPatentInForce(entry, today) && !isTrue(entry, 'isPledged')),
  trademarks: entryCount('TRADEMARK', isTrademarkInForce),
  unpledgedTrademarks: entryCount('TRADEMARK', (entry, today) => isTrademarkInForce(entry, today) && !isTrue(entry, 'isPledged')),

  isHighTech: statusUntil('isHighTech', 'highTechValidTo'),
  isTechSme: statusUntil('isTechSme', 'techSmeValidTo'),
  rndSpendLastYearFen: fieldOf('INNOVATION_STATUS', 'rndSpendFen'),
  rndShareBps: deriveRndShare,

  isInnovativeSme: hasTitle('INNOVATIVE_SME'),
  specialisedLevel: (file, today) =>
    fromRegister(file, 'QUALIFICATION_TITLES', ({ entries }) => {
      const held = new Set(entries.filter(entry => isTitleInForce(entry, today)).map(entry => textIn(entry, 'title')));
      if (held.has('LITTLE_GIANT')) return 'LITTLE_GIANT';
      if (held.has('SPECIALISED_PROVINCIAL')) return 'PROVINCIAL';
      return held.has('SPECIALISED_MUNICIPAL') ? 'MUNICIPAL' : 'NONE';
    }),
  isManufacturingChampion: hasTitle('MANUFACTURING_CHAMPION'),
  isTechnologyDemonstration: hasTitle('TECHNOLOGY_DEMONSTRATION'),
  isAboveScale: hasTitle('ABOVE_SCALE'),
  isGreenFactory: hasTitle('GREEN_FACTORY'),
};

/** A right in force whose annuity has run out is not counted, whatever the register still says. */
function isPatentInForce(entry: CreditRecord, today: CalendarDate): boolean {
  return textIn(entry, 'status') === 'IN_FORCE' && isInForce(dateIn(entry, 'annuityPaidTo'), today);
}

function isTrademarkInForce(entry: CreditRecord, today: CalendarDate): boolean {
  return textIn(entry, 'status') === 'IN_FORCE' && isInForce(dateIn(entry, 'validTo'), today);
}

/** A yearly flag that also lapses on a day of its own. */
function statusUntil(key: string, validTo: string): Derivation {
  return (file, today) =>
    fromNewest(file, 'INNOVATION_STATUS', record => {
      const status = flagIn(record, key);
      return status === null ? null : status && isInForce(dateIn(record, validTo), today);
    });
}

/** R&D spend over revenue of the same year; not known unless that year's annual report states its revenue. */
function deriveRndShare(file: CreditFile): ReturnType<Derivation> {
  const innovation = file.newest('INNOVATION_STATUS');
  const report = file.byPeriod('ANNUAL_REPORT').find(each => each.period === innovation?.period);
  if (innovation === null || report === undefined) return null;
  const spendFen = numberIn(innovation, 'rndSpendFen');
  const revenueFen = numberIn(report, 'revenueFen');
  const value = spendFen === null || revenueFen === null ? null : shareBps(spendFen, revenueFen);
  return value === null ? null : { value, records: [report, innovation] };
}

function hasTitle(title: string): Derivation {
  return anyEntry('QUALIFICATION_TITLES', (entry, today) => textIn(entry, 'title') === title && isTitleInForce(entry, today));
}

function isTitleInForce(entry: CreditRecord, today: CalendarDate): boolean {
  const recognisedOn = dateIn(entry, 'recognisedOn');
  return recognisedOn !== null && recognisedOn <= today && isInForce(dateIn(entry, 'validTo'), today);
}
