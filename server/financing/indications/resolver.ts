import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { ApplicationType, applicationShape } from '../applications/types';
import { giveInPrinciple } from './giveInPrinciple';
import { InPrincipleInputType } from './types';

@Resolver()
export class IndicationResolver {
  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Says what could be lent, without binding anybody; it is no approval.' })
  async giveInPrinciple(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
    @Arg('input', () => InPrincipleInputType) input: InPrincipleInputType,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await giveInPrinciple(signedIn(context), { id, version, input }));
  }
}
