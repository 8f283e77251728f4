import type { Clause } from '../../../matching/rule';

/**
 * Recognises one condition in a phrase: a pattern for full-width-folded words and what it asks of a firm. A pattern
 * takes in exactly the words it understands; what stands beside them is left for a person. Null: not that condition
 * after all.
 */
export type ConditionReader = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly clause: (found: RegExpMatchArray) => Clause | null;
};
