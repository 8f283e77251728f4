import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { loadParties, PartyType } from '../enterprises/types';
import { Allow, AllowSignedIn, signedIn, working } from '../graphql/guard';
import { loaderOf } from '../graphql/loader';
import type { Page } from '../shared/list';
import { endPolicy } from './endPolicy';
import { publishPolicy } from './publishPolicy';
import { listPolicies } from './queries';
import { policyShape, SupportPolicyInputType, SupportPolicyListInput, SupportPolicyPage, SupportPolicyType } from './types';

@Resolver(() => SupportPolicyType)
export class SupportPolicyResolver {
  @AllowSignedIn()
  @Query(() => SupportPolicyPage, { description: 'What public money lowers the cost of loans, newest first.' })
  async supportPolicies(
    @Ctx() context: RequestContext,
    @Arg('list', () => SupportPolicyListInput, { defaultValue: {} }) list: SupportPolicyListInput,
  ): Promise<Page<SupportPolicyType>> {
    const { items, total } = await listPolicies(signedIn(context), list);
    return { items: items.map(policy => policyShape(signedIn(context).actor, policy)), total };
  }

  @Allow(['department'], working)
  @Mutation(() => SupportPolicyType, { description: 'Publishes the terms on which your department pays on loans.' })
  async publishSupportPolicy(
    @Ctx() context: RequestContext,
    @Arg('input', () => SupportPolicyInputType) input: SupportPolicyInputType,
  ): Promise<SupportPolicyType> {
    return policyShape(signedIn(context).actor, await publishPolicy(signedIn(context), input));
  }

  @Allow(['department'], working)
  @Mutation(() => SupportPolicyType, { description: 'Ends it: offers made from now on do not count on it.' })
  async endSupportPolicy(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<SupportPolicyType> {
    return policyShape(signedIn(context).actor, await endPolicy(signedIn(context), { id, version }));
  }

  @FieldResolver(() => PartyType)
  department(@Root() { departmentId }: SupportPolicyType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(departmentId);
  }
}
