import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { loadParties, PartyType } from '../types';
import { listAccess, listAccessEvents, listMassReads } from './queries';
import {
  AccessEntryType,
  AccessEventPage,
  AccessEventType,
  AccessLogInput,
  AccessLogPage,
  accessShape,
  eventShape,
  MassReadListInput,
  MassReadPage,
  MassReadType,
  massReadShape,
} from './types';

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

@Resolver(() => AccessEventType)
export class AccessEventResolver {
  @Allow(['enterprise'])
  @Query(() => AccessEventPage, { description: "Every read of your firm's records by the query it belongs to, newest first." })
  async accessEvents(
    @Ctx() context: RequestContext,
    @Arg('list', () => AccessLogInput, { defaultValue: {} }) list: AccessLogInput,
  ): Promise<Page<AccessEventType>> {
    const { items, total } = await listAccessEvents(signedIn(context), list);
    return { items: items.map(eventShape), total };
  }

  @FieldResolver(() => PartyType)
  reader(@Root() event: AccessEventType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(event.readerOrganisationId);
  }
}

@Resolver(() => MassReadType)
export class MassReadResolver {
  @Allow(['enterprise'])
  @Query(() => MassReadPage, {
    description: 'Reads of your file in work over all firms, newest first; one line for all classes.',
  })
  async massReads(
    @Ctx() context: RequestContext,
    @Arg('list', () => MassReadListInput, { defaultValue: {} }) list: MassReadListInput,
  ): Promise<Page<MassReadType>> {
    const { items, total } = await listMassReads(signedIn(context), list);
    return { items: items.map(massReadShape), total };
  }

  @FieldResolver(() => PartyType)
  reader(@Root() read: MassReadType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(read.readerOrganisationId);
  }
}
