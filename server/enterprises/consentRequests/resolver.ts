import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { loadParties, PartyType } from '../types';
import { listConsentRequests } from './queries';
import { refuseConsentRequest } from './refuseConsentRequest';
import { requestConsent } from './requestConsent';
import {
  ConsentRequestListInput,
  ConsentRequestPage,
  ConsentRequestType,
  consentRequestShape,
  RequestConsentInputType,
} from './types';
import { withdrawConsentRequest } from './withdrawConsentRequest';

@Resolver(() => ConsentRequestType)
export class ConsentRequestResolver {
  @Allow(['enterprise', 'bank', 'guarantor', 'insurer'])
  @Query(() => ConsentRequestPage, { description: 'The requests for consent that your organisation made or was asked.' })
  async consentRequests(
    @Ctx() context: RequestContext,
    @Arg('list', () => ConsentRequestListInput, { defaultValue: {} }) list: ConsentRequestListInput,
  ): Promise<Page<ConsentRequestType>> {
    const { items, total } = await listConsentRequests(signedIn(context), list);
    return { items: items.map(request => consentRequestShape(request, signedIn(context))), total };
  }

  @Allow(['bank', 'guarantor', 'insurer'], working)
  @Mutation(() => ConsentRequestType, {
    description: 'Asks a firm that has given you a consent before; not within 90 days of a no.',
  })
  async requestConsent(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestConsentInputType) input: RequestConsentInputType,
  ): Promise<ConsentRequestType> {
    return consentRequestShape(await requestConsent(signedIn(context), input), signedIn(context));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ConsentRequestType, { description: 'Says no; to say yes, give the consent.' })
  async refuseConsentRequest(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ConsentRequestType> {
    return consentRequestShape(await refuseConsentRequest(signedIn(context), { id, version }), signedIn(context));
  }

  @Allow(['bank', 'guarantor', 'insurer'], working)
  @Mutation(() => ConsentRequestType)
  async withdrawConsentRequest(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ConsentRequestType> {
    return consentRequestShape(await withdrawConsentRequest(signedIn(context), { id, version }), signedIn(context));
  }

  @FieldResolver(() => PartyType)
  enterprise(@Root() request: ConsentRequestType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(request.enterpriseId);
  }

  @FieldResolver(() => PartyType)
  recipient(@Root() request: ConsentRequestType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(request.recipientId);
  }
}
