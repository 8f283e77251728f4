import type { DataClassCode } from '../shared/dataClassCodes';
import type { CalendarDate } from '../shared/dates';
import type { AttributeKey } from './attributes';

/**
 * A value in the shape of its attribute's kind: an integer in the unit, a boolean, a calendar date, a code of an enum
 * or tree, or the codes of a set (empty when it is known that there are none).
 */
export type FactValue = number | boolean | string | readonly string[];

/**
 * Why nothing is known: no record exists, the firm has not authorised the class, the record is under objection, or the
 * newest record is too old to speak of today.
 */
export type UnknownReason = 'missing' | 'notConsented' | 'disputed' | 'stale';

export type KnownFact = {
  readonly known: true;
  readonly value: FactValue;
  /** The day the value describes: that of the newest record used. */
  readonly asOf: CalendarDate;
  /** Who says so, as shown to people: the department or system that the record came from. */
  readonly source: string;
};

export type UnknownFact = {
  readonly known: false;
  readonly reason: UnknownReason;
  /** The classes that would settle it, where fewer than all classes of the attribute. */
  readonly dataClasses?: readonly DataClassCode[];
};

export type Fact = KnownFact | UnknownFact;

/** What is known of one enterprise; an attribute that is left out is unknown for lack of a record. */
export type Facts = ReadonlyMap<AttributeKey, Fact>;

const noRecord: UnknownFact = { known: false, reason: 'missing' };

export const factOf = (facts: Facts, key: AttributeKey): Fact => facts.get(key) ?? noRecord;
