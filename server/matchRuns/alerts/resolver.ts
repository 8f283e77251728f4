import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { endMatchAlert } from './endMatchAlert';
import { matchAlertOf } from './queries';
import { setMatchAlert } from './setMatchAlert';
import { MatchAlertInputType, MatchAlertType } from './types';

@Resolver()
export class MatchAlertResolver {
  @Allow(['enterprise'])
  @Query(() => MatchAlertType, { description: 'What your firm wants to be told; nothing, until it asked.' })
  matchAlert(@Ctx() context: RequestContext): Promise<MatchAlertType> {
    return matchAlertOf(signedIn(context));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => MatchAlertType, { description: 'Lets your firm be told when products become or cease to be open to it.' })
  setMatchAlert(
    @Ctx() context: RequestContext,
    @Arg('input', () => MatchAlertInputType, { defaultValue: {} }) input: MatchAlertInputType,
  ): Promise<MatchAlertType> {
    return setMatchAlert(signedIn(context), input);
  }

  @Allow(['enterprise'], working)
  @Mutation(() => MatchAlertType, { description: 'Ends it; what is in the inbox stays there.' })
  endMatchAlert(@Ctx() context: RequestContext): Promise<MatchAlertType> {
    return endMatchAlert(signedIn(context));
  }
}
