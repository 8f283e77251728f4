import { createHash } from 'node:crypto';
import { ruleText } from '../matching/canonical';
import { parseRule } from '../matching/checkRule';
import type { Rule } from '../matching/rule';
import { parseInput } from '../shared/input';
import type { Terms } from './terms';
import { termsShape } from './termsShape';

/**
 * Terms as they were handed in, checked as a whole: every field by its shape, the rule against the attribute
 * dictionary. A rule that is left out asks nothing. Refuses with INVALID_INPUT naming field, value and rule.
 */
export function readTerms(input: unknown): Terms {
  const { rule, ...terms } = parseInput(termsShape, input);
  return { ...terms, rule: parseRule(rule ?? { all: [] }) };
}

/** SHA-256 of the rule's canonical text, hexadecimal: equal for rules that differ only in writing. */
export const ruleDigest = (rule: Rule): string => createHash('sha256').update(ruleText(rule)).digest('hex');
