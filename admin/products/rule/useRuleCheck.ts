import type { RuleCheck } from '../../generated/schema';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { useSettled } from '../../shared/useSettled';
import { checkRuleDocument } from '../operations';

/** How long the typing rests before the platform is asked. */
const restMs = 350;

export type Checked = {
  /** The answer is to the rule as it stands now. */
  readonly isFresh: boolean;
  readonly problems: readonly { readonly path: string; readonly text: string }[];
  /** What each sound clause says, by its JSON pointer. */
  readonly sentences: ReadonlyMap<string, string>;
  readonly error: Error | null;
};

/** What the platform says of a rule that is being written; asked when the typing rests. */
export function useRuleCheck(rule: unknown): Checked {
  const text = useText();
  const now = JSON.stringify(rule);
  const settled = useSettled(now, restMs);
  const { data, isPlaceholderData, error } = useAsk<{ checkRule: RuleCheck }>(checkRuleDocument, { rule: JSON.parse(settled) });
  const isFresh = settled === now && data !== undefined && !isPlaceholderData;
  return {
    isFresh,
    problems: isFresh ? data.checkRule.problems.map(problem => ({ path: problem.path, text: text(problem.text) })) : [],
    sentences: new Map(data?.checkRule.sentences.map(sentence => [sentence.path, text(sentence.text)])),
    error,
  };
}
