import type { Text } from '../shared/text';

/** What can be wrong with a rule: stable names that programs may rely on. */
export type RuleProblemName =
  | 'shape'
  | 'unknownKey'
  | 'unknownAttribute'
  | 'unknownOperator'
  | 'operatorNotOfKind'
  | 'valueNotOfKind'
  | 'notInteger'
  | 'outOfRange'
  | 'invertedRange'
  | 'emptyList'
  | 'listTooLong'
  | 'unknownValue'
  | 'wrongUnit'
  | 'emptyGroup'
  | 'tooDeep'
  | 'tooManyClauses'
  | 'contradiction';

export type RuleProblem = {
  /** JSON pointer to the part that is wrong; empty for the rule as a whole. */
  readonly path: string;
  readonly rule: RuleProblemName;
  readonly value: unknown;
  /** What is wrong and what to write instead. */
  readonly text: Text;
};

export type Problems = RuleProblem[];

export const problem = (path: string, rule: RuleProblemName, value: unknown, text: Text): RuleProblem => ({
  path,
  rule,
  value,
  text,
});

/** A key as one part of a JSON pointer (RFC 6901). */
export const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** What was written, short enough for a sentence. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
