import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { AllowAnyone } from '../../graphql/guard';
import { type Registration, registerEnterprise } from './registerEnterprise';
import { RegistrationInput, RegistrationType } from './types';

@Resolver()
export class RegistrationResolver {
  @AllowAnyone()
  @Mutation(() => RegistrationType, { description: 'A firm registers itself by its unified social credit code.' })
  registerEnterprise(
    @Ctx() context: RequestContext,
    @Arg('input', () => RegistrationInput) input: RegistrationInput,
  ): Promise<Registration> {
    return registerEnterprise(context, input);
  }
}
