import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import { mayAskReach } from './access';
import { countQuestion } from './asking';
import { ruleReach } from './ruleReach';
import { RuleReachInput, RuleReachType } from './types';

@Resolver()
export class RuleReachResolver {
  @Allow(mayAskReach)
  @Query(() => RuleReachType, {
    description: 'How many firms a rule reaches while it is written; /live/rule-reach keeps telling.',
  })
  ruleReach(@Ctx() context: RequestContext, @Arg('input', () => RuleReachInput) input: RuleReachInput): RuleReachType {
    countQuestion(signedIn(context));
    return ruleReach(context, input);
  }
}
