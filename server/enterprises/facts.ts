import {
  type Attribute,
  type AttributeKey,
  attributes,
  dataClassesOf,
  isRequestAttribute,
  type RequestAttributeKey,
} from '../matching/attributes';
import type { Fact, Facts, UnknownFact, UnknownReason } from '../matching/facts';
import { addMonths, type CalendarDate } from '../shared/dates';
import { dataClassOf, isRecordClassCode, type RecordClassCode, type Refresh } from './dataClasses';
import { CreditFile, type CreditRecord } from './facts/creditFile';
import { declaredDerivations } from './facts/declared';
import type { Derivation } from './facts/derivation';
import { innovationDerivations } from './facts/innovation';
import { operationDerivations } from './facts/operation';
import { peopleDerivations } from './facts/people';
import { registrationDerivations } from './facts/registration';
import { standingDerivations } from './facts/standing';
import { taxDerivations } from './facts/tax';

export type { CreditRecord };

/** How each attribute of an enterprise is read from its credit file. */
export const derivations: Readonly<Record<Exclude<AttributeKey, RequestAttributeKey>, Derivation>> = {
  ...registrationDerivations,
  ...standingDerivations,
  ...taxDerivations,
  ...peopleDerivations,
  ...operationDerivations,
  ...innovationDerivations,
  ...declaredDerivations,
};

export type FactsInput = {
  /** The records that may be read: all of the consented and open classes, the open part of the others (`openPart`). */
  readonly records: readonly CreditRecord[];
  /** The classes, or the authorised parts of classes, that may not be read for want of the firm's authorisation. */
  readonly notConsented: ReadonlySet<RecordClassCode>;
  readonly today: CalendarDate;
  /**
   * byClass: a record older than its class allows no longer speaks of today (`staleAfterMonths`).
   * none: data of the past is read as of its own day, which is shown with it.
   */
  readonly ageLimit?: 'byClass' | 'none';
};

/**
 * For how many months a record speaks of today, by how often its class is refreshed: time for two deliveries of what
 * comes by day, week, month or year to have failed. Ours, not a regulation's. What comes with events is kept as long as
 * the window that most rules look back over.
 */
export const staleAfterMonths: Readonly<Record<Refresh, number>> = { d: 6, w: 6, m: 6, e: 24, y: 30 };

/**
 * What is known of an enterprise: one fact for each attribute that is not about the request.
 *
 * A value carries the day and the source of the newest record it was read from. Without a value the reason is the first
 * that applies: not consented (authorising may settle it), then missing. A value that rests on a record under objection
 * is disputed, and one whose newest record is too old is stale: both are unknown. Nothing unknown ever becomes no.
 */
export function deriveFacts({ records, notConsented, today, ageLimit = 'byClass' }: FactsInput): Facts {
  const file = new CreditFile(records);
  const facts = new Map<AttributeKey, Fact>();
  for (const attribute of attributes) {
    const { key } = attribute;
    if (isRequestAttribute(key)) continue;
    const evidence = derivations[key](file, today);
    if (evidence === null) facts.set(key, notDerived(attribute, notConsented));
    else if (evidence.records.some(record => record.isDisputed === true))
      facts.set(key, unknown(attribute, 'disputed', disputedIn(evidence.records)));
    else {
      const staleClasses = ageLimit === 'none' ? [] : staleIn(evidence.records, today);
      facts.set(key, staleClasses.length > 0 ? unknown(attribute, 'stale', staleClasses) : known(evidence));
    }
  }
  return facts;
}

function known({ value, records }: NonNullable<ReturnType<Derivation>>): Fact {
  const newest = records.reduce((a, b) => (a.asOf > b.asOf ? a : b));
  return { known: true, value, asOf: newest.asOf, source: newest.source };
}

function notDerived(attribute: Attribute, notConsented: ReadonlySet<RecordClassCode>): UnknownFact {
  const closed = dataClassesOf(attribute).filter(code => isRecordClassCode(code) && notConsented.has(code));
  return closed.length > 0
    ? unknown(attribute, 'notConsented', closed as RecordClassCode[])
    : { known: false, reason: 'missing' };
}

/** Names the classes that would settle it where they are fewer than all the attribute is read from. */
function unknown(attribute: Attribute, reason: UnknownReason, settledBy: readonly RecordClassCode[]): UnknownFact {
  return settledBy.length < dataClassesOf(attribute).length
    ? { known: false, reason, dataClasses: settledBy }
    : { known: false, reason };
}

const disputedIn = (records: readonly CreditRecord[]): RecordClassCode[] =>
  classesOf(records.filter(record => record.isDisputed === true));

/** The classes whose newest record among these is older than the class allows. */
function staleIn(records: readonly CreditRecord[], today: CalendarDate): RecordClassCode[] {
  return classesOf(records).filter(code => {
    const oldest = addMonths(today, -staleAfterMonths[dataClassOf(code).refresh]);
    return records.every(record => record.dataClass !== code || record.asOf < oldest);
  });
}

const classesOf = (records: readonly CreditRecord[]): RecordClassCode[] => [...new Set(records.map(record => record.dataClass))];
