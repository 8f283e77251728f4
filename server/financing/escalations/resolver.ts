import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, signedIn } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { listEscalations } from './queries';
import { EscalationListInput, EscalationPage, EscalationType } from './types';

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

  @FieldResolver(() => PartyType, { description: 'Whose turn it was.' })
  institution(@Root() { organisationId }: EscalationType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(organisationId);
  }
}
