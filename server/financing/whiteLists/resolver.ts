import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { createWhiteList } from './createWhiteList';
import { leaveWhiteList } from './leaveWhiteList';
import { figuresOf, listEntries, listWhiteLists, ownListings, whiteListById } from './queries';
import { recordContact } from './recordContact';
import {
  ContactInputType,
  contactShape,
  entryShape,
  listingShape,
  WhiteListContactType,
  WhiteListEntryPage,
  WhiteListEntryType,
  WhiteListFiguresType,
  WhiteListInputType,
  WhiteListingPage,
  type WhiteListingType,
  WhiteListListInput,
  WhiteListPage,
  WhiteListType,
  whiteListShape,
} from './types';

@Resolver(() => WhiteListType)
export class WhiteListResolver {
  @Allow(['department', 'bank'])
  @Query(() => WhiteListPage, { description: 'The lists that your department made, or that are pushed to your bank.' })
  async whiteLists(
    @Ctx() context: RequestContext,
    @Arg('list', () => WhiteListListInput, { defaultValue: {} }) list: WhiteListListInput,
  ): Promise<Page<WhiteListType>> {
    const { items, total } = await listWhiteLists(signedIn(context), list);
    return { items: items.map(whiteListShape), total };
  }

  @Allow(['department', 'bank'])
  @Query(() => WhiteListType)
  async whiteList(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<WhiteListType> {
    return whiteListShape(await whiteListById(signedIn(context), id));
  }

  @Allow(['department', 'bank'])
  @Query(() => WhiteListEntryPage, { description: 'The firms on a list; to a bank, whom to contact next comes first.' })
  async whiteListEntries(
    @Ctx() context: RequestContext,
    @Arg('listId', () => ID) listId: string,
    @Arg('list', () => WhiteListListInput, { defaultValue: {} }) list: WhiteListListInput,
  ): Promise<Page<WhiteListEntryType>> {
    const { items, total } = await listEntries(signedIn(context), listId, list);
    return { items: items.map(view => entryShape(signedIn(context).actor, view)), total };
  }

  @Allow(['enterprise'])
  @Query(() => WhiteListingPage, { description: 'The lists that your firm is or was on, newest first.' })
  async whiteListings(
    @Ctx() context: RequestContext,
    @Arg('list', () => WhiteListListInput, { defaultValue: {} }) list: WhiteListListInput,
  ): Promise<Page<WhiteListingType>> {
    const { items, total } = await ownListings(signedIn(context), list);
    return { items: items.map(listing => listingShape(signedIn(context).actor, listing)), total };
  }

  @Allow(['department'], working)
  @Mutation(() => WhiteListType, { description: 'Puts firms on a list and pushes it to banks.' })
  async createWhiteList(
    @Ctx() context: RequestContext,
    @Arg('input', () => WhiteListInputType) input: WhiteListInputType,
  ): Promise<WhiteListType> {
    const { id } = await createWhiteList(signedIn(context), input);
    return whiteListShape(await whiteListById(signedIn(context), id));
  }

  @Allow(['bank'], working)
  @Mutation(() => WhiteListContactType, { description: 'Notes that your bank was in touch with a listed firm.' })
  async recordContact(
    @Ctx() context: RequestContext,
    @Arg('entryId', () => ID) entryId: string,
    @Arg('input', () => ContactInputType) input: ContactInputType,
  ): Promise<WhiteListContactType> {
    return contactShape(await recordContact(signedIn(context), { entryId, input }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ID, { description: 'Takes your firm off a list; the department reads why.' })
  async leaveWhiteList(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the entry.' }) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<string> {
    return (await leaveWhiteList(signedIn(context), { id, version, reason })).id;
  }

  @FieldResolver(() => PartyType)
  department(@Root() { record }: WhiteListType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.list.departmentId);
  }

  @FieldResolver(() => [PartyType], { description: 'The banks that see it.' })
  institutions(@Root() { record }: WhiteListType, @Ctx() context: RequestContext): Promise<PartyType[]> {
    return Promise.all(record.institutionIds.map(id => loaderOf(context, loadParties).load(id)));
  }

  @FieldResolver(() => WhiteListFiguresType, { nullable: true, description: 'What has come of it; not to a firm.' })
  async figures(@Root() { record }: WhiteListType, @Ctx() context: RequestContext): Promise<WhiteListFiguresType | null> {
    return signedIn(context).actor.organisationKind === 'enterprise' ? null : figuresOf(signedIn(context), record);
  }
}

@Resolver(() => WhiteListEntryType)
export class WhiteListEntryResolver {
  @FieldResolver(() => PartyType)
  enterprise(@Root() { record }: WhiteListEntryType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.enterpriseId);
  }
}

@Resolver(() => WhiteListContactType)
export class WhiteListContactResolver {
  @FieldResolver(() => PartyType)
  institution(@Root() { record }: WhiteListContactType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.institutionId);
  }
}
