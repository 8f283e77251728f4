import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { loadParties, PartyType } from '../types';
import { listAccess } from './queries';
import { AccessEntryType, AccessLogInput, AccessLogPage, accessShape } from './types';

@Resolver(() => AccessEntryType)
export class AccessLogResolver {
  @Allow(['enterprise'])
  @Query(() => AccessLogPage, { description: "Every read of your firm's records, allowed or refused, newest first." })
  async accessLog(
    @Ctx() context: RequestContext,
    @Arg('list', () => AccessLogInput, { defaultValue: {} }) list: AccessLogInput,
  ): Promise<Page<AccessEntryType>> {
    const { items, total } = await listAccess(signedIn(context), list);
    return { items: items.map(accessShape), total };
  }

  @FieldResolver(() => PartyType)
  reader(@Root() entry: AccessEntryType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(entry.readerOrganisationId);
  }
}
