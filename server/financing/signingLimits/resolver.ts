import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import { Money } from '../../graphql/scalars';
import { signingRules } from './queries';
import { setSigningLimit } from './setSigningLimit';
import { rulesShape, SigningRulesType } from './types';

@Resolver()
export class SigningLimitResolver {
  @Allow(['enterprise'])
  @Query(() => SigningRulesType, { description: 'Who may bind your firm by how much.' })
  async signingRules(@Ctx() context: RequestContext): Promise<SigningRulesType> {
    return rulesShape(signedIn(context).actor, await signingRules(signedIn(context)));
  }

  @Allow(['enterprise'], { roles: ['administrator'] })
  @Mutation(() => SigningRulesType, {
    description: 'Up to which sum an officer, or every officer, may accept offers and sign contracts. No sum: no limit.',
  })
  async setSigningLimit(
    @Ctx() context: RequestContext,
    @Arg('userId', () => ID, { nullable: true, description: 'Left out: all officers without a limit of their own.' })
    userId: string | null,
    @Arg('amountFen', () => Money, { nullable: true }) amountFen: number | null,
  ): Promise<SigningRulesType> {
    const rules = await setSigningLimit(signedIn(context), { userId: userId ?? null, amountFen: amountFen ?? null });
    return rulesShape(signedIn(context).actor, rules);
  }
}
