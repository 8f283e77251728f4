import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, AllowAnyone, AllowSignedIn, signedIn, working } from '../../graphql/guard';
import { TextType } from '../../graphql/text';
import type { Page } from '../../shared/list';
import { regionName } from '../../shared/regions';
import type { Text } from '../../shared/text';
import { checkUscc, type UsccCheck } from '../../shared/uscc';
import type { Organisation, User } from '../tables';
import { UserType } from '../users/types';
import { organisationVerbs } from './access';
import { confirmOrganisation } from './confirmOrganisation';
import { createOrganisation } from './createOrganisation';
import { claimants } from './loaders';
import { findOrganisation, listOrganisations } from './queries';
import { rejectOrganisation } from './rejectOrganisation';
import { restoreOrganisation } from './restoreOrganisation';
import { suspendOrganisation } from './suspendOrganisation';
import { NewOrganisationInput, OrganisationListInput, OrganisationPage, OrganisationType, UsccReportType } from './types';

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @AllowSignedIn()
  @Query(() => OrganisationPage, { description: 'The operator sees all; everybody else institutions at work, and itself.' })
  organisations(
    @Ctx() context: RequestContext,
    @Arg('list', () => OrganisationListInput, { defaultValue: {} }) list: OrganisationListInput,
  ): Promise<Page<Organisation>> {
    return listOrganisations(signedIn(context), list);
  }

  @AllowSignedIn()
  @Query(() => OrganisationType)
  organisation(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<Organisation> {
    return findOrganisation(signedIn(context), id);
  }

  @AllowAnyone()
  @Query(() => UsccReportType, { description: 'Checks a unified social credit code and says which test fails.' })
  checkUscc(@Arg('uscc', () => String) uscc: string): UsccCheck {
    return checkUscc(uscc);
  }

  @Allow(['operator'], working)
  @Mutation(() => OrganisationType, { description: 'Sets up an institution together with its first administrator.' })
  createOrganisation(
    @Ctx() context: RequestContext,
    @Arg('input', () => NewOrganisationInput) input: NewOrganisationInput,
  ): Promise<Organisation> {
    return createOrganisation(signedIn(context), input);
  }

  @Allow(['operator'], working)
  @Mutation(() => OrganisationType, { description: 'Confirms a registration, or that its claimants act for an active firm.' })
  confirmOrganisation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<Organisation> {
    return confirmOrganisation(signedIn(context), { id, version });
  }

  @Allow(['operator'], working)
  @Mutation(() => OrganisationType, { description: 'Rejects a registration or a claim; the firm reads the reason.' })
  rejectOrganisation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<Organisation> {
    return rejectOrganisation(signedIn(context), { id, version, reason });
  }

  @Allow(['operator'], working)
  @Mutation(() => OrganisationType, { description: 'Shuts out all users of an active organisation at once.' })
  suspendOrganisation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<Organisation> {
    return suspendOrganisation(signedIn(context), { id, version, reason });
  }

  @Allow(['operator'], working)
  @Mutation(() => OrganisationType, { description: 'Ends a suspension.' })
  restoreOrganisation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<Organisation> {
    return restoreOrganisation(signedIn(context), { id, version });
  }

  @FieldResolver(() => TextType, { nullable: true, description: 'The name of the division.' })
  region(@Root() organisation: Organisation): Text | null {
    return organisation.regionCode === null ? null : regionName(organisation.regionCode);
  }

  @FieldResolver(() => [UserType], { description: 'Users who wait to be confirmed as acting for it; shown to the operator.' })
  claimants(@Ctx() context: RequestContext, @Root() organisation: Organisation): Promise<User[]> {
    return claimants(context, organisation.id);
  }

  @FieldResolver(() => [String], { description: 'What you may do to it now.' })
  async allowedVerbs(@Ctx() context: RequestContext, @Root() organisation: Organisation): Promise<string[]> {
    if (!context.actor) return [];
    return organisationVerbs(context.actor, organisation, (await claimants(context, organisation.id)).length > 0);
  }
}
