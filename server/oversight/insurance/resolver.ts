import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import type { Page } from '../../shared/list';
import { listInsuranceContracts } from './queries';
import { registerInsuranceContract } from './registerInsuranceContract';
import type { InsuranceContract } from './tables';
import { InsuranceContractInputType, InsuranceContractListInput, InsuranceContractPage, InsuranceContractType } from './types';

@Resolver()
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
}
