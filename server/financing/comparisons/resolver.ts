import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import { pricedOffersOfDemand } from '../costSheets/pricedOffers';
import { comparisonOf } from './comparison';
import { comparisonShape, OfferComparisonType } from './types';

@Resolver()
export class ComparisonResolver {
  @Allow(['enterprise'])
  @Query(() => OfferComparisonType, {
    description: "The offers on your firm's demand side by side: what each costs by kind, owes and is due month by month.",
  })
  async offerComparison(
    @Ctx() context: RequestContext,
    @Arg('demandId', () => ID) demandId: string,
  ): Promise<OfferComparisonType> {
    return comparisonShape(signedIn(context), comparisonOf(await pricedOffersOfDemand(signedIn(context), demandId)));
  }
}
