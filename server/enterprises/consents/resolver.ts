import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { loadParties, PartyType } from '../types';
import { grantConsent } from './grantConsent';
import { consentById, listConsents, recipientsFor, termsFor } from './queries';
import { revokeConsent } from './revokeConsent';
import type { ConsentPurpose } from './tables';
import {
  ConsentListInput,
  ConsentPage,
  ConsentPurposeWord,
  ConsentTermsType,
  ConsentType,
  consentShape,
  GrantConsentInputType,
} from './types';

@Resolver(() => ConsentType)
export class ConsentResolver {
  @Allow(['enterprise', 'operator', 'bank', 'guarantor', 'insurer'])
  @Query(() => ConsentPage, { description: 'The consents that your organisation gave or was given.' })
  async consents(
    @Ctx() context: RequestContext,
    @Arg('list', () => ConsentListInput, { defaultValue: {} }) list: ConsentListInput,
  ): Promise<Page<ConsentType>> {
    const { items, total } = await listConsents(signedIn(context), list);
    return { items: items.map(consent => consentShape(consent, signedIn(context))), total };
  }

  @Allow(['enterprise', 'operator', 'bank', 'guarantor', 'insurer'])
  @Query(() => ConsentType)
  async consent(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<ConsentType> {
    return consentShape(await consentById(signedIn(context), id), signedIn(context));
  }

  @Allow(['enterprise'])
  @Query(() => [PartyType], { description: 'The organisations that a consent for this purpose may be given to.' })
  consentRecipients(
    @Ctx() context: RequestContext,
    @Arg('purpose', () => ConsentPurposeWord) purpose: ConsentPurpose,
  ): Promise<PartyType[]> {
    return recipientsFor(context.db.read, purpose);
  }

  @Allow(['enterprise'])
  @Query(() => ConsentTermsType)
  consentTerms(
    @Ctx() context: RequestContext,
    @Arg('purpose', () => ConsentPurposeWord) purpose: ConsentPurpose,
    @Arg('recipientId', () => ID) recipientId: string,
  ): Promise<ConsentTermsType> {
    return termsFor(context.db.read, purpose, recipientId);
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ConsentType)
  async grantConsent(
    @Ctx() context: RequestContext,
    @Arg('input', () => GrantConsentInputType) input: GrantConsentInputType,
  ): Promise<ConsentType> {
    return consentShape(await grantConsent(signedIn(context), input), signedIn(context));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ConsentType)
  async revokeConsent(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String, { nullable: true }) reason: string | null,
  ): Promise<ConsentType> {
    return consentShape(await revokeConsent(signedIn(context), { id, version, reason }), signedIn(context));
  }

  @FieldResolver(() => PartyType)
  recipient(@Root() consent: ConsentType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(consent.recipientId);
  }

  @FieldResolver(() => PartyType)
  enterprise(@Root() consent: ConsentType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(consent.enterpriseId);
  }
}
