import { type CalendarDate, daysBetween } from '../shared/dates';
import { childIndustries, industryByCode } from '../shared/industries';
import { regionPrefix } from '../shared/regions';
import { type Attribute, type AttributeKey, attributeOf, attributes } from './attributes';
import { type Fact, type Facts, type FactValue, factOf } from './facts';

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

/** The values of an enumeration or set in the order of their codes or axes. */
export const valuesOf = (attribute: Attribute): readonly string[] =>
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

/** Every axis, in the order of a row of coordinates: fixed by the dictionary alone, whatever rules ask. */
export const axes: readonly Axis[] = owners.flatMap(([owner, attribute]) => axesOf(owner, attribute));

const places: ReadonlyMap<Axis['owner'], Place> = new Map(
  owners.map(([owner, attribute]) => {
    const first = axes.findIndex(axis => axis.owner === owner);
    return [owner, { attribute, first, count: axes.filter(axis => axis.owner === owner).length }];
  }),
);

export const placeOf = (owner: Axis['owner']): Place => places.get(owner) as Place;

/** The place of a value among those of an enumeration or set, from 0. */
export const indexOfValue = (attribute: Attribute, value: string): number => valuesOf(attribute).indexOf(value);

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

/**
 * What rules can see of a firm as one number for each axis, NaN for what is unknown. Facts of a request stand among the
 * others; a rate or a repayment that it leaves open is met by every product's terms.
 */
export const coordinatesOf = (facts: Facts): Float64Array =>
  withRequestFacts(new Float64Array(axes.length).fill(Number.NaN), facts);

/** A copy of `row` in which the facts of a request take the place of what stood there. */
export function withRequestFacts(row: Float64Array, request: Facts): Float64Array {
  const copy = row.slice();
  for (const [key, fact] of request) write(copy, placeOf(key), fact, Number.NaN);
  for (const [term, key] of Object.entries(openTerms) as [OpenTerm, AttributeKey][])
    write(copy, placeOf(term), factOf(request, key), Number.POSITIVE_INFINITY);
  return copy;
}

function write(row: Float64Array, { attribute, first, count }: Place, fact: Fact, ifUnknown: number): void {
  if (!fact.known) row.fill(ifUnknown, first, first + count);
  else if (attribute.kind === 'set')
    valuesOf(attribute).forEach((code, index) => {
      row[first + index] = Number((fact.value as readonly string[]).includes(code));
    });
  else if (attribute.kind === 'tree') {
    const { from, below } = leavesBelow(attribute, fact.value as string);
    row.set([from, below - 1], first);
  } else row[first] = numberOf(attribute, fact.value);
}

function numberOf(attribute: Attribute, value: FactValue): number {
  if (attribute.kind === 'date') return dayNumber(value as CalendarDate);
  return attribute.kind === 'enum' ? indexOfValue(attribute, value as string) : Number(value);
}
