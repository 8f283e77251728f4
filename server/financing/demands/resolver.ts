import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import type { Page } from '../../shared/list';
import { openDemand } from './openDemand';
import { demandById, listDemands } from './queries';
import { setSecondLook } from './setSecondLook';
import { DemandInputType, DemandListInput, DemandPage, DemandType, demandShape } from './types';
import { withdrawDemand } from './withdrawDemand';

@Resolver()
export class DemandResolver {
  @Allow(['enterprise'])
  @Query(() => DemandPage, { description: "Your firm's financing demands." })
  async demands(
    @Ctx() context: RequestContext,
    @Arg('list', () => DemandListInput, { defaultValue: {} }) list: DemandListInput,
  ): Promise<Page<DemandType>> {
    const { items, total } = await listDemands(signedIn(context), list);
    return { items: items.map(view => demandShape(signedIn(context), view)), total };
  }

  @Allow(['enterprise'])
  @Query(() => DemandType)
  async demand(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<DemandType> {
    return demandShape(signedIn(context), await demandById(signedIn(context), id));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => DemandType, { description: 'Sent again under the same key it is the same demand.' })
  async openDemand(
    @Ctx() context: RequestContext,
    @Arg('input', () => DemandInputType) input: DemandInputType,
    @Arg('idempotencyKey', () => String) idempotencyKey: string,
  ): Promise<DemandType> {
    return afterwards(context, await openDemand(signedIn(context), { input, idempotencyKey }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => DemandType)
  async withdrawDemand(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<DemandType> {
    return afterwards(context, await withdrawDemand(signedIn(context), { id, version }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => DemandType, {
    description: 'Whether it may go on to other banks, with its file, where one refuses or is silent.',
  })
  async setSecondLook(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('allows', () => Boolean) allows: boolean,
  ): Promise<DemandType> {
    return afterwards(context, await setSecondLook(signedIn(context), { id, version, allows }));
  }
}

const afterwards = async (context: RequestContext, { id }: { readonly id: string }): Promise<DemandType> =>
  demandShape(signedIn(context), await demandById(signedIn(context), id));
