import { addMonths, type CalendarDate, calendarDate } from '../shared/dates';
import { isWithinIndustry } from '../shared/industries';
import { isWithinRegion } from '../shared/regions';
import { type AttributeKey, attributeOf, isRequestAttribute } from './attributes';
import { type Facts, type FactValue, factOf } from './facts';
import { type Clause, isPredicate, type Predicate, predicatesOf, type Rule } from './rule';

/** Kleene's three values as numbers, so that "all" is the minimum and "any" the maximum. */
export type Truth = 0 | 1 | 2;
export const no = 0 satisfies Truth;
export const unknown = 1 satisfies Truth;
export const yes = 2 satisfies Truth;

/**
 * Of whom the rule is asked. Without a request the question is whether some request could qualify, so every
 * comparison of the request's own fields reads as met.
 */
export type Subject = { readonly facts: Facts; readonly today: CalendarDate; readonly hasRequest: boolean };

export const judgeRule = (rule: Rule, subject: Subject): Truth => all(rule.all.map(clause => judgeClause(clause, subject)));

export const judgeClause = (clause: Clause, subject: Subject): Truth =>
  isPredicate(clause)
    ? judgePredicate(clause, subject)
    : any(clause.any.map(alternative => all(predicatesOf(alternative).map(predicate => judgePredicate(predicate, subject)))));

export function judgePredicate(predicate: Predicate, subject: Subject): Truth {
  if (isOpen(predicate.attr, subject)) return yes;
  const fact = factOf(subject.facts, predicate.attr);
  return fact.known ? compare(predicate, fact.value, subject.today) : unknown;
}

/** Whether the attribute belongs to a request that has not been made. */
export const isOpen = (key: AttributeKey, subject: Subject): boolean => !subject.hasRequest && isRequestAttribute(key);

export const all = (truths: readonly Truth[]): Truth =>
  truths.reduce<Truth>((least, truth) => (truth < least ? truth : least), yes);
export const any = (truths: readonly Truth[]): Truth => truths.reduce<Truth>((most, truth) => (truth > most ? truth : most), no);

/**
 * A known value against one comparison. Unknown only where the value is a tree code too coarse to tell: a firm known
 * to be in Deyang may or may not be in Jingyang district.
 */
function compare(predicate: Predicate, value: FactValue, today: CalendarDate): Truth {
  switch (predicate.op) {
    case '>=':
      return truth(numberOf(value) >= predicate.value);
    case '<=':
      return truth(numberOf(value) <= predicate.value);
    case 'between':
      return truth(numberOf(value) >= predicate.value[0] && numberOf(value) <= predicate.value[1]);
    case 'is':
      return truth(value === predicate.value);
    case 'in':
      return truth(predicate.value.includes(codeOf(value)));
    case 'notIn':
      return truth(!predicate.value.includes(codeOf(value)));
    case 'under':
      return any(predicate.value.map(ancestor => isUnder(predicate.attr, codeOf(value), ancestor)));
    case 'notUnder':
      return not(any(predicate.value.map(ancestor => isUnder(predicate.attr, codeOf(value), ancestor))));
    case 'hasAny':
      return truth(predicate.value.some(code => codesOf(value).includes(code)));
    case 'hasAll':
      return truth(predicate.value.every(code => codesOf(value).includes(code)));
    case 'atLeastAgo':
      return truth(addMonths(dateOf(value), predicate.months) <= today);
    case 'atMostAgo':
      return truth(addMonths(dateOf(value), predicate.months) >= today);
  }
}

const truth = (holds: boolean): Truth => (holds ? yes : no);
const not = (value: Truth): Truth => (value === yes ? no : value === no ? yes : unknown);

function isUnder(key: AttributeKey, code: string, ancestor: string): Truth {
  const attribute = attributeOf(key);
  const isWithin = attribute.kind === 'tree' && attribute.tree === 'adcode' ? isWithinRegion : isWithinIndustry;
  if (isWithin(code, ancestor)) return yes;
  return isWithin(ancestor, code) ? unknown : no;
}

/* A fact of the wrong shape is a defect of whoever derived it, never a verdict. */
function numberOf(value: FactValue): number {
  if (typeof value === 'number') return value;
  throw new TypeError(`a number was expected, not ${JSON.stringify(value)}`);
}

function codeOf(value: FactValue): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`a code was expected, not ${JSON.stringify(value)}`);
}

function codesOf(value: FactValue): readonly string[] {
  if (typeof value === 'object') return value;
  throw new TypeError(`a list of codes was expected, not ${JSON.stringify(value)}`);
}

const dateOf = (value: FactValue): CalendarDate => calendarDate(codeOf(value));
