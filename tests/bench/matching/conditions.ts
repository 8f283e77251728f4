import { type AttributeKey, attributeOf } from '../../../server/matching/attributes';
import type { MatchableProduct } from '../../../server/matching/match';
import { alternativesOf, type Clause, type Predicate, predicatesOf } from '../../../server/matching/rule';
import { termClauses } from '../../../server/matching/terms';
import { addDays, addMonths, type CalendarDate } from '../../../server/shared/dates';
import { industries, isWithinIndustry } from '../../../server/shared/industries';
import { choicePlace, choicesOf, columnOf, columns, dayNumber, industryPlace, isOfRequest, today } from './columns';

/**
 * A rule in the form that every rival takes best: whole numbers within ends that are included, or among a few, and never
 * a "not", so that an unknown number, which compares as false, is read as not certain.
 */
export type Condition = Comparison | { readonly any: readonly Condition[] } | { readonly all: readonly Condition[] };

export type Comparison =
  | { readonly column: number; readonly low: number; readonly high: number }
  | { readonly column: number; readonly among: readonly number[] };

/** Every clause that a product asks of a firm and, `withRequest`, of what it requests. */
export function clausesOf({ terms, rule }: MatchableProduct): readonly Clause[] {
  // Requests of the workload name a rate and leave the repayment open.
  const ofTerms = termClauses(terms, { acceptsAnyRate: false, acceptsAnyRepayment: true });
  return [...ofTerms.map(({ clause }) => clause), ...rule.all];
}

/** The clauses as conditions on columns; without a request, what is asked of it is left out. */
export const conditionsOf = (product: MatchableProduct, { withRequest }: { withRequest: boolean }): readonly Condition[] =>
  clausesOf(product)
    .map(conditionOfClause)
    .filter(condition => withRequest || !asksRequest(condition));

const asksRequest = (condition: Condition): boolean => {
  if ('any' in condition) return condition.any.some(asksRequest);
  if ('all' in condition) return condition.all.some(asksRequest);
  const column = columns[condition.column];
  return column !== undefined && isOfRequest(column);
};

const conditionOfClause = (clause: Clause): Condition =>
  anyOf(alternativesOf(clause).map(alternative => allOf(predicatesOf(alternative).map(conditionOf))));

const anyOf = (conditions: readonly Condition[]): Condition => single(conditions) ?? { any: conditions };
const allOf = (conditions: readonly Condition[]): Condition => single(conditions) ?? { all: conditions };
const single = (conditions: readonly Condition[]): Condition | undefined => (conditions.length === 1 ? conditions[0] : undefined);

function conditionOf(predicate: Predicate): Condition {
  const { attr } = predicate;
  switch (predicate.op) {
    case '>=':
      return within(attr, predicate.value, Infinity);
    case '<=':
      return within(attr, -Infinity, predicate.value);
    case 'between':
      return within(attr, predicate.value[0], predicate.value[1]);
    case 'is':
      return among(attr, [predicate.value ? 1 : 0]);
    case 'in':
    case 'notIn':
      return among(attr, choicesMeant(attr, predicate.op === 'in', predicate.value));
    case 'under':
      return anyOf(predicate.value.map(code => within(attr, ...placesUnder(attr, code))));
    case 'notUnder':
      return outside(attr, predicate.value);
    case 'hasAny':
      return anyOf(predicate.value.map(code => ({ column: columnOf(attr, code), among: [1] })));
    case 'atLeastAgo':
      return within(
        attr,
        -Infinity,
        latestDay(day => addMonths(day, predicate.months) <= today),
      );
    case 'atMostAgo':
      return within(attr, latestDay(day => addMonths(day, predicate.months) < today) + 1, Infinity);
    case 'hasAll':
      throw new TypeError('the workload has no rule that asks for all of a set');
  }
}

const within = (attr: AttributeKey, low: number, high: number): Condition => ({ column: columnOf(attr), low, high });
const among = (attr: AttributeKey, numbers: readonly number[]): Condition => ({ column: columnOf(attr), among: numbers });

const choicesMeant = (attr: AttributeKey, isListed: boolean, codes: readonly string[]): readonly number[] => {
  const attribute = attributeOf(attr);
  return choicesOf(attribute)
    .filter(code => codes.includes(code) === isListed)
    .map(code => choicePlace(attribute, code));
};

/** The first and the last number below a code of a tree. */
function placesUnder(attr: AttributeKey, code: string): [number, number] {
  if (attr === 'region') {
    const digits = code.replace(/^(\d\d)0000$|^(\d{4})00$/, '$1$2');
    return [Number(digits.padEnd(6, '0')), Number(digits.padEnd(6, '9'))];
  }
  const places = industries
    .filter(industry => isWithinIndustry(industry.code, code))
    .map(industry => industryPlace(industry.code));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (last - first + 1 !== places.length) throw new RangeError(`what is below industry ${code} does not follow it at once`);
  return [first, last];
}

/** The gaps between what is excluded. */
function outside(attr: AttributeKey, codes: readonly string[]): Condition {
  const excluded = codes.map(code => placesUnder(attr, code)).sort(([a], [b]) => a - b);
  const starts = [-Infinity, ...excluded.map(([, last]) => last + 1)];
  const ends = [...excluded.map(([first]) => first - 1), Infinity];
  return anyOf(starts.flatMap((low, index) => (low <= (ends[index] ?? low) ? [within(attr, low, ends[index] ?? low)] : [])));
}

/** The number of the latest day for which `holds`, which is so of every day before it. */
function latestDay(holds: (day: CalendarDate) => boolean): number {
  let day = today;
  while (!holds(day)) day = addDays(day, -1);
  while (holds(addDays(day, 1))) day = addDays(day, 1);
  return dayNumber(day);
}
