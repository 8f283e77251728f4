import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { Allow, signedIn, working } from '../graphql/guard';
import type { Page } from '../shared/list';
import { findRun, listRuns, pageOfProducts, replayAnswerOf } from './queries';
import { replayMatchRun } from './replayMatchRun';
import { startMatchRun } from './startMatchRun';
import {
  MatchRunListInput,
  MatchRunPage,
  MatchRunProductListInput,
  MatchRunProductPage,
  type MatchRunProductType,
  MatchRunType,
  matchRunShape,
  ReplayAnswerType,
} from './types';

@Resolver(() => MatchRunType)
export class MatchRunResolver {
  @Allow(['operator'])
  @Query(() => MatchRunPage, { description: 'Every match of all firms with all products, newest first.' })
  async matchRuns(
    @Ctx() context: RequestContext,
    @Arg('list', () => MatchRunListInput, { defaultValue: {} }) list: MatchRunListInput,
  ): Promise<Page<MatchRunType>> {
    const { items, total } = await listRuns(context.db.read, list);
    return { items: items.map(run => matchRunShape(signedIn(context).actor, run)), total };
  }

  @Allow(['operator'])
  @Query(() => MatchRunType)
  async matchRun(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<MatchRunType> {
    return matchRunShape(signedIn(context).actor, await findRun(context.db.read, id));
  }

  @Allow(['operator'])
  @Query(() => MatchRunProductPage, { description: 'What a run found product by product, most moved first.' })
  matchRunProducts(
    @Ctx() context: RequestContext,
    @Arg('runId', () => ID) runId: string,
    @Arg('list', () => MatchRunProductListInput, { defaultValue: {} }) list: MatchRunProductListInput,
  ): Promise<Page<MatchRunProductType>> {
    return pageOfProducts(context.db.read, runId, list);
  }

  @Allow(['operator'], working)
  @Mutation(() => MatchRunType, { description: 'Puts a match of all firms with all products in line.' })
  async startMatchRun(@Ctx() context: RequestContext): Promise<MatchRunType> {
    return matchRunShape(signedIn(context).actor, await startMatchRun(signedIn(context)));
  }

  @Allow(['operator'], working)
  @Mutation(() => MatchRunType, { description: 'Puts a replay of a finished run in line: the same inputs, and nobody is told.' })
  async replayMatchRun(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<MatchRunType> {
    return matchRunShape(signedIn(context).actor, await replayMatchRun(signedIn(context), id));
  }

  @FieldResolver(() => ReplayAnswerType, { nullable: true, description: 'Of a finished replay: whether it came to the same.' })
  replayAnswer(@Root() { id }: MatchRunType, @Ctx() context: RequestContext): Promise<ReplayAnswerType | null> {
    return replayAnswerOf(context.db.read, id);
  }
}
