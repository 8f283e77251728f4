import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { ApplicationType, applicationShape } from '../applications/types';
import { dispatchDemandById, listDispatchDemands, suggestionsFor } from './dispatch';
import { grabDemand } from './grabDemand';
import { inviteInstitutions } from './inviteInstitutions';
import { listMarketDemands, marketDemandById } from './openDemands';
import {
  DispatchDemandPage,
  DispatchDemandType,
  DispatchListInput,
  DispatchSuggestionType,
  dispatchDemandShape,
  InvitationType,
  MarketDemandPage,
  MarketDemandType,
  MarketListInput,
  marketDemandShape,
  suggestionShape,
} from './types';

@Resolver()
export class MarketResolver {
  @Allow(['bank'])
  @Query(() => MarketDemandPage, { description: "Open demands that one of your bank's products fits, newest first." })
  async marketDemands(
    @Ctx() context: RequestContext,
    @Arg('list', () => MarketListInput, { defaultValue: {} }) list: MarketListInput,
  ): Promise<Page<MarketDemandType>> {
    const { items, total } = await listMarketDemands(signedIn(context), list);
    return { items: items.map(seen => marketDemandShape(signedIn(context).actor, seen)), total };
  }

  @Allow(['bank'])
  @Query(() => MarketDemandType)
  async marketDemand(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<MarketDemandType> {
    return marketDemandShape(signedIn(context).actor, await marketDemandById(signedIn(context), id));
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, {
    description: 'Takes an open demand, or takes part in its auction, with one of your products.',
  })
  async grabDemand(
    @Ctx() context: RequestContext,
    @Arg('demandId', () => ID) demandId: string,
    @Arg('productId', () => ID) productId: string,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await grabDemand(signedIn(context), { demandId, productId }));
  }

  @Allow(['operator', 'department'])
  @Query(() => DispatchDemandPage, { description: 'Demands to be brought to banks, newest first.' })
  async dispatchDemands(
    @Ctx() context: RequestContext,
    @Arg('list', () => DispatchListInput, { defaultValue: {} }) list: DispatchListInput,
  ): Promise<Page<DispatchDemandType>> {
    const { items, total } = await listDispatchDemands(signedIn(context), list);
    return { items: items.map(view => dispatchDemandShape(signedIn(context), view)), total };
  }

  @Allow(['operator', 'department'])
  @Query(() => DispatchDemandType)
  async dispatchDemand(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<DispatchDemandType> {
    return dispatchDemandShape(signedIn(context), await dispatchDemandById(signedIn(context), id));
  }

  @Allow(['operator', 'department'], working)
  @Mutation(() => DispatchDemandType, { description: 'Brings a demand to institutions, each by the product named: all or none.' })
  async inviteInstitutions(
    @Ctx() context: RequestContext,
    @Arg('demandId', () => ID) demandId: string,
    @Arg('productIds', () => [ID]) productIds: string[],
  ): Promise<DispatchDemandType> {
    await inviteInstitutions(signedIn(context), { demandId, productIds });
    return dispatchDemandShape(signedIn(context), await dispatchDemandById(signedIn(context), demandId));
  }
}

@Resolver(() => DispatchDemandType)
export class DispatchDemandResolver {
  @FieldResolver(() => PartyType)
  enterprise(@Root() { record }: DispatchDemandType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.demand.enterpriseId);
  }

  @FieldResolver(() => [DispatchSuggestionType], { description: 'The institutions that it may go to next, best first.' })
  async suggestions(@Root() { record }: DispatchDemandType, @Ctx() context: RequestContext): Promise<DispatchSuggestionType[]> {
    return (await suggestionsFor(signedIn(context), record.demand)).fits.map(suggestionShape);
  }
}

@Resolver(() => InvitationType)
export class InvitationResolver {
  @FieldResolver(() => PartyType)
  institution(@Root() { record }: InvitationType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.institutionId);
  }
}
