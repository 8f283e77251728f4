import fc from 'fast-check';
import { type Attribute, type AttributeKey, attributes } from '../../server/matching/attributes';
import type { Fact, Facts, FactValue } from '../../server/matching/facts';
import { operatorsOf, type Predicate, type Rule } from '../../server/matching/rule';
import { addDays, addMonths, type CalendarDate, calendarDate } from '../../server/shared/dates';
import { measuredOn } from './factBuilders';

export const today = calendarDate('2026-06-30');

const regionCodes = ['510000', '510600', '510603', '510604', '510623', '500103', '110000'];
const industryCodes = ['A', 'C', '35', '351', '3511', '3512', '13', 'I', '65'];

const codesOf = (attribute: Attribute): readonly string[] => {
  if (attribute.kind === 'enum' || attribute.kind === 'set') return Object.keys(attribute.values);
  return attribute.kind === 'tree' && attribute.tree === 'adcode' ? regionCodes : industryCodes;
};

const someCodes = (attribute: Attribute, least: number) => fc.subarray([...codesOf(attribute)], { minLength: least });

/** Numbers near the cuts that rules use, so that edges are hit often. */
const numberNearCuts = (attribute: Attribute & { kind: 'number' }): fc.Arbitrary<number> =>
  fc
    .tuple(fc.constantFrom(...attribute.commonCuts), fc.constantFrom(-1, 0, 1))
    .map(([cut, step]) => Math.min(attribute.max, Math.max(attribute.min, cut + step)));

const months = fc.constantFrom(0, 1, 6, 12, 24, 36);

const predicateOf = (attribute: Attribute): fc.Arbitrary<Predicate> =>
  fc.constantFrom(...operatorsOf(attribute.kind)).chain((op): fc.Arbitrary<Predicate> => {
    const attr = attribute.key;
    switch (op) {
      case 'atLeastAgo':
      case 'atMostAgo':
        return months.map(count => ({ attr, op, months: count }));
      case 'is':
        return fc.boolean().map(value => ({ attr, op, value }));
      case '>=':
      case '<=':
        return numberOf(attribute).map(value => ({ attr, op, value }));
      case 'between':
        return fc
          .tuple(numberOf(attribute), numberOf(attribute))
          .map(([a, b]) => ({ attr, op, value: [Math.min(a, b), Math.max(a, b)] }));
      default:
        return someCodes(attribute, 1).map(value => ({ attr, op, value }));
    }
  });

const numberOf = (attribute: Attribute): fc.Arbitrary<number> => {
  if (attribute.kind !== 'number') throw new TypeError(`${attribute.key} is no number`);
  return numberNearCuts(attribute);
};

const measuredValueOf = (attribute: Attribute): fc.Arbitrary<FactValue> => {
  switch (attribute.kind) {
    case 'number':
      return numberNearCuts(attribute);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc
        .tuple(months, fc.constantFrom(-1, 0, 1))
        .map(([count, days]): CalendarDate => addDays(addMonths(today, -count), days));
    case 'set':
      return someCodes(attribute, 0);
    default:
      return fc.constantFrom(...codesOf(attribute));
  }
};

export const factAbout = (attribute: Attribute): fc.Arbitrary<Fact> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: measuredValueOf(attribute).map((value): Fact => ({ known: true, value, asOf: measuredOn, source: 'register' })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('missing', 'notConsented', 'disputed', 'stale')
        .map((reason): Fact => ({ known: false, reason }) as const),
    },
  );

/** A known value for every attribute that is asked about. */
export const knownFactAbout = (attribute: Attribute): fc.Arbitrary<Fact> => factAbout(attribute).filter(fact => fact.known);

/** Rules of every shape over few attributes, so that comparisons of one attribute meet in one rule. */
export const ruleAbout = (choice: readonly Attribute[]): fc.Arbitrary<Rule> => {
  const predicate = fc.constantFrom(...choice).chain(predicateOf);
  const group = fc.record({ all: fc.array(predicate, { minLength: 1, maxLength: 3 }) });
  const clause = fc.oneof(predicate, fc.record({ any: fc.array(fc.oneof(predicate, group), { minLength: 1, maxLength: 3 }) }));
  return fc.record({ all: fc.array(clause, { maxLength: 5 }) });
};

export const factsAbout = (choice: readonly Attribute[], fact = factAbout): fc.Arbitrary<Facts> =>
  fc
    .tuple(...choice.map(attribute => fact(attribute)))
    .map(list => new Map<AttributeKey, Fact>(list.map((each, index) => [keyAt(choice, index), each])));

const keyAt = (choice: readonly Attribute[], index: number): AttributeKey => {
  const attribute = choice[index];
  if (attribute === undefined) throw new RangeError(`no attribute at ${index}`);
  return attribute.key;
};

/** A handful of attributes of every kind. */
export const someAttributes: fc.Arbitrary<Attribute[]> = fc.subarray([...attributes], { minLength: 2, maxLength: 6 });
