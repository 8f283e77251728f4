import { addDays, type CalendarDate, parseCalendarDate } from '../shared/dates';
import { industryByCode } from '../shared/industries';
import { regionByCode } from '../shared/regions';
import { type Attribute, type AttributeKey, attributeOf, isRequestAttribute } from './attributes';
import { dayNumber, placeOf } from './coordinates';
import { type Fact, type Facts, type FactValue, factOf } from './facts';
import type { Catalogue, RequestedFinancing } from './match';
import { alternativesOf, predicatesOf } from './rule';

/** A value that an attribute is imagined to have. It is judged and forgotten: no record ever holds it. */
export type Hypothesis = { readonly attr: AttributeKey; readonly value: FactValue };

/** Whether `value` is one that the attribute can have: a number within its range, an existing day, codes it knows. */
export function isValueOf(attribute: Attribute, value: unknown): value is FactValue {
  switch (attribute.kind) {
    case 'number':
      return Number.isSafeInteger(value) && Number(value) >= attribute.min && Number(value) <= attribute.max;
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && parseCalendarDate(value) !== null;
    case 'enum':
      return typeof value === 'string' && Object.hasOwn(attribute.values, value);
    case 'set':
      return Array.isArray(value) && value.every(code => Object.hasOwn(attribute.values, code));
    case 'tree':
      return typeof value === 'string' && isCode(attribute, value);
  }
}

const isCode = (attribute: Attribute, code: string): boolean =>
  attribute.kind === 'tree' && (attribute.tree === 'adcode' ? regionByCode(code) : industryByCode(code)) !== undefined;

/** The firm's facts and its request once all of `hypotheses` hold; what is imagined of the request makes it one. */
export function imagined(
  facts: Facts,
  request: RequestedFinancing | null,
  hypotheses: readonly Hypothesis[],
  today: CalendarDate,
): { readonly facts: Facts; readonly request: RequestedFinancing | null } {
  const changed = new Map<AttributeKey, Fact>(facts);
  let wanted = request;
  for (const { attr, value } of hypotheses) {
    if (isRequestAttribute(attr)) wanted = { ...(wanted ?? nothingSaid), ...requestField(attr, value) };
    else changed.set(attr, { known: true, value, asOf: today, source: 'WHAT_IF' });
  }
  return { facts: changed, request: wanted };
}

const nothingSaid: RequestedFinancing = {
  amountFen: null,
  termMonths: null,
  purpose: null,
  securitiesOffered: null,
  highestRateBps: null,
  repaymentMethodsAccepted: [],
};

const requestFields = {
  requestAmountFen: 'amountFen',
  requestTermMonths: 'termMonths',
  requestPurpose: 'purpose',
  securitiesOffered: 'securitiesOffered',
  highestRateBps: 'highestRateBps',
  repaymentMethodsAccepted: 'repaymentMethodsAccepted',
} as const satisfies Record<string, keyof RequestedFinancing>;

const requestField = (attr: keyof typeof requestFields, value: FactValue): Partial<RequestedFinancing> => ({
  [requestFields[attr]]: value,
});

/** What the firm or its request says of an attribute today; null where it is not known or not said. */
export function valueNow(facts: Facts, request: RequestedFinancing | null, attr: AttributeKey): FactValue | null {
  if (isRequestAttribute(attr)) return request === null ? null : (request[requestFields[attr]] ?? null);
  const fact = factOf(facts, attr);
  return fact.known ? fact.value : null;
}

/** A list of values beyond this is no longer one that a person slides through. */
const valuesMax = 60;

/**
 * The values of an attribute worth imagining: one for each stretch between which no product of the catalogue can tell any
 * two apart, so that nothing is missed between two positions of a slider. The value of today stands for its own stretch.
 * Rising for numbers and days, in the dictionary's order for words; for a set, today's with one more each.
 */
export function valuesWorthImagining(catalogue: Catalogue, attribute: Attribute, now: FactValue | null): readonly FactValue[] {
  switch (attribute.kind) {
    case 'boolean':
      return [false, true];
    case 'enum':
      return Object.keys(attribute.values);
    case 'set': {
      const own = Array.isArray(now) ? (now as readonly string[]) : [];
      const others = Object.keys(attribute.values).filter(code => !own.includes(code));
      return [own, ...others.map(code => [...own, code])];
    }
    case 'tree':
      return codesNamed(catalogue, attribute.key, now);
    case 'number':
      return stretches(catalogue, attribute, now === null ? null : Number(now)).map(({ from, to }) =>
        typeof now === 'number' && now >= from && now <= to ? now : roundest({ from, to }, attribute),
      );
    case 'date': {
      const day = typeof now === 'string' ? dayNumber(now as CalendarDate) : null;
      return stretches(catalogue, attribute, day).map(({ from, to }) =>
        day !== null && day >= from && day <= to ? (now as FactValue) : dayAt(to),
      );
    }
  }
}

type Stretch = { readonly from: number; readonly to: number };

function stretches(catalogue: Catalogue, attribute: Attribute, now: number | null): readonly Stretch[] {
  const cuts = [...(catalogue.matcher.codebook.byAxis.get(placeOf(attribute.key).first)?.cuts ?? [])];
  const { least, most } = boundsOf(attribute, catalogue.today);
  const inside = cuts.filter(cut => cut > least && cut <= most);
  const all = [least, ...inside].map((from, index) => ({ from, to: (inside[index] ?? most + 1) - 1 }));
  if (all.length <= valuesMax) return all;
  const step = all.length / valuesMax;
  return all.filter(
    ({ from, to }, index) =>
      Math.floor(index / step) !== Math.floor((index - 1) / step) || (now !== null && now >= from && now <= to),
  );
}

function boundsOf(attribute: Attribute, today: CalendarDate): { least: number; most: number } {
  if (attribute.kind === 'number') return { least: attribute.min, most: attribute.max };
  return { least: dayNumber(today) - centuryDays, most: dayNumber(today) };
}

const centuryDays = 36_525;
const dayAt = (number: number): CalendarDate => addDays('1970-01-01' as CalendarDate, number);

/** The usual value of a stretch, or the rounder of its ends; of the lowest and of the highest, a round value inside. */
function roundest(
  { from, to }: Stretch,
  { commonCuts, min, max }: { commonCuts: readonly number[]; min: number; max: number },
): number {
  const usual = commonCuts.find(value => value >= from && value <= to);
  if (usual !== undefined) return usual;
  if (to === max) return zeros(from) > 0 || from < 1000 ? from : Math.min(max, leading(from) + powerOf(from));
  if (from === min && from > 0) return Math.max(from, leading(to));
  return zeros(to) > zeros(from) ? to : from;
}

const powerOf = (value: number): number => 10 ** (String(value).length - 1);
/** The first digit of a number, the others zero. */
const leading = (value: number): number => Math.floor(value / powerOf(value)) * powerOf(value);
const zeros = (value: number): number => (value === 0 ? 0 : (/0*$/.exec(String(value))?.[0].length ?? 0));

/** The codes that some product asks about, with today's first. */
function codesNamed({ products }: Catalogue, key: AttributeKey, now: FactValue | null): readonly string[] {
  const inRules = products.flatMap(({ rule }) =>
    rule.all.flatMap(clause =>
      alternativesOf(clause)
        .flatMap(predicatesOf)
        .flatMap(({ attr, ...predicate }) =>
          attr === key && 'value' in predicate && Array.isArray(predicate.value) ? predicate.value.map(String) : [],
        ),
    ),
  );
  const inTerms = products.flatMap(({ terms }) =>
    key === 'region' ? terms.regions : key === 'industry' ? [...terms.industries, ...terms.industriesExcluded] : [],
  );
  const named = [...new Set([...inRules, ...inTerms])].filter(code => isCode(attributeOf(key), code) && code !== now).sort();
  return [...(typeof now === 'string' ? [now] : []), ...named].slice(0, valuesMax);
}
