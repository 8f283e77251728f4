import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { Allow, signedIn } from '../graphql/guard';
import type { Page } from '../shared/list';
import { enterpriseById, listEnterprises } from './queries';
import { EnterpriseListInput, EnterprisePage, EnterpriseType, enterpriseShape } from './types';

@Resolver()
export class EnterpriseResolver {
  @Allow(['operator', 'enterprise', 'bank', 'guarantor', 'insurer'])
  @Query(() => EnterprisePage, { description: 'The firms you may know of: your own, or those whose consent you hold.' })
  async enterprises(
    @Ctx() context: RequestContext,
    @Arg('list', () => EnterpriseListInput, { defaultValue: {} }) list: EnterpriseListInput,
  ): Promise<Page<EnterpriseType>> {
    const { items, total } = await listEnterprises(signedIn(context), list);
    return { items: items.map(enterpriseShape), total };
  }

  @Allow(['operator', 'enterprise', 'bank', 'guarantor', 'insurer'])
  @Query(() => EnterpriseType)
  async enterprise(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<EnterpriseType> {
    return enterpriseShape(await enterpriseById(signedIn(context), id));
  }
}
