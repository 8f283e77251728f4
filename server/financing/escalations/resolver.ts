import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, signedIn } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { type EscalationStanding, escalationCounts, listEscalations } from './queries';
import { EscalationCountType, EscalationListInput, EscalationPage, EscalationStandingWord, EscalationType } from './types';

@Resolver(() => EscalationType)
export class EscalationResolver {
  @Allow(['operator'])
  @Query(() => EscalationPage, { description: 'Limits that institutions have missed, newest first.' })
  escalations(
    @Ctx() context: RequestContext,
    @Arg('list', () => EscalationListInput, { defaultValue: {} }) list: EscalationListInput,
  ): Promise<Page<EscalationType>> {
    return listEscalations(signedIn(context), list);
  }

  @Allow(['operator'])
  @Query(() => [EscalationCountType], { description: 'Limits missed by institution, the most first.' })
  escalationCounts(
    @Ctx() context: RequestContext,
    @Arg('standing', () => EscalationStandingWord, { nullable: true }) standing?: EscalationStanding,
  ): Promise<EscalationCountType[]> {
    return escalationCounts(signedIn(context), standing ?? null);
  }

  @FieldResolver(() => PartyType, { description: 'Whose turn it was.' })
  institution(@Root() { organisationId }: EscalationType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(organisationId);
  }
}

@Resolver(() => EscalationCountType)
export class EscalationCountResolver {
  @FieldResolver(() => PartyType)
  institution(@Root() { organisationId }: EscalationCountType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(organisationId);
  }
}
