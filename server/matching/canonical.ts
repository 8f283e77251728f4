import { remembered } from '../shared/remembered';
import { attributeKeys } from './attributes';
import type { Alternative, Clause, Predicate, Rule } from './rule';
import { alternativesOf, isPredicate, predicatesOf } from './rule';

/**
 * The one way to write a rule: groups of one are dissolved, repeated members dropped, members ordered by the
 * dictionary and value lists by code. Rules that differ only in writing become equal; the meaning never changes.
 */
export function canonicalRule(rule: Rule): Rule {
  return { all: ordered(rule.all.flatMap(canonicalClause)) };
}

/** The canonical rule as text: what is stored, compared and hashed. */
export const ruleText = remembered((rule: Rule): string => JSON.stringify(canonicalRule(rule)));

function canonicalClause(clause: Clause): readonly Clause[] {
  const alternatives = ordered(alternativesOf(clause).map(canonicalAlternative));
  const [only] = alternatives;
  return alternatives.length === 1 && only !== undefined ? predicatesOf(only) : [{ any: alternatives }];
}

function canonicalAlternative(alternative: Alternative): Alternative {
  const predicates = ordered(predicatesOf(alternative).map(canonicalPredicate));
  const [only] = predicates;
  return predicates.length === 1 && only !== undefined ? only : { all: predicates };
}

function canonicalPredicate(predicate: Predicate): Predicate {
  const { attr } = predicate;
  switch (predicate.op) {
    case 'atLeastAgo':
    case 'atMostAgo':
      return { attr, op: predicate.op, months: predicate.months };
    case 'between':
      return { attr, op: 'between', value: [predicate.value[0], predicate.value[1]] };
    case 'is':
      return { attr, op: 'is', value: predicate.value };
    case '>=':
    case '<=':
      return { attr, op: predicate.op, value: predicate.value };
    default:
      return { attr, op: predicate.op, value: [...new Set(predicate.value)].sort() };
  }
}

/** Sorted and without repetition: comparisons by dictionary order, then choices, then by their text. */
function ordered<Node extends Clause | Alternative>(nodes: readonly Node[]): Node[] {
  const keyed = nodes.map(node => ({ node, rank: rankOf(node), text: JSON.stringify(node) }));
  keyed.sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return keyed.filter(({ text }, index) => text !== keyed[index - 1]?.text).map(({ node }) => node);
}

const rankOf = (node: Clause | Alternative): number =>
  isPredicate(node) ? attributeKeys.indexOf(node.attr) : attributeKeys.length;
