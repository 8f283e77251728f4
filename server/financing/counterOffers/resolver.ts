import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { counterOffer } from './counterOffer';
import { CounterOfferInputType, CounterOfferType } from './types';

@Resolver(() => CounterOfferType)
export class CounterOfferResolver {
  @Allow(['enterprise'], working)
  @Mutation(() => CounterOfferType, {
    description: 'Answers an open offer with what you would take instead: three rounds at most.',
  })
  counterOffer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the offer.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the offer.' }) version: number,
    @Arg('input', () => CounterOfferInputType) input: CounterOfferInputType,
  ): Promise<CounterOfferType> {
    return counterOffer(signedIn(context), { id, version, input });
  }
}
