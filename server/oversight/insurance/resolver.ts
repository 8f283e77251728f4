import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { listInsuranceContracts } from './queries';
import { registerInsuranceContract } from './registerInsuranceContract';
import type { InsuranceContract } from './tables';
import { InsuranceContractInputType, InsuranceContractListInput, InsuranceContractPage, InsuranceContractType } from './types';

@Resolver(() => InsuranceContractType)
export class InsuranceResolver {
  @Allow(['insurer'])
  @Query(() => InsuranceContractPage, { description: 'The contracts your institution registered, newest first.' })
  insuranceContracts(
    @Ctx() context: RequestContext,
    @Arg('list', () => InsuranceContractListInput, { defaultValue: {} }) list: InsuranceContractListInput,
  ): Promise<Page<InsuranceContract>> {
    return listInsuranceContracts(signedIn(context), list);
  }

  @Allow(['insurer'], working)
  @Mutation(() => InsuranceContractType, { description: 'Registers a contract of one of your insurance products.' })
  registerInsuranceContract(
    @Ctx() context: RequestContext,
    @Arg('input', () => InsuranceContractInputType) input: InsuranceContractInputType,
  ): Promise<InsuranceContract> {
    return registerInsuranceContract(signedIn(context), input);
  }

  @FieldResolver(() => PartyType, { description: 'The client, whom its insurer named.' })
  enterprise(@Root() { enterpriseId }: InsuranceContractType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(enterpriseId);
  }
}
