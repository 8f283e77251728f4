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
