import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { ApplicationType, applicationShape } from '../applications/types';
import { answerCorrection } from './answerCorrection';
import { requestCorrection } from './requestCorrection';
import { CorrectionInputType } from './types';

@Resolver()
export class CorrectionResolver {
  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Asks the firm for everything that is missing; your own clock stops.' })
  async requestCorrection(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
    @Arg('input', () => CorrectionInputType) input: CorrectionInputType,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await requestCorrection(signedIn(context), { id, version, input }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ApplicationType, { description: 'Answers every item that the bank asked for, in their order.' })
  async answerCorrection(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
    @Arg('answers', () => [String]) answers: string[],
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await answerCorrection(signedIn(context), { id, version, answers }));
  }
}
