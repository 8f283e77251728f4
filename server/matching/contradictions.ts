import { type Attribute, attributeOf } from './attributes';
import { isPredicate, type Predicate, predicatesOf, type Rule } from './rule';
import { problem, type RuleProblem } from './ruleProblem';
import { describePredicate } from './wording';

type Placed = { readonly predicate: Predicate; readonly path: string };

/**
 * Comparisons that must hold together and never can ("at least 24 months" and "at most 12 months"): no firm could ever
 * qualify. Judged for each conjunction by itself, on numbers, dates, flags and enumerations.
 */
export function contradictionsIn(rule: Rule): readonly RuleProblem[] {
  const top = rule.all.flatMap((clause, index) => (isPredicate(clause) ? [{ predicate: clause, path: `/all/${index}` }] : []));
  const groups = rule.all.flatMap((clause, index) =>
    isPredicate(clause)
      ? []
      : clause.any.map((alternative, choice) =>
          predicatesOf(alternative).map((predicate, part) => ({ predicate, path: `/all/${index}/any/${choice}/all/${part}` })),
        ),
  );
  return [top, ...groups].flatMap(contradictionsAmong);
}

const contradictionsAmong = (placed: readonly Placed[]): readonly RuleProblem[] =>
  placed.flatMap(({ predicate, path }, index) => {
    const rival = placed
      .slice(0, index)
      .find(earlier => earlier.predicate.attr === predicate.attr && excludes(earlier.predicate, predicate));
    if (rival === undefined) return [];
    const [first, second] = [describePredicate(rival.predicate), describePredicate(predicate)];
    return [
      problem(path, 'contradiction', predicate, {
        zh: `「${second.zh}」与「${first.zh}」矛盾，没有企业能同时满足。请修改其中之一。`,
        en: `"${second.en}" contradicts "${first.en}": no firm can meet both. Change one of them.`,
      }),
    ];
  });

/** Whether no value meets both comparisons of the same attribute. */
function excludes(one: Predicate, other: Predicate): boolean {
  const attribute = attributeOf(one.attr);
  const [a, b] = [intervalOf(one), intervalOf(other)];
  if (a !== null && b !== null) return a.low > b.high || b.low > a.high;
  const [these, those] = [codesOf(one, attribute), codesOf(other, attribute)];
  return these !== null && those !== null && !these.some(code => those.includes(code));
}

/** The values admitted by an ordered comparison, months before today for dates; null for the rest. */
function intervalOf(predicate: Predicate): { readonly low: number; readonly high: number } | null {
  switch (predicate.op) {
    case '>=':
      return { low: predicate.value, high: Number.POSITIVE_INFINITY };
    case '<=':
      return { low: Number.NEGATIVE_INFINITY, high: predicate.value };
    case 'between':
      return { low: predicate.value[0], high: predicate.value[1] };
    case 'atLeastAgo':
      return { low: predicate.months, high: Number.POSITIVE_INFINITY };
    case 'atMostAgo':
      return { low: Number.NEGATIVE_INFINITY, high: predicate.months };
    default:
      return null;
  }
}

/** The codes admitted by a comparison of a flag or an enumeration; null for the rest. */
function codesOf(predicate: Predicate, attribute: Attribute): readonly string[] | null {
  if (predicate.op === 'is') return [String(predicate.value)];
  if (predicate.op === 'in') return predicate.value;
  if (predicate.op !== 'notIn' || attribute.kind !== 'enum') return null;
  return Object.keys(attribute.values).filter(code => !predicate.value.includes(code));
}
