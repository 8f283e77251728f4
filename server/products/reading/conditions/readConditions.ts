import type { Alternative, Clause, Predicate } from '../../../matching/rule';
import { isPredicate } from '../../../matching/rule';
import type { ConditionReader } from './conditionReader';
import { peopleConditions } from './people';
import { registrationConditions } from './registration';
import { standingConditions } from './standing';
import { taxConditions } from './tax';

/** Every condition that can be recognised, in the order they are tried: the first to take words keeps them. */
export const conditionReaders: readonly ConditionReader[] = [
  ...peopleConditions,
  ...taxConditions,
  ...standingConditions,
  ...registrationConditions,
];

/** Words that were understood, by their place in the phrase, and what they ask. */
export type ReadCondition = { readonly start: number; readonly end: number; readonly clause: Clause };

/**
 * The conditions that stand in `words`, in their order. All of them must hold. Where the phrase offers a choice (或),
 * it is read only when every alternative is a condition and nothing else; otherwise nothing of it is.
 */
export function readConditions(words: string): ReadCondition[] {
  if (!/或/.test(words)) return conjunctsIn(words);
  const alternatives = words.split(/或者?/).map(part => part.replace(/^[\s、,]+|[\s、,]+$/g, ''));
  const read = alternatives.map(alternativeOf);
  if (read.some(alternative => alternative === null)) return [];
  return [{ start: 0, end: words.length, clause: { any: read.filter(alternative => alternative !== null) } }];
}

function conjunctsIn(words: string): ReadCondition[] {
  const taken: ReadCondition[] = [];
  for (const { pattern, clause } of conditionReaders)
    for (const found of words.matchAll(pattern)) {
      const span = { start: found.index, end: found.index + found[0].length };
      if (taken.some(other => span.start < other.end && other.start < span.end)) continue;
      const asked = clause(found);
      if (asked !== null) taken.push({ ...span, clause: asked });
    }
  return taken.sort((a, b) => a.start - b.start);
}

/** `words` as one alternative when they are a condition from end to end; null otherwise. */
function alternativeOf(words: string): Alternative | null {
  const conditions = conjunctsIn(words);
  const [only] = conditions;
  const isWhole = conditions.length === 1 && only !== undefined && only.start === 0 && only.end === words.length;
  return isWhole && isPredicate(only.clause) ? (only.clause satisfies Predicate) : null;
}
