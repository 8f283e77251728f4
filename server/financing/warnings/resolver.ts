import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { type WarningResult, warningResultCodes, warningResults } from './lifecycle';
import { listEarlyWarnings } from './queries';
import { resolveWarning } from './resolveWarning';
import { seeWarning } from './seeWarning';
import {
  EarlyWarningListInput,
  EarlyWarningPage,
  EarlyWarningType,
  earlyWarningShape,
  WarningResultType,
  WarningResultWord,
} from './types';

@Resolver(() => EarlyWarningType)
export class EarlyWarningResolver {
  @Allow(['bank'])
  @Query(() => EarlyWarningPage, { description: 'What has turned with the firms that you have lent to and may watch over.' })
  async earlyWarnings(
    @Ctx() context: RequestContext,
    @Arg('list', () => EarlyWarningListInput, { defaultValue: {} }) list: EarlyWarningListInput,
  ): Promise<Page<EarlyWarningType>> {
    const { items, total } = await listEarlyWarnings(signedIn(context), list);
    return { items: items.map(warning => earlyWarningShape(warning, signedIn(context))), total };
  }

  @Allow(['bank'])
  @Query(() => [WarningResultType], { description: 'What a bank can say that it found and did.' })
  warningResults(): WarningResultType[] {
    return warningResultCodes.map(code => ({ code, label: warningResults[code] }));
  }

  @Allow(['bank'], working)
  @Mutation(() => EarlyWarningType, { description: 'You begin to look into it.' })
  async seeWarning(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<EarlyWarningType> {
    return earlyWarningShape(await seeWarning(signedIn(context), { id, version }), signedIn(context));
  }

  @Allow(['bank'], working)
  @Mutation(() => EarlyWarningType, { description: 'You say what you found and did.' })
  async resolveWarning(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('result', () => WarningResultWord) result: WarningResult,
    @Arg('note', () => String, { nullable: true }) note: string | null,
  ): Promise<EarlyWarningType> {
    return earlyWarningShape(await resolveWarning(signedIn(context), { id, version, result, note }), signedIn(context));
  }

  @FieldResolver(() => PartyType)
  enterprise(@Root() warning: EarlyWarningType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(warning.enterpriseId);
  }
}
