import { addMonths, type CalendarDate, calendarDate, monthsBetween } from '../shared/dates';
import type { Text } from '../shared/text';
import { type Attribute, type AttributeKey, attributeOf } from './attributes';
import type { Subject } from './evaluate';
import { type Fact, type FactValue, factOf, type KnownFact } from './facts';
import type { Predicate } from './rule';
import { describeNumber, describePredicate } from './wording';

/**
 * The nearest way to meet an unmet comparison. `act`: the firm can bring it about. `wait`: it comes with time, on the
 * day `on` where that can be told. `fixed`: nothing helps.
 */
export type Change = {
  readonly attr: AttributeKey;
  readonly kind: 'act' | 'wait' | 'fixed';
  /** The nearest value that meets the comparison; null where none can be named. Months before today for dates. */
  readonly need: FactValue | null;
  /** Distance to `need` in the attribute's unit, positive; null for codes and flags. */
  readonly gap: number | null;
  readonly on: CalendarDate | null;
  readonly text: Text;
};

/** What would have to become of `fact` for `predicate`, which it does not meet today, to be met. */
export function nearestChange(predicate: Predicate, fact: KnownFact, today: CalendarDate): Change {
  const { value } = fact;
  switch (predicate.op) {
    case '>=':
      return rise(predicate, fact, predicate.value, today);
    case '<=':
      return fall(predicate, fact, predicate.value);
    case 'between':
      return typeof value === 'number' && value < predicate.value[0]
        ? rise(predicate, fact, predicate.value[0], today)
        : fall(predicate, fact, predicate.value[1]);
    case 'atLeastAgo':
      return age(predicate, fact, predicate.months, today);
    case 'atMostAgo':
      return fixed(predicate);
    case 'is':
    case 'in':
    case 'under':
    case 'hasAny':
      return become(predicate, predicate.value);
    case 'hasAll':
      return become(
        predicate,
        typeof value === 'object' ? predicate.value.filter(code => !value.includes(code)) : predicate.value,
      );
    case 'notIn':
      return become(predicate, otherCodes(attributeOf(predicate.attr), predicate.value));
    case 'notUnder':
      return become(predicate, null);
  }
}

/**
 * The subject once `changes` have come about: values take the nearest that is needed, and it is the day on which the
 * last one is reached, so that what must not be too old is judged on that day too.
 */
export function changedSubject(subject: Subject, changes: readonly Change[]): Subject {
  const facts = new Map<AttributeKey, Fact>(subject.facts);
  for (const { attr, need } of changes) {
    const fact = factOf(subject.facts, attr);
    if (fact.known && need !== null) facts.set(attr, { ...fact, value: changedValue(attributeOf(attr), fact.value, need) });
  }
  const days = changes.flatMap(({ on }) => (on === null ? [] : [on]));
  return { ...subject, facts, today: days.reduce((latest, day) => (day > latest ? day : latest), subject.today) };
}

/** One of the codes needed for an enumeration, all of them besides those there for a set; a date only grows older. */
function changedValue(attribute: Attribute, value: FactValue, need: FactValue): FactValue {
  if (attribute.kind === 'date') return value;
  if (typeof need !== 'object') return need;
  if (attribute.kind === 'set') return [...(typeof value === 'object' ? value : []), ...need];
  return need[0] ?? value;
}

function rise(predicate: Predicate, fact: KnownFact, need: number, today: CalendarDate): Change {
  const attribute = attributeOf(predicate.attr);
  const gap = need - Number(fact.value);
  if (attribute.change === 'act') return byActing(attribute, need, gap, 'up');
  if (attribute.change === 'fixed' || attribute.drift === 'falls') return fixed(predicate);
  return byWaiting(attribute, need, gap, reachedOn(attribute, fact, gap, today));
}

function fall(predicate: Predicate, fact: KnownFact, need: number): Change {
  const attribute = attributeOf(predicate.attr);
  const gap = Number(fact.value) - need;
  if (attribute.change === 'act') return byActing(attribute, need, gap, 'down');
  if (attribute.change === 'fixed' || attribute.drift === 'rises') return fixed(predicate);
  return byWaiting(attribute, need, gap, null);
}

function age(predicate: Predicate, fact: KnownFact, months: number, today: CalendarDate): Change {
  const since = calendarDate(String(fact.value));
  const on = addMonths(since, months);
  return byWaiting(attributeOf(predicate.attr), months, months - monthsBetween(since, today), on);
}

/**
 * The day a value that rises with time reaches its goal, counted from the day it was measured; the latest day for ages,
 * of which only the completed years are known. A day that has passed means that a fresh record may show it today.
 */
function reachedOn(attribute: Attribute, fact: KnownFact, gap: number, today: CalendarDate): CalendarDate | null {
  if (attribute.kind !== 'number') return null;
  if (attribute.unit !== 'month' && attribute.unit !== 'year') return null;
  const on = addMonths(fact.asOf, attribute.unit === 'year' ? gap * 12 : gap);
  return on < today ? today : on;
}

function byActing(attribute: Attribute, need: number, gap: number, direction: 'up' | 'down'): Change {
  const [goal, distance] = [describeNumber(attribute, need), describeNumber(attribute, gap)];
  const text =
    direction === 'up'
      ? { zh: `提高到${goal.zh}（还差${distance.zh}）`, en: `Raise it to ${goal.en} (${distance.en} more)` }
      : { zh: `降低到${goal.zh}（超出${distance.zh}）`, en: `Lower it to ${goal.en} (${distance.en} less)` };
  return { attr: attribute.key, kind: 'act', need, gap, on: null, text };
}

function byWaiting(attribute: Attribute, need: number, gap: number, on: CalendarDate | null): Change {
  const distance =
    attribute.kind === 'date'
      ? { zh: `${gap}个月`, en: gap === 1 ? '1 month' : `${gap} months` }
      : describeNumber(attribute, gap);
  const text =
    on === null
      ? { zh: `随时间减少后可满足（还需减少${distance.zh}）`, en: `Met once it has fallen with time (${distance.en} to go)` }
      : { zh: `预计${on}可满足（还差${distance.zh}）`, en: `Met on ${on} (${distance.en} to go)` };
  return { attr: attribute.key, kind: 'wait', need, gap, on, text };
}

function become(predicate: Predicate, need: FactValue | null): Change {
  if (attributeOf(predicate.attr).change !== 'act') return fixed(predicate);
  const goal = describePredicate(predicate);
  return {
    attr: predicate.attr,
    kind: 'act',
    need,
    gap: null,
    on: null,
    text: { zh: `需要：${goal.zh}`, en: `Needed: ${goal.en}` },
  };
}

const fixed = (predicate: Predicate): Change => ({
  attr: predicate.attr,
  kind: 'fixed',
  need: null,
  gap: null,
  on: null,
  text: { zh: '此条件无法改变', en: 'This cannot be changed' },
});

const otherCodes = (attribute: Attribute, codes: readonly string[]): readonly string[] | null =>
  attribute.kind === 'enum' ? Object.keys(attribute.values).filter(code => !codes.includes(code)) : null;
