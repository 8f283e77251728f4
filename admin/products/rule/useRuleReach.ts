import { useEffect, useState } from 'react';
import type { RuleReach } from '../../generated/schema';
import { follow } from '../../shared/follow';
import { useLocale } from '../../shared/useLocale';
import { useSettled } from '../../shared/useSettled';
import { ruleReachUpdatesDocument } from '../operations';

/** How long the typing rests before the counts are asked for. */
const restMs = 150;

/** pending: the first answer is awaited; invalid: what was written is no rule yet; unavailable: no counts for this reader. */
export type Reach =
  | { readonly state: 'pending' | 'invalid' | 'unavailable' }
  | { readonly state: 'told'; readonly reach: RuleReach; readonly isFresh: boolean };

/** How many firms a rule that is being written reaches: told at once, and again when the city changes. */
export function useRuleReach(question: object): Reach {
  const asked = JSON.stringify(question);
  const settled = useSettled(asked, restMs);
  const locale = useLocale();
  const [heard, setHeard] = useState<{ readonly of: string; readonly reach: Reach }>({ of: '', reach: { state: 'pending' } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language words the refusals anew.
  useEffect(
    () =>
      follow<{ ruleReachUpdates: RuleReach }>(
        ruleReachUpdatesDocument,
        { input: JSON.parse(settled) },
        {
          next: ({ ruleReachUpdates: reach }) => setHeard({ of: settled, reach: { state: 'told', reach, isFresh: true } }),
          refused: code => setHeard({ of: settled, reach: { state: code === 'INVALID_INPUT' ? 'invalid' : 'unavailable' } }),
        },
      ),
    [settled, locale],
  );
  return heard.reach.state === 'told' ? { ...heard.reach, isFresh: heard.of === asked } : heard.reach;
}
