import { Following, type FollowingContext } from '../../graphql/following';
import { signedIn } from '../../graphql/guard';
import { cityOf } from '../city';
import { countQuestion } from './asking';
import { type ReachQuestion, type RuleReach, ruleReach } from './ruleReach';

/** `ruleReach` at once, again while the city is being read, and whenever it has changed and the counts with it. */
export function ruleReachUpdates(context: FollowingContext, question: ReachQuestion): Promise<AsyncIterable<RuleReach>> {
  countQuestion(signedIn(context));
  return Following.begin<RuleReach>({
    log: context.log,
    listen: wake => cityOf(context.db)?.onChange(wake),
    async answer() {
      await context.renew();
      const event = ruleReach(signedIn(context), question);
      return { event, mark: JSON.stringify(event) };
    },
    isUnsettled: ({ isLoading }) => isLoading,
  });
}
