/**
 * A rule while it is being written: clauses that must all hold, each a choice of alternatives, each alternative a list
 * of comparisons that must hold together. The rule's JSON leaves out groups of one; here every level is always there, so
 * that the editor draws one shape.
 */
export type Comparison = {
  readonly attr?: string;
  readonly op?: string;
  readonly value?: unknown;
  readonly months?: number | null;
};
type Alternative = readonly Comparison[];
type Clause = readonly Alternative[];
export type Clauses = readonly Clause[];

/** Where a comparison stands. */
export type Place = { readonly clause: number; readonly alternative: number; readonly part: number };

type Json = Readonly<Record<string, unknown>>;
const isObject = (node: unknown): node is Json => typeof node === 'object' && node !== null && !Array.isArray(node);

/** The clauses of `rule`; null when its groups are not nested as rules are, so that it cannot be drawn. */
export function clausesOf(rule: unknown): Clauses | null {
  if (!isObject(rule) || !Array.isArray(rule.all)) return null;
  return every(rule.all, node =>
    isObject(node) && Array.isArray(node.any) ? every(node.any, alternativeOf) : every([node], alternativeOf),
  );
}

const alternativeOf = (node: unknown): Alternative | null =>
  isObject(node) && Array.isArray(node.all) ? every(node.all, comparisonOf) : every([node], comparisonOf);

const comparisonOf = (node: unknown): Comparison | null =>
  isObject(node) && !('any' in node) && !('all' in node) ? (node as Comparison) : null;

function every<Part>(nodes: readonly unknown[], read: (node: unknown) => Part | null): readonly Part[] | null {
  const parts = nodes.map(read);
  return parts.every(part => part !== null) ? (parts as Part[]) : null;
}

/** `clauses` as the rule's JSON, without groups of one. */
export const ruleOf = (clauses: Clauses): { readonly all: readonly unknown[] } => ({
  all: clauses.map(clause => {
    const [only] = clause;
    return clause.length === 1 && only?.length === 1
      ? only[0]
      : { any: clause.map(parts => (parts.length === 1 ? parts[0] : { all: parts })) };
  }),
});

/** Which comparison a problem's JSON pointer speaks of; null when it is the rule as a whole. */
export function placeOf(pointer: string): Place | null {
  const match = /^\/all\/(\d+)(?:\/any\/(\d+))?(?:\/all\/(\d+))?/.exec(pointer);
  if (!match) return null;
  const [, clause, alternative = '0', part = '0'] = match;
  return { clause: Number(clause), alternative: Number(alternative), part: Number(part) };
}

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.clause === other.clause && one.alternative === other.alternative && one.part === other.part;

/** A place as a React key: a comparison is known by where it stands, for it has no name of its own. */
export const keyOf = (...indexes: readonly number[]): string => indexes.join('.');

const replaced = <Item>(items: readonly Item[], index: number, next: (item: Item) => Item): readonly Item[] =>
  items.map((item, each) => (each === index ? next(item) : item));

const without = <Item>(items: readonly Item[], index: number): readonly Item[] => items.filter((_, each) => each !== index);

/** One more condition that must hold. */
export const withClause = (clauses: Clauses): Clauses => [...clauses, [[{}]]];

/** One more way to meet the clause: "or". */
export const withAlternative = (clauses: Clauses, clause: number): Clauses =>
  replaced(clauses, clause, alternatives => [...alternatives, [{}]]);

/** One more comparison that the alternative asks for as well: "and". */
export const withPart = (clauses: Clauses, clause: number, alternative: number): Clauses =>
  replaced(clauses, clause, alternatives => replaced(alternatives, alternative, parts => [...parts, {}]));

export const withComparison = (clauses: Clauses, place: Place, next: Comparison): Clauses =>
  replaced(clauses, place.clause, alternatives =>
    replaced(alternatives, place.alternative, parts => replaced(parts, place.part, () => next)),
  );

/**
 * Without the comparison at `place`; alternatives and clauses that it leaves empty go with it. Where one alternative
 * with several comparisons is left, these become clauses of their own: it asks the same, more simply.
 */
export const withoutComparison = (clauses: Clauses, place: Place): Clauses =>
  clauses.flatMap((clause, index) => {
    if (index !== place.clause) return [clause];
    const left = replaced(clause, place.alternative, parts => without(parts, place.part)).filter(parts => parts.length > 0);
    const [only] = left;
    if (!only) return [];
    return left.length === 1 ? only.map(comparison => [[comparison]]) : [left];
  });

export const withoutClause = (clauses: Clauses, clause: number): Clauses => without(clauses, clause);

/** The clause moved one place up or down; the order does not change what the rule asks, only how it reads. */
export function movedClause(clauses: Clauses, clause: number, by: -1 | 1): Clauses {
  const target = clauses[clause + by];
  const moved = clauses[clause];
  if (!target || !moved) return clauses;
  return clauses.map((each, index) => (index === clause ? target : index === clause + by ? moved : each));
}
