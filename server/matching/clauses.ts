import { addDays, addMonths, type CalendarDate } from '../shared/dates';
import { isRequestAttribute } from './attributes';
import { dayNumber, indexOfValue, leavesBelow, type OpenTerm, type Place, placeOf, valuesOf } from './coordinates';
import type { MatchableProduct } from './match';
import { alternativesOf, type Clause, type Predicate, predicatesOf } from './rule';
import { termClauses } from './terms';

/**
 * One question about one place: whether its number lies in [from, below), or whether the leaves of a tree lie inside or
 * outside them. Ends are infinite where the question is open on that side.
 */
export type Atom = {
  readonly kind: 'within' | 'under' | 'notUnder';
  readonly axis: number;
  readonly from: number;
  readonly below: number;
};

const within = (axis: number, from: number, below: number): Atom => ({ kind: 'within', axis, from, below });

/** The same for atoms that ask the same, and for no others. */
export const keyOf = ({ kind, axis, from, below }: Atom): string => `${kind} ${axis} ${from} ${below}`;

/** Atoms of which any must hold, for all of a list of them: conjunctive normal form. An empty list always holds. */
export type NormalForm = readonly (readonly Atom[])[];

/** A written clause of a product in normal form. */
export type LoweredProduct = readonly NormalForm[];

export type Lowering = {
  readonly today: CalendarDate;
  /** Without a request, what is asked of it holds: the question is whether some request could qualify. */
  readonly hasRequest: boolean;
};

/**
 * The clauses of a product as questions about coordinates, its terms first, then its rule as written. Exact: every
 * comparison is a set of intervals of whole numbers, and Kleene's logic is distributive, so that "any" may be moved
 * inside "all".
 */
export function lowerProduct({ terms, rule }: Pick<MatchableProduct, 'terms' | 'rule'>, lowering: Lowering): LoweredProduct {
  const ofTerms = termClauses(terms, { acceptsAnyRate: false, acceptsAnyRepayment: false });
  return [
    ...ofTerms.map(({ clause, path }) => lowerClause(clause, lowering, openTermAt[path])),
    ...rule.all.map(clause => lowerClause(clause, lowering)),
  ];
}

const openTermAt: Readonly<Record<string, OpenTerm>> = {
  '/terms/rateBps': 'acceptedRate',
  '/terms/repaymentMethods': 'acceptedRepayment',
};

const lowerClause = (clause: Clause, lowering: Lowering, term?: OpenTerm): NormalForm =>
  alternativesOf(clause)
    .map((alternative): NormalForm => predicatesOf(alternative).flatMap(predicate => lowerPredicate(predicate, lowering, term)))
    .reduce(either);

/** What holds when one of two normal forms does: every pair of their members. */
const either = (one: NormalForm, other: NormalForm): NormalForm => one.flatMap(a => other.map(b => [...a, ...b]));

function lowerPredicate(predicate: Predicate, { today, hasRequest }: Lowering, term?: OpenTerm): NormalForm {
  if (!hasRequest && isRequestAttribute(predicate.attr)) return [];
  const place = placeOf(term ?? predicate.attr);
  const { attribute, first: axis } = place;
  switch (predicate.op) {
    case '>=':
      return [[within(axis, predicate.value, Infinity)]];
    case '<=':
      return [[within(axis, -Infinity, predicate.value + 1)]];
    case 'between':
      return [[within(axis, predicate.value[0], predicate.value[1] + 1)]];
    case 'is':
      return [[predicate.value ? within(axis, 1, Infinity) : within(axis, -Infinity, 1)]];
    case 'in':
      return [choices(place, code => predicate.value.includes(code))];
    case 'notIn':
      return [choices(place, code => !predicate.value.includes(code))];
    case 'hasAny':
      return [predicate.value.map(code => flag(place, code))];
    case 'hasAll':
      return predicate.value.map(code => [flag(place, code)]);
    case 'under':
      return [predicate.value.map(code => ({ kind: 'under', axis, ...leavesBelow(attribute, code) }))];
    case 'notUnder':
      return predicate.value.map(code => [{ kind: 'notUnder', axis, ...leavesBelow(attribute, code) }]);
    case 'atLeastAgo':
      return [[within(axis, -Infinity, dayAfter(predicate.months, today))]];
    case 'atMostAgo':
      return [[within(axis, dayAfter(predicate.months, addDays(today, -1)), Infinity)]];
  }
}

/**
 * The runs of neighbouring values that `isIncluded` keeps; ends outside the domain are open, so they are no cuts. Without
 * any there remains a question that nothing known meets: what is unknown stays unknown.
 */
function choices({ attribute, first: axis }: Place, isIncluded: (code: string) => boolean): Atom[] {
  const included = valuesOf(attribute).map(isIncluded);
  const runs = included.flatMap((isIn, from): Atom[] => {
    if (!isIn || included[from - 1]) return [];
    const below = included.indexOf(false, from);
    return [within(axis, from === 0 ? -Infinity : from, below < 0 ? Infinity : below)];
  });
  return runs.length > 0 ? runs : [within(axis, Infinity, Infinity)];
}

const flag = ({ attribute, first }: Place, code: string): Atom => within(first + indexOfValue(attribute, code), 1, Infinity);

/** The day after the last of which `months` months have passed on `today`; ends of months make it more than one step. */
function dayAfter(months: number, today: CalendarDate): number {
  let day = addMonths(today, -months);
  while (addMonths(day, months) <= today) day = addDays(day, 1);
  return dayNumber(day);
}
