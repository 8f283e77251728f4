import { type CalendarDate, daysBetween } from '../shared/dates';
import { childIndustries, industryByCode } from '../shared/industries';
import { regionPrefix } from '../shared/regions';
import { type Attribute, type AttributeKey, attributeOf, attributes } from './attributes';
import { type Facts, type FactValue, factOf } from './facts';

/**
 * One number that rules can see of a firm. A number, a flag (0 or 1), a choice (its place in the dictionary) and a day
 * have one axis, a set one for each of its values, a code of a tree two: the lowest and the highest leaf it may stand
 * for, so that a code too coarse to tell is an interval that a rule splits.
 */
export type Axis = {
  readonly owner: AttributeKey | OpenTerm;
  readonly attribute: Attribute;
  /** What an unknown value reads as: kept apart in a plane of its own, or as the whole interval of a tree. */
  readonly unknownAs: 'unknown' | 'lowest' | 'highest';
};

/** Where terms look for the rate and the repayment that a firm accepts: left open, it accepts any. */
export type OpenTerm = 'acceptedRate' | 'acceptedRepayment';
const openTerms: Readonly<Record<OpenTerm, AttributeKey>> = {
  acceptedRate: 'highestRateBps',
  acceptedRepayment: 'repaymentMethodsAccepted',
};

/** The axes of an attribute: `count` of them from `first` on in a row of coordinates. */
export type Place = { readonly attribute: Attribute; readonly first: number; readonly count: number };

const valuesOf = (attribute: Attribute): readonly string[] =>
  attribute.kind === 'enum' || attribute.kind === 'set' ? Object.keys(attribute.values) : [];

function axesOf(owner: Axis['owner'], attribute: Attribute): readonly Axis[] {
  const axis = (unknownAs: Axis['unknownAs']): Axis => ({ owner, attribute, unknownAs });
  if (attribute.kind === 'tree') return [axis('lowest'), axis('highest')];
  return attribute.kind === 'set' ? valuesOf(attribute).map(() => axis('unknown')) : [axis('unknown')];
}

const owners: readonly (readonly [Axis['owner'], Attribute])[] = [
  ...attributes.map(attribute => [attribute.key, attribute] as const),
  ...(Object.keys(openTerms) as OpenTerm[]).map(term => [term, attributeOf(openTerms[term])] as const),
];
const groups = owners.map(([owner, attribute]) => axesOf(owner, attribute));

/** Every axis, in the order of a row of coordinates: fixed by the dictionary alone, whatever rules ask. */
export const axes: readonly Axis[] = groups.flat();

const places: ReadonlyMap<Axis['owner'], Place> = new Map(
  owners.map(([owner, attribute], index) => {
    const first = groups.slice(0, index).reduce((sum, group) => sum + group.length, 0);
    return [owner, { attribute, first, count: groups[index]?.length ?? 0 }];
  }),
);

export function placeOf(owner: Axis['owner']): Place {
  const found = places.get(owner);
  if (found === undefined) throw new RangeError(`no axis for ${owner}`);
  return found;
}

/** The place of a value among those of an enumeration or set, from 0. */
export const indexOfValue = (attribute: Attribute, value: string): number => valuesOf(attribute).indexOf(value);

/** The values of an enumeration or set in the order of their axes or codes. */
export const valueAt = (attribute: Attribute, index: number): string => valuesOf(attribute)[index] ?? '';

const epoch = '1970-01-01' as CalendarDate;
export const dayNumber = (date: CalendarDate): number => daysBetween(epoch, date);

/** The leaves below a code of a tree: both ends, `from` included and `below` not. A code that is none lies apart. */
export function leavesBelow(attribute: Attribute, code: string): { readonly from: number; readonly below: number } {
  const ends = attribute.kind === 'tree' && attribute.tree === 'adcode' ? regionLeaves(code) : industryLeaves(code);
  return ends ?? { from: -2, below: -1 };
}

/** Digits of GB/T 2260 and of towns and villages, filled up to twelve. */
function regionLeaves(code: string) {
  const digits = regionPrefix(code);
  return digits === null ? null : { from: Number(digits.padEnd(12, '0')), below: Number(digits.padEnd(12, '9')) + 1 };
}

/** Ten for each class of GB/T 4754, of which a section takes the outermost: it is wider than its only division. */
function industryLeaves(code: string) {
  const industry = industryByCode(code);
  if (industry === undefined) return null;
  if (industry.level !== 'section')
    return { from: Number(code.padEnd(4, '0')) * 10 + 1, below: Number(code.padEnd(4, '9')) * 10 + 9 };
  const divisions = childIndustries(code).map(child => Number(child.code));
  return { from: Math.min(...divisions) * 1000, below: Math.max(...divisions) * 1000 + 1000 };
}

function write(row: Float64Array, { attribute, first }: Place, value: FactValue): void {
  switch (attribute.kind) {
    case 'number':
    case 'boolean':
      row[first] = Number(value);
      return;
    case 'date':
      row[first] = dayNumber(value as CalendarDate);
      return;
    case 'enum':
      row[first] = indexOfValue(attribute, value as string);
      return;
    case 'set':
      valuesOf(attribute).forEach((code, index) => {
        row[first + index] = (value as readonly string[]).includes(code) ? 1 : 0;
      });
      return;
    case 'tree': {
      const { from, below } = leavesBelow(attribute, value as string);
      row[first] = from;
      row[first + 1] = below - 1;
    }
  }
}

/**
 * What rules can see of a firm as one number for each axis, NaN for what is unknown. Facts of a request stand among the
 * others; a rate or a repayment that it leaves open is met by every product's terms.
 */
export function coordinatesOf(facts: Facts): Float64Array {
  const row = new Float64Array(axes.length).fill(Number.NaN);
  for (const [key, fact] of facts) if (fact.known) write(row, placeOf(key), fact.value);
  return withOpenTerms(row, facts);
}

/** A copy of `row` in which the facts of a request take the place of what stood there. */
export function withRequestFacts(row: Float64Array, request: Facts): Float64Array {
  const copy = row.slice();
  for (const [key, fact] of request) {
    const place = placeOf(key);
    if (fact.known) write(copy, place, fact.value);
    else copy.fill(Number.NaN, place.first, place.first + place.count);
  }
  return withOpenTerms(copy, request);
}

function withOpenTerms(row: Float64Array, facts: Facts): Float64Array {
  for (const [term, key] of Object.entries(openTerms) as [OpenTerm, AttributeKey][]) {
    const place = placeOf(term);
    const fact = factOf(facts, key);
    if (fact.known) write(row, place, fact.value);
    else row.fill(Number.POSITIVE_INFINITY, place.first, place.first + place.count);
  }
  return row;
}
