import { Arg, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../../context';
import { following } from '../../graphql/following';
import { Allow, signedIn } from '../../graphql/guard';
import { mayAskReach } from './access';
import { countQuestion } from './asking';
import { type ReachQuestion, type RuleReach, ruleReach } from './ruleReach';
import { ruleReachUpdates } from './ruleReachUpdates';
import { RuleReachInput, RuleReachType } from './types';

@Resolver()
export class RuleReachResolver {
  @Allow(mayAskReach)
  @Query(() => RuleReachType, {
    description: 'How many firms a rule reaches while it is written; `ruleReachUpdates` keeps telling.',
  })
  ruleReach(@Ctx() context: RequestContext, @Arg('input', () => RuleReachInput) input: RuleReachInput): RuleReachType {
    countQuestion(signedIn(context));
    return ruleReach(context, input);
  }

  @Allow(mayAskReach)
  @Subscription(() => RuleReachType, {
    subscribe: ({ context, args }) => ruleReachUpdates(following(context), args.input as ReachQuestion),
    description: 'How many firms a rule reaches: at once, while the city is being read, and whenever it has changed.',
  })
  ruleReachUpdates(@Root() reach: RuleReach, @Arg('input', () => RuleReachInput) _input: RuleReachInput): RuleReachType {
    return reach;
  }
}
