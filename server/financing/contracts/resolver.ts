import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { ApplicationType, applicationShape } from '../applications/types';
import { issueContract } from './issueContract';
import { signContract } from './signContract';
import { ContractInputType } from './types';

@Resolver()
export class ContractResolver {
  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Issues the contract of a granted credit, or puts right the one issued.' })
  async issueContract(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
    @Arg('input', () => ContractInputType) input: ContractInputType,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await issueContract(signedIn(context), { id, version, input }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ApplicationType, { description: 'Confirms that you have signed the contract.' })
  async signContract(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await signContract(signedIn(context), { id, version }));
  }
}
