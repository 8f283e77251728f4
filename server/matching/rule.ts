import type { Text } from '../shared/text';
import type { AttributeKey, AttributeKind } from './attributes';

/**
 * One comparison of one attribute. Numbers are integers in the attribute's unit, months are whole months before today,
 * both ends of a range are included.
 */
export type Predicate =
  | { readonly attr: AttributeKey; readonly op: '>=' | '<='; readonly value: number }
  | { readonly attr: AttributeKey; readonly op: 'between'; readonly value: readonly [number, number] }
  | { readonly attr: AttributeKey; readonly op: 'is'; readonly value: boolean }
  | { readonly attr: AttributeKey; readonly op: ListOperator; readonly value: readonly string[] }
  | { readonly attr: AttributeKey; readonly op: 'atLeastAgo' | 'atMostAgo'; readonly months: number };

export type ListOperator = 'in' | 'notIn' | 'under' | 'notUnder' | 'hasAny' | 'hasAll';
export type Operator = Predicate['op'];

export type Alternative = Predicate | { readonly all: readonly Predicate[] };
export type Clause = Predicate | { readonly any: readonly Alternative[] };

/**
 * What a product asks of a firm: every clause must hold; a clause is one comparison or a choice between alternatives.
 * The depth is fixed so that an editor can draw it, and there is no general "not": operators have negative forms, which
 * keeps every verdict monotone in what is known. A rule without clauses is open to everyone.
 */
export type Rule = { readonly all: readonly Clause[] };

export const isPredicate = (node: Clause | Alternative): node is Predicate => 'attr' in node;

/** The comparisons that an alternative asks for together. */
export const predicatesOf = (alternative: Alternative): readonly Predicate[] =>
  isPredicate(alternative) ? [alternative] : alternative.all;

/** The alternatives of a clause; a plain comparison is the only alternative of its clause. */
export const alternativesOf = (clause: Clause): readonly Alternative[] => (isPredicate(clause) ? [clause] : clause.any);

const operatorsByKind = {
  number: ['>=', '<=', 'between'],
  date: ['atLeastAgo', 'atMostAgo'],
  boolean: ['is'],
  enum: ['in', 'notIn'],
  set: ['hasAny', 'hasAll'],
  tree: ['under', 'notUnder'],
} as const satisfies Record<AttributeKind['kind'], readonly Operator[]>;

/** The operators that make sense for an attribute of this kind, in the order an editor offers them. */
export const operatorsOf = (kind: AttributeKind['kind']): readonly Operator[] => operatorsByKind[kind];

export const operatorLabels: Readonly<Record<Operator, Text>> = {
  '>=': { zh: '不低于', en: 'at least' },
  '<=': { zh: '不超过', en: 'at most' },
  between: { zh: '在…至…之间（含）', en: 'from … to …, both included' },
  is: { zh: '是/否', en: 'is' },
  in: { zh: '为其中之一', en: 'one of' },
  notIn: { zh: '不为其中任何一个', en: 'none of' },
  under: { zh: '属于', en: 'within' },
  notUnder: { zh: '不属于', en: 'not within' },
  hasAny: { zh: '包含任一', en: 'includes any of' },
  hasAll: { zh: '包含全部', en: 'includes all of' },
  atLeastAgo: { zh: '已满（月）', en: 'at least … months ago' },
  atMostAgo: { zh: '不超过（月）', en: 'at most … months ago' },
};

/** More clauses than any product sheet has; keeps one rule from costing as much as a whole catalogue. */
export const clausesMax = 64;

/**
 * How many any-of clauses the rule becomes in conjunctive normal form, which is how an engine reads it: alternatives
 * that are groups multiply, "includes all of" counts once per value.
 */
export const clauseCount = (rule: Rule): number => sum(rule.all.map(countOfClause));

const countOfClause = (clause: Clause): number =>
  alternativesOf(clause)
    .map(alternative => sum(predicatesOf(alternative).map(countOfPredicate)))
    .reduce((product, count) => product * count, 1);

const countOfPredicate = (predicate: Predicate): number => (predicate.op === 'hasAll' ? predicate.value.length : 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
